package dev.telltale.detection.validators.credential;

import com.google.re2j.Pattern;
import dev.telltale.detection.validators.CandidateValue;
import java.util.List;

/**
 * Names that programs and people give to things, where a token is expected: words joined by humps,
 * dots, hyphens or underscores, with a number at the end at most ({@code
 * AuthenticationTokenFilter2}, {@code config.apiKeyForService}, {@code my-service-secret-v2}).
 * Letters at random are no words of three and more between their humps.
 */
final class CodeNames {
  private static final String HUMPS =
      "[A-Za-z][a-z]{2,}(?:[A-Z][a-z]{2,}|[A-Z]{2,4}[a-z]{3,}|For|Of|To|In|By|On|Id|Db)*";
  private static final String NUMBER = "(?:[-_.]?[vV]?[0-9]{1,4}(?:\\.[0-9]{1,4}){0,3})?";
  private static final String WORDS = "[a-z]{2,}[0-9]{0,2}(?:[-_./][a-z]{2,}[0-9]{0,2}){1,8}";
  private static final String SERIAL = "[-_][0-9]{5,12}";
  private static final String CONSTANT = "[A-Z]{2,}(?:_[A-Z]{2,}){1,8}(?:_?[0-9]{1,4})?";

  private static final List<Pattern> NAMES =
      List.of(
          Pattern.compile(HUMPS + "(?:[._-]" + HUMPS + ")*" + NUMBER),
          Pattern.compile(WORDS + NUMBER),
          Pattern.compile(WORDS + SERIAL),
          Pattern.compile(CONSTANT));

  private CodeNames() {}

  /** Whether the value is something else than a name. */
  static boolean isNone(CandidateValue candidate) {
    String value = candidate.reveal();
    return NAMES.stream().noneMatch(name -> name.matches(value));
  }
}
