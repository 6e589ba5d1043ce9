package dev.telltale.detection.quality;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.telltale.detection.Detector;
import dev.telltale.detection.finding.Finding;
import dev.telltale.detection.finding.FingerprintKey;
import dev.telltale.detection.rules.Rule;
import dev.telltale.detection.rules.RuleSet;
import dev.telltale.limit.Limits;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Numbers that others labelled, each in a field that is called what the labeller calls it, as
 * telemetry has them; every rule on and published examples reported.
 */
class LabelledNumbersTest {
  private static final FingerprintKey KEY =
      FingerprintKey.of("a key for labelled cases".getBytes(StandardCharsets.UTF_8));

  /**
   * Free text, dates, links, sums of money: no format to check; cards of Phileas fail Luhn on
   * purpose. Cards of Phileas fail Luhn on purpose.
   */
  private static final Set<String> WITHOUT_FORMAT =
      Set.of(
          "PERSON",
          "DATE_TIME",
          "URL",
          "AdversarialCurrency",
          "Age",
          "Currency",
          "CustomDictionary",
          "Date",
          "Hospital",
          "Identifier",
          "PhoneNumberExtension",
          "PhysicianName",
          "Section",
          "SetDictionary",
          "State",
          "StateAbbreviation",
          "StreetAddress",
          "TrackingNumber",
          "Url",
          "DriversLicense",
          "CreditCard");

  @BeforeAll
  static void corpusIsThere() {
    assumeTrue(LabelledCases.arePresent(), "no labelled cases in " + LabelledCases.corpus());
  }

  @Test
  void numbersWithAFormatAreFoundInPresidiosCases() {
    assertTrue(share("presidio", true) >= 0.95, () -> "found " + share("presidio", true));
  }

  @Test
  void numbersWithAFormatAreFoundInPhileasCases() {
    assertTrue(share("phileas", true) >= 0.75, () -> "found " + share("phileas", true));
  }

  @Test
  void telephoneNumbersAreFound() {
    assertTrue(
        share("libphonenumber", true) >= 0.97, () -> "found " + share("libphonenumber", true));
  }

  @Test
  void fewCleanNumbersOfThatShapeAreFlagged() {
    assertTrue(share("presidio", false) <= 0.15, () -> "flagged " + share("presidio", false));
  }

  private static double share(String source, boolean expected) {
    List<LabelledCase> cases =
        LabelledCases.matching(
            labelled ->
                labelled.source().equals(source)
                    && labelled.isExpected() == expected
                    && !WITHOUT_FORMAT.contains(labelled.rule()));
    RuleSet builtin = RuleSet.builtin();
    RuleSet every =
        builtin
            .switched(builtin.allRules().stream().map(Rule::id).toList(), List.of())
            .includingExamples();
    try (Detector detector = new Detector(every, KEY, Limits.defaults())) {
      long found = cases.stream().filter(labelled -> isFound(detector, labelled)).count();
      return (double) found / cases.size();
    }
  }

  private static boolean isFound(Detector detector, LabelledCase labelled) {
    List<Finding> findings =
        detector
            .detectText(labelled.reveal(), labelled.rule().toLowerCase(Locale.ROOT))
            .findings()
            .stream()
            .filter(finding -> !finding.category().equals("credential"))
            .toList();
    List<String> values = labelled.revealValues();
    return !findings.isEmpty()
        && (!labelled.isExpected()
            || values.isEmpty()
            || findings.stream().anyMatch(finding -> touches(finding, values, labelled)));
  }

  private static boolean touches(Finding finding, List<String> values, LabelledCase labelled) {
    String text = labelled.reveal();
    String found = text.substring(finding.start(), finding.start() + finding.length());
    return values.stream().anyMatch(value -> value.contains(found) || found.contains(value));
  }
}
