package dev.telltale.detection.finding;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Objects;

/**
 * One reason for a finding's confidence. Made of words of the rules and of the names of checks,
 * never of what was scanned: it may be shown.
 *
 * @param kind what sort of reason
 * @param detail the reason in words
 */
public record Evidence(Kind kind, String detail) {
  /** The sorts of reasons. */
  public enum Kind {
    /** The rule's own confidence, before anything else was looked at. */
    RULE,
    /** A word near the value. */
    KEYWORD,
    /** A check digit, checksum or shape that the value passed. */
    CHECK,
    /** A word near the value that raised or lowered the confidence. */
    HOTWORD,
    /** A role of the field that the rule keeps out of, outweighed by a keyword. */
    ROLE,
    /** What was decoded to read the value. */
    ENCODING,
    /** The value stands in a list of the team's own. */
    LIST,
    /** A setting of the team's own. */
    SETTING,
    /** The same value was found elsewhere in the object. */
    REPEAT,
    /** The same value leaked before. */
    KNOWN
  }

  public Evidence {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(detail, "detail");
  }

  public static Evidence rule(String id, double confidence) {
    return new Evidence(Kind.RULE, id + " starts at " + number(confidence));
  }

  public static Evidence bare(double confidence) {
    return new Evidence(
        Kind.RULE,
        "a number without gaps and without a telling word makes it " + number(confidence));
  }

  public static Evidence segment(double adjust) {
    return new Evidence(Kind.RULE, "a bare number in a path lowers it by " + number(adjust));
  }

  public static Evidence keyword(String word, String place) {
    return new Evidence(Kind.KEYWORD, "\"" + word + "\" in " + place);
  }

  public static Evidence raisedTo(double confidence) {
    return new Evidence(Kind.KEYWORD, "a keyword makes it " + number(confidence));
  }

  public static Evidence check(String validator) {
    return new Evidence(Kind.CHECK, validator + " passed");
  }

  public static Evidence hotword(Evidence word, double adjust) {
    return new Evidence(
        Kind.HOTWORD,
        word.detail
            + (adjust < 0 ? " lowers it by " : " raises it by ")
            + number(Math.abs(adjust)));
  }

  public static Evidence role(String role) {
    return new Evidence(Kind.ROLE, "the name also says " + role + ", which the keyword outweighs");
  }

  public static Evidence encoding(String encoding) {
    return new Evidence(Kind.ENCODING, encoding + " decoded");
  }

  private static String number(double value) {
    return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP).toPlainString();
  }

  @Override
  public String toString() {
    return kind.name().toLowerCase(Locale.ROOT) + ": " + detail;
  }
}
