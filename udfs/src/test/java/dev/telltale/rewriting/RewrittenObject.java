package dev.telltale.rewriting;

import dev.telltale.detection.finding.FingerprintKey;
import dev.telltale.detection.repeat.KnownLeaks;
import dev.telltale.detection.rules.RuleSet;
import dev.telltale.limit.Limits;
import dev.telltale.scan.FindingRow;
import dev.telltale.scan.ObjectRef;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.Predicate;

/** An object that was rewritten for a test. */
final class RewrittenObject {
  private static final FingerprintKey KEY =
      FingerprintKey.of("a key for tests of rewriting".getBytes(StandardCharsets.UTF_8));

  private static final Rewriter REWRITER =
      new Rewriter(RuleSet.builtin(), KEY, Limits.defaults(), KnownLeaks.NONE);

  private final Rewriting result;

  private RewrittenObject(Rewriting result) {
    this.result = result;
  }

  /** Without what a rule finds. */
  static RewrittenObject of(String key, byte[] bytes, String rule) {
    return of(key, bytes, row -> row.finding().rule().equals(rule));
  }

  /** Without one value. */
  static RewrittenObject without(byte[] bytes, String value) {
    String fingerprint = KEY.fingerprint(value);
    return of("logs/x", bytes, row -> row.finding().fingerprint().equals(fingerprint));
  }

  static RewrittenObject of(String key, byte[] bytes, Predicate<FindingRow> targets) {
    ObjectRef ref = new ObjectRef("bucket", key, null, "etag", bytes.length, Instant.EPOCH);
    try {
      return new RewrittenObject(
          REWRITER.rewrite(ref, () -> new ByteArrayInputStream(bytes), targets));
    } catch (IOException impossible) {
      throw new UncheckedIOException("reading bytes in memory", impossible);
    }
  }

  /** Why it was not rewritten; null if it was. */
  Obstacle obstacle() {
    return result instanceof NotRewritable not ? not.obstacle() : null;
  }

  byte[] bytes() {
    if (result instanceof Rewritten rewritten) {
      return rewritten.reveal();
    }
    throw new AssertionError("not rewritten: " + obstacle());
  }

  String text() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  Rewritten rewritten() {
    bytes();
    return (Rewritten) result;
  }
}
