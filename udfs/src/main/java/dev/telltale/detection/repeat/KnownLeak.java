package dev.telltale.detection.repeat;

import java.io.Serializable;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A value that leaked before, as a lake has it: without the value. Its length and the ends that its
 * mask shows say where it is worth digesting a piece of text; the fingerprint decides.
 */
public final class KnownLeak implements Serializable {
  /** Shorter values are words and numbers; longer ones are found by the rules for them. */
  public static final int MIN_LENGTH = 8;

  /** From this length on a mask shows two characters at each end. */
  public static final int MIN_PLAIN_LENGTH = 12;

  /** In UTF-16 units. */
  public static final int MAX_LENGTH = 4096;

  private static final long serialVersionUID = 1L;
  private static final int FINGERPRINT_DIGITS = 64;
  private static final int HIDDEN = 4;
  private static final int MAX_SHOWN = 4;

  private final byte[] fingerprint;
  private final int length;
  private final String head;
  private final String tail;
  private final String rule;
  private final String caseId;

  private KnownLeak(
      byte[] fingerprint, int length, String head, String tail, String rule, String caseId) {
    this.fingerprint = fingerprint;
    this.length = length;
    this.head = head;
    this.tail = tail;
    this.rule = rule;
    this.caseId = caseId;
  }

  /**
   * Takes what a finding says.
   *
   * @param fingerprint 64 hex digits
   * @param masked as {@link dev.telltale.detection.finding.Mask} makes it
   * @param length of the value, in UTF-16 units
   * @param rule the id of the rule that found it
   * @param caseId what it belongs to
   * @return null for a value that cannot be looked for: too short, too long, or with ends that its
   *     mask does not show as they are
   */
  public static @Nullable KnownLeak of(
      String fingerprint, String masked, int length, String rule, String caseId) {
    Objects.requireNonNull(rule, "rule");
    int shown = (masked.length() - HIDDEN) / 2;
    boolean plain =
        shown >= 1
            && shown <= MAX_SHOWN
            && masked.length() == 2 * shown + HIDDEN
            && masked.chars().noneMatch(c -> c <= ' ' || Character.isSurrogate((char) c));
    if (!plain
        || length < MIN_LENGTH
        || length > MAX_LENGTH
        || fingerprint.length() != FINGERPRINT_DIGITS) {
      return null;
    }
    return new KnownLeak(
        HexFormat.of().parseHex(fingerprint),
        length,
        masked.substring(0, shown),
        masked.substring(shown + HIDDEN),
        rule,
        caseId);
  }

  String fingerprint() {
    return HexFormat.of().formatHex(fingerprint);
  }

  int length() {
    return length;
  }

  /** The characters of the beginning that the mask shows. */
  String head() {
    return head;
  }

  String tail() {
    return tail;
  }

  String rule() {
    return rule;
  }

  String caseId() {
    return caseId;
  }

  @Override
  public String toString() {
    return "a known value of " + rule;
  }
}
