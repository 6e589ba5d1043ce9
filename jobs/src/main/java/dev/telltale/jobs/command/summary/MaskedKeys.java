package dev.telltale.jobs.command.summary;

import dev.telltale.detection.Detector;
import dev.telltale.detection.finding.Finding;
import dev.telltale.detection.finding.FingerprintKey;
import dev.telltale.detection.rules.RuleSet;
import dev.telltale.limit.Limits;
import dev.telltale.listing.KeyText;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.List;

/**
 * Keys of objects as the summary may show them: what is sensitive in them masked. The tables have
 * them whole, for a key is an address. Driver.
 */
public final class MaskedKeys implements AutoCloseable {
  private static final int KEY_BYTES = 32;

  private final Detector detector;

  public MaskedKeys() {
    byte[] unused = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(unused);
    detector = new Detector(RuleSet.builtin(), FingerprintKey.of(unused), Limits.defaults());
  }

  /**
   * @param key or null
   */
  public String of(String key) {
    if (key == null) {
      return null;
    }
    List<Finding> findings =
        detector.detectText(KeyText.of(key), null).findings().stream()
            .filter(finding -> finding.encodings().isEmpty())
            .sorted(Comparator.comparingInt(Finding::start).reversed())
            .toList();
    StringBuilder shown = new StringBuilder(key);
    int from = key.length();
    for (Finding finding : findings) {
      int end = finding.start() + finding.length();
      if (end <= from) {
        shown.replace(finding.start(), end, finding.masked());
        from = finding.start();
      }
    }
    return shown.toString();
  }

  @Override
  public void close() {
    detector.close();
  }
}
