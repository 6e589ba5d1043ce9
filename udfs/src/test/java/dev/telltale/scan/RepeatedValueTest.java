package dev.telltale.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.detection.finding.Evidence;
import dev.telltale.fault.FaultKind;
import dev.telltale.limit.Limits;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What context gave away at one place is nowhere readable in the rows of its object. */
class RepeatedValueTest {
  private static final String VALUE = "ZqX!abc7k";
  private static final String GIVEN_AWAY = "{\"password\":\"" + VALUE + "\",\"n\":1}\n";

  /** Objects with the value once in context, and the number of its places. */
  static Stream<Arguments> objects() {
    String base64 =
        Base64.getEncoder().encodeToString(("ab" + VALUE + "cd").getBytes(StandardCharsets.UTF_8));
    String hex = HexFormat.of().formatHex(VALUE.getBytes(StandardCharsets.UTF_8));
    return Stream.of(
        Arguments.of(
            "beside", "{\"password\":\"" + VALUE + "\",\"message\":\"retry " + VALUE + "\"}", 2),
        Arguments.of("after", GIVEN_AWAY + "{\"message\":\"retry " + VALUE + " failed\"}\n", 2),
        Arguments.of("before", "{\"message\":\"retry " + VALUE + "\"}\n" + GIVEN_AWAY, 2),
        Arguments.of("whole", "{\"message\":\"" + VALUE + "\"}\n" + GIVEN_AWAY, 2),
        Arguments.of("map key", GIVEN_AWAY + "{\"counts\":{\"" + VALUE + "\":3}}\n", 2),
        Arguments.of("part of a key", GIVEN_AWAY + "{\"counts\":{\"by-" + VALUE + "\":3}}\n", 2),
        Arguments.of("name", GIVEN_AWAY + "{\"name\":\"job " + VALUE + "\"}\n", 2),
        Arguments.of(
            "twice", GIVEN_AWAY + "{\"message\":\"" + VALUE + " and " + VALUE + "\"}\n", 3),
        Arguments.of("url", GIVEN_AWAY + "{\"message\":\"q=ZqX%21abc7k&x\"}\n", 2),
        Arguments.of(
            "escaped", GIVEN_AWAY + "{\"message\":\"{\\\"a\\\":\\\"" + VALUE + "\\\"}\"}\n", 2),
        Arguments.of("base64", GIVEN_AWAY + "{\"message\":\"blob x" + base64 + "\"}\n", 2),
        Arguments.of("hex", GIVEN_AWAY + "{\"message\":\"blob " + hex + "00\"}\n", 2),
        Arguments.of("array", GIVEN_AWAY + "{\"args\":[\"run\",\"" + VALUE + "\"]}\n", 2),
        Arguments.of(
            "pod",
            "{\"kind\":\"Pod\",\"apiVersion\":\"v1\",\"metadata\":{\"name\":\"a\",\"annotations\":{\"x\":\""
                + VALUE
                + "\"}},\"spec\":{\"containers\":[{\"name\":\"c\",\"env\":[{\"name\":\"DB_PASSWORD\",\"value\":\""
                + VALUE
                + "\"},{\"name\":\"HARMLESS\",\"value\":\""
                + VALUE
                + "\"}]}]}}",
            3),
        Arguments.of(
            "lines",
            "2026-01-01T00:00:00Z INFO starting with "
                + VALUE
                + "\n2026-01-01T00:00:01Z INFO password="
                + VALUE
                + "\n",
            2));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("objects")
  void aFoundValueIsFoundAtEachOfItsPlaces(String name, String object, int places) {
    ScannedObject scanned = scan(object);
    assertNotReadable(scanned);
    String fingerprint = ScannedObject.KEY.fingerprint(VALUE);
    long found =
        scanned.findings.stream()
            .filter(row -> row.finding().fingerprint().equals(fingerprint))
            .count();
    assertEquals(places, found);
    assertEquals(ObjectStatus.SCANNED, scanned.object.status());
    assertEquals(1, scanned.findings.stream().map(row -> row.finding().rule()).distinct().count());
  }

  @Test
  void aRepeatSaysWhyItIsOne() {
    ScannedObject scanned = scan(GIVEN_AWAY + "{\"message\":\"retry " + VALUE + "\"}\n");
    assertEquals(
        List.of(
            new Evidence(Evidence.Kind.REPEAT, "the same value as another finding of this object")),
        scanned.findings.get(1).finding().evidence());
    assertEquals("$.message", scanned.findings.get(1).finding().fieldPath());
    assertEquals(6, scanned.findings.get(1).finding().start());
  }

  @Test
  void aWordCountsOnlyAsAWholeField() {
    ScannedObject scanned =
        scan(
            """
            {"password":"tiramisu"}
            {"user":"tiramisu"}
            {"message":"one tiramisu please"}
            {"tiramisu":1}
            """);
    assertEquals(2, scanned.findings.size());
    assertEquals(
        2, scanned.records.stream().filter(row -> row.body().contains("tiramisu")).count());
  }

  @Test
  void aValueInsideALongerWordIsAnotherOne() {
    ScannedObject scanned = scan("{\"password\":\"ab12cd34\"}\n{\"id\":\"xab12cd34y\"}\n");
    assertEquals(1, scanned.findings.size());
  }

  @Test
  void rowsThatWereLetGoAreWithdrawnWhenAValueTurnsUpLate() {
    String object =
        "{\"message\":\"a line without anything in it at all\"}\n".repeat(50)
            + ("{\"message\":\"retry " + VALUE + "\"}\n").repeat(3)
            + "{\"message\":\"another line without anything\"}\n".repeat(50)
            + GIVEN_AWAY;
    for (long maxHeld : new long[] {1, 5_000, 60_000, 1 << 20}) {
      ScannedObject scanned = scan(object, maxHeld, new AtomicInteger());
      assertNotReadable(scanned);
      assertEquals(104, scanned.records.size());
      assertEquals(4, scanned.findings.size());
      assertEquals(maxHeld < 1 << 20 ? 1 : 0, scanned.standing);
    }
  }

  @Test
  void anObjectWithoutRepeatsIsReadOnce() {
    AtomicInteger readings = new AtomicInteger();
    scan(GIVEN_AWAY + "{\"message\":\"nothing\"}\n", Limits.MAX_HELD_BYTES, readings);
    assertEquals(1, readings.get());
  }

  @Test
  void moreValuesThanCanBeLookedForAreNamed() {
    Random random = new Random(7);
    StringBuilder object = new StringBuilder();
    for (int i = 0; i < 4_000; i++) {
      byte[] bytes = new byte[240];
      random.nextBytes(bytes);
      object
          .append("{\"password\":\"")
          .append(Base64.getUrlEncoder().encodeToString(bytes))
          .append("\"}\n");
    }
    ScannedObject scanned = scan(object.toString());
    assertTrue(scanned.findings.size() > 3_900);
    assertTrue(
        scanned.object.faults().stream().anyMatch(f -> f.kind() == FaultKind.LOOK_BACK_LIMIT));
  }

  private static ScannedObject scan(String object) {
    return scan(object, Limits.MAX_HELD_BYTES, new AtomicInteger());
  }

  private static ScannedObject scan(String object, long maxHeld, AtomicInteger readings) {
    byte[] bytes = object.getBytes(StandardCharsets.UTF_8);
    return ScannedObject.of(
        "other/object",
        bytes.length,
        () -> {
          readings.incrementAndGet();
          return new ByteArrayInputStream(bytes);
        },
        Limits.defaults(),
        () -> 0,
        maxHeld);
  }

  private static void assertNotReadable(ScannedObject scanned) {
    String base64 = Base64.getEncoder().encodeToString(VALUE.getBytes(StandardCharsets.UTF_8));
    for (RecordRow row : scanned.records) {
      String shown = row.body() + row.columns();
      for (String form :
          List.of(
              VALUE,
              "ZqX%21abc7k",
              base64,
              HexFormat.of().formatHex(VALUE.getBytes(StandardCharsets.UTF_8)))) {
        assertFalse(
            shown.contains(form), () -> "readable as form of " + form.length() + " characters");
      }
    }
  }
}
