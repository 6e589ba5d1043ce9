package dev.telltale.detection;

import dev.telltale.detection.finding.Finding;
import dev.telltale.detection.finding.FingerprintKey;
import dev.telltale.detection.rules.RuleSet;
import dev.telltale.limit.Limits;
import dev.telltale.value.JsonParser;
import dev.telltale.value.JsonText;
import dev.telltale.value.MalformedJson;
import dev.telltale.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One detector and one key for tests, and JSON in and out. */
public final class Scans implements AutoCloseable {
  public static final FingerprintKey KEY =
      FingerprintKey.of("a key for tests only".getBytes(StandardCharsets.UTF_8));

  /** Made up; long enough for the generic rules, of no issuer. */
  public static final String SECRET = "k7Wq2Zp9Lx4Tn8Vb3Rd6";

  public static final String EMAIL = "jo.miller@acme-widgets.io";

  private final Detector detector = new Detector(RuleSet.builtin(), KEY, Limits.defaults());

  Detector detector() {
    return detector;
  }

  public Detected json(String text) {
    return detector.detect(parse(text), DetectionContext.none());
  }

  public Detected text(String text) {
    return detector.detectText(text, null);
  }

  public List<String> rules(String json) {
    return json(json).findings().stream().map(Finding::rule).toList();
  }

  public Finding only(String json) {
    List<Finding> findings = json(json).findings();
    if (findings.size() != 1) {
      throw new AssertionError("expected one finding, got " + findings);
    }
    return findings.get(0);
  }

  static Value parse(String text) {
    try {
      return new JsonParser(Limits.defaults()).parse(text);
    } catch (MalformedJson broken) {
      throw new AssertionError(broken);
    }
  }

  public static String redacted(Detected detected) {
    return JsonText.of(detected.redacted());
  }

  public static String marker(String rule, String value) {
    return "[telltale:" + rule + ":" + KEY.fingerprint(value).substring(0, 8) + "]";
  }

  @Override
  public void close() {
    detector.close();
  }
}
