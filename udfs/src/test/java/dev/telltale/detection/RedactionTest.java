package dev.telltale.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.detection.finding.Finding;
import dev.telltale.detection.finding.Mask;
import dev.telltale.fault.FaultKind;
import dev.telltale.value.ObjectValue;
import dev.telltale.value.TextValue;
import dev.telltale.value.Value;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RedactionTest {
  private final Scans scans = new Scans();

  @AfterEach
  void close() {
    scans.close();
  }

  @Test
  void whatIsCleanStaysTheSameInstance() {
    Value body = Scans.parse("{\"a\":[1,{\"b\":\"text\"}]}");
    assertSame(body, scans.detector().detect(body, DetectionContext.none()).redacted());
  }

  @Test
  void sensitiveNamesAreReplacedAndMaskedInPaths() {
    Detected detected =
        scans.json("{\"seats\":{\"" + Scans.EMAIL + "\":{\"card\":\"4539148803436467\"}}}");
    String masked = Mask.of(Scans.EMAIL);
    assertEquals("$.seats['" + masked + "']~", detected.findings().get(0).fieldPath());
    assertEquals("$.seats['" + masked + "'].card", detected.findings().get(1).fieldPath());
    assertFalse(Scans.redacted(detected).contains("jo.miller"));
    assertFalse(detected.findings().toString().contains("jo.miller"));
  }

  @Test
  void generatedNamesBecomeAStarInThePattern() {
    Finding finding =
        scans.only(
            "{\"seats\":{\"3f1a2b4c-1111-4222-8333-444455556666\":\"" + Scans.EMAIL + "\"}}");
    assertEquals("$.seats['3f1a2b4c-1111-4222-8333-444455556666']", finding.fieldPath());
    assertEquals("$.seats['*']", finding.fieldPattern());
  }

  @Test
  void sharedObjectsAreReportedOnceAndRedactedAlways() {
    ObjectValue resource = ObjectValue.builder().add("owner", Scans.EMAIL).buildShared();
    Value record = ObjectValue.builder().add("resource", resource).build();
    Detector detector = scans.detector();
    detector.startFrame();
    assertEquals(1, detector.detect(record, DetectionContext.none()).findings().size());
    Detected again = detector.detect(record, DetectionContext.none());
    assertEquals(0, again.findings().size());
    assertFalse(Scans.redacted(again).contains("jo.miller"));
    detector.startFrame();
    assertEquals(1, detector.detect(record, DetectionContext.none()).findings().size());
  }

  @Test
  void beyondTheCapValuesAreStillRedacted() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 150; i++) {
      text.append("jo").append(i).append("@acme-widgets.io ");
    }
    Detected detected = scans.text(text.toString());
    assertEquals(100, detected.findings().size());
    assertTrue(detected.limits().contains(FaultKind.FINDING_LIMIT));
    assertFalse(Scans.redacted(detected).contains("@acme"));
  }

  @Test
  void aWindowReportsWhatStartsInItsOwnPart() {
    String first = "one@acme-widgets.io";
    String second = "two@acme-widgets.io";
    String window = first + " and " + second + " end";
    Detected detected =
        scans.detector().detectWindow(new TextValue(window), 4, 26, DetectionContext.none());
    assertEquals(1, detected.findings().size());
    assertEquals(window.indexOf(second) - 4, detected.findings().get(0).start());
    assertEquals(window.indexOf(second) + second.length(), detected.consumed());
    assertEquals("\" and " + Scans.marker("pii.email", second) + "\"", Scans.redacted(detected));
  }

  @Test
  void hostileInputStaysHarmless() {
    for (String unit :
        new String[] {
          "a", "password=", "[", "-----BEGIN PRIVATE KEY-----", "eyJ", "1.", "@", "\\\"", "%41", "4"
        }) {
      String text = unit.repeat(300_000 / unit.length());
      assertTrue(scans.text(text).redacted() instanceof TextValue);
    }
    assertTrue(scans.text("a".repeat(1 << 20)).findings().isEmpty());
    assertTrue(scans.text("\ud800 lone \udc00 " + Scans.EMAIL).findings().get(0).start() > 0);
  }
}
