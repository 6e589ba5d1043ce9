package dev.telltale.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.detection.finding.Finding;
import dev.telltale.detection.finding.Mask;
import dev.telltale.detection.repeat.KnownLeak;
import dev.telltale.detection.repeat.KnownLeaks;
import dev.telltale.detection.rules.RuleSet;
import dev.telltale.fault.FaultKind;
import dev.telltale.limit.Limits;
import dev.telltale.value.TextValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What leaked once is found again by its fingerprint, without any word near it. */
final class KnownLeaksTest {
  private static final String SHORT = "Zq7!abck";
  private static final String LONG = "mR4tYw9KpL2xVbN8cQ5sDf7G";
  private static final String WORD = "hummingbird";

  @ParameterizedTest
  @ValueSource(
      strings = {"%s", "seen %s today", "a=%s;b", "x/%s?y", "„%s“", "(%s)", "%s.", "\t%s\n"})
  void isFoundWithoutAnyContext(String text) {
    for (String value : List.of(SHORT, LONG)) {
      List<Finding> findings = findings(text.formatted(value), value);
      assertEquals(1, findings.size(), text);
      assertEquals(Scans.KEY.fingerprint(value), findings.get(0).fingerprint());
      assertEquals("case-1", findings.get(0).knownCase());
      assertEquals("generic.key", findings.get(0).rule());
    }
  }

  @Test
  void isFoundInEveryEncoding() {
    byte[] sentence = ("the login was " + LONG + " then").getBytes(StandardCharsets.UTF_8);
    String hex = HexFormat.of().formatHex(sentence);
    StringBuilder percent = new StringBuilder();
    for (byte each : sentence) {
      percent.append('%').append(String.format(Locale.ROOT, "%02X", each));
    }
    for (String text :
        List.of(
            Base64.getEncoder().encodeToString(sentence),
            hex,
            percent.toString(),
            "q=" + percent)) {
      List<Finding> findings = findings(text, LONG);
      assertEquals(1, findings.size(), text.substring(0, 10));
      assertEquals(Scans.KEY.fingerprint(LONG), findings.get(0).fingerprint());
    }
  }

  @Test
  void isRedacted() {
    try (Detector detector = detector(leaks(LONG))) {
      Detected detected = detector.detectText("seen " + LONG + " today", null);
      assertFalse(((TextValue) detected.redacted()).reveal().contains(LONG));
    }
  }

  @Test
  void aPartOfALongerWordIsAnotherValue() {
    assertEquals(List.of(), findings("x" + SHORT + "y", SHORT));
    assertEquals(List.of(), findings(LONG.substring(1), LONG));
    assertEquals(List.of(), findings(LONG.replace('9', '8'), LONG));
    assertEquals(List.of(), findings("id" + LONG + "x", LONG));
  }

  @Test
  void aWordCountsOnlyAsAWholeField() {
    assertEquals(1, findings(WORD, WORD).size());
    assertEquals(List.of(), findings("a " + WORD + " flew by", WORD));
  }

  @Test
  void whatARuleFindsKeepsItsRule() {
    String text = "{\"password\":\"" + LONG + "\"}";
    List<Finding> findings = findings(text, LONG);
    assertEquals(1, findings.size());
    assertNull(findings.get(0).knownCase());
  }

  @Test
  void aValueOfARuleThatIsOffIsNotLookedFor() {
    RuleSet off = RuleSet.builtin().switched(List.of(), List.of("generic.key"));
    try (Detector detector = new Detector(off, Scans.KEY, Limits.defaults(), leaks(LONG))) {
      assertEquals(List.of(), detector.detectText("seen " + LONG, null).findings());
    }
  }

  @Test
  void valuesThatCannotBeLookedForAreLeftOut() {
    String fingerprint = Scans.KEY.fingerprint("any");
    assertNull(KnownLeak.of(fingerprint, "a****b", 7, "r", "c"), "too short");
    assertNull(KnownLeak.of(fingerprint, "ab****cd", KnownLeak.MAX_LENGTH + 1, "r", "c"));
    assertNull(KnownLeak.of(fingerprint, "****", 9, "r", "c"), "nothing shown");
    assertNull(KnownLeak.of(fingerprint, "a ****bc", 14, "r", "c"), "a space hides a character");
    assertNull(KnownLeak.of("abc", "a****b", 9, "r", "c"));
  }

  @Test
  void aTextThatLooksLikeItEverywhereIsGivenUpAndNamed() {
    List<KnownLeak> alike = new ArrayList<>();
    IntStream.range(8, 12)
        .forEach(
            length ->
                alike.add(
                    KnownLeak.of(
                        Scans.KEY.fingerprint("none " + length),
                        "-****-",
                        length,
                        "generic.key",
                        "c")));
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      text.append('-').append((char) ('a' + i % 26)).append(i).append('-');
    }
    try (Detector detector = detector(KnownLeaks.of(alike))) {
      Detected detected = detector.detectText(text.toString(), null);
      assertTrue(detected.limits().contains(FaultKind.MATCH_LIMIT), detected.limits()::toString);
    }
  }

  private static List<Finding> findings(String text, String... values) {
    try (Detector detector = detector(leaks(values))) {
      return text.startsWith("{")
          ? detector.detect(Scans.parse(text), DetectionContext.none()).findings()
          : detector.detectText(text, null).findings();
    }
  }

  private static Detector detector(KnownLeaks leaks) {
    return new Detector(RuleSet.builtin(), Scans.KEY, Limits.defaults(), leaks);
  }

  private static KnownLeaks leaks(String... values) {
    List<KnownLeak> leaks = new ArrayList<>();
    for (String value : values) {
      leaks.add(
          KnownLeak.of(
              Scans.KEY.fingerprint(value),
              Mask.of(value),
              value.length(),
              "generic.key",
              "case-" + (leaks.size() + 1)));
    }
    return KnownLeaks.of(leaks);
  }
}
