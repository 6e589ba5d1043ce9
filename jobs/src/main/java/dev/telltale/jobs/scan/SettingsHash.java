package dev.telltale.jobs.scan;

import dev.telltale.limit.Limits;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A short hash over everything but the sources that decides which rows a run writes. */
final class SettingsHash {
  private SettingsHash() {}

  static String of(ScanOptions options, String ruleSet) {
    String all =
        String.join(
            "\n",
            ruleSet,
            options.fingerprintKey().id(),
            Boolean.toString(options.includeExamples()),
            Boolean.toString(options.knownFromLake()),
            Boolean.toString(options.findingsOnly()),
            Limits.defaults().toString());
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("SHA-256 is part of every Java", impossible);
    }
  }
}
