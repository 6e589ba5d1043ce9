package dev.telltale.detection.validators.credential;

import com.google.re2j.Pattern;
import dev.telltale.detection.validators.CandidateValue;

/**
 * Names that programs and people give to things, where a token is expected: words joined by humps,
 * dots, hyphens or underscores, with a number at the end at most ({@code
 * AuthenticationTokenFilter2}, {@code config.apiKeyForService}, {@code my-service-secret-v2}).
 * Letters at random are no words of three and more between their humps.
 */
final class CodeNames {
  private static final String HUMPS =
      "[A-Za-z][a-z]{2,}(?:[A-Z][a-z]{2,}|[A-Z]{2,4}[a-z]{3,}|For|Of|To|In|By|On|Id|Db)*";
  private static final String NUMBER = "(?:[-_.]?[vV]?[0-9]{1,4})?";

  private static final Pattern HUMPED = Pattern.compile(HUMPS + "(?:[._-]" + HUMPS + ")*" + NUMBER);

  private static final Pattern JOINED =
      Pattern.compile(
          "[a-z]{2,}(?:[-_./][a-z]{2,}){1,8}"
              + NUMBER
              + "|[A-Z]{2,}(?:_[A-Z]{2,}){1,8}(?:_?[0-9]{1,4})?");

  private CodeNames() {}

  /** Whether the value is something else than a name. */
  static boolean isNone(CandidateValue candidate) {
    String value = candidate.reveal();
    return !HUMPED.matcher(value).matches() && !JOINED.matcher(value).matches();
  }
}
