package dev.telltale.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.limit.Limits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A private key that is logged line by line is found and redacted whole. */
class SplitKeyTest {
  /** How each log writes a line. */
  @FunctionalInterface
  private interface Log {
    String line(int number, String text);
  }

  private static final Log DOCKER =
      (n, text) ->
          "{\"log\":\""
              + text
              + "\\n\",\"stream\":\"stdout\",\"time\":\"2026-03-01T10:00:%02d.000000000Z\"}\n"
                  .formatted(n % 60);
  private static final Log FLUENT_BIT =
      (n, text) ->
          "{\"date\":17727%05d.5,\"log\":\"%s\",\"kubernetes\":{\"pod_name\":\"api-1\",\"container_name\":\"api\"}}%n"
              .formatted(n, text);
  private static final Log JSON =
      (n, text) ->
          "{\"level\":\"info\",\"ts\":%d,\"message\":\"%s\"}%n".formatted(1_772_000_000 + n, text);
  private static final Log CRI =
      (n, text) -> "2026-03-01T10:00:%02d.000000000Z stdout F %s%n".formatted(n % 60, text);
  private static final Log SYSLOG =
      (n, text) -> "<14>1 2026-03-01T10:00:%02dZ host app 12 - - %s%n".formatted(n % 60, text);

  /** CloudWatch Logs: an envelope for each line, its events in order. */
  private static final Log CLOUDWATCH =
      (n, text) ->
          ("{\"messageType\":\"DATA_MESSAGE\",\"owner\":\"123456789012\",\"logGroup\":\"g\",\"logStream\":\"s\","
                  + "\"subscriptionFilters\":[\"f\"],\"logEvents\":[{\"id\":\"%d\",\"timestamp\":%d,\"message\":\"%s\"}]}%n")
              .formatted(n, 1_772_000_000_000L + n, text);

  private static final Log OTLP =
      (n, text) ->
          ("{\"resourceLogs\":[{\"resource\":{\"attributes\":[{\"key\":\"service.name\",\"value\":{\"stringValue\":\"api\"}}]},"
                  + "\"scopeLogs\":[{\"logRecords\":[{\"timeUnixNano\":\"%d000000000\",\"body\":{\"stringValue\":\"%s\"}}]}]}]}%n")
              .formatted(1_772_000_000 + n, text);

  static Stream<Arguments> logs() {
    return Stream.of(
        Arguments.of("docker", DOCKER),
        Arguments.of("fluent bit", FLUENT_BIT),
        Arguments.of("json", JSON),
        Arguments.of("cri", CRI),
        Arguments.of("cloudwatch", CLOUDWATCH),
        Arguments.of("otlp", OTLP),
        Arguments.of("syslog", SYSLOG));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("logs")
  void eachLineOfAKeyIsFound(String name, Log log) {
    List<String> key = key("RSA PRIVATE KEY", 1_190, 1);
    StringBuilder object = new StringBuilder();
    object.append(log.line(0, "starting up"));
    for (int i = 0; i < key.size(); i++) {
      object.append(log.line(i + 1, key.get(i)));
    }
    object.append(log.line(59, "listening on port 8080"));
    assertFoundWhole(object.toString(), key);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("logs")
  void otherLinesMayStandBetween(String name, Log log) {
    List<String> key = key("PRIVATE KEY", 700, 2);
    StringBuilder object = new StringBuilder();
    for (int i = 0; i < key.size(); i++) {
      object.append(log.line(2 * i, key.get(i)));
      object.append(log.line(2 * i + 1, "request " + i + " done"));
    }
    assertFoundWhole(object.toString(), key);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("logs")
  void aKeyWithoutItsLastLineIsFound(String name, Log log) {
    List<String> whole = key("EC PRIVATE KEY", 300, 3);
    List<String> key = whole.subList(0, whole.size() - 2);
    StringBuilder object = new StringBuilder();
    for (int i = 0; i < key.size(); i++) {
      object.append(log.line(i, key.get(i)));
    }
    assertFoundWhole(object.toString(), new ArrayList<>(key));
  }

  @ParameterizedTest
  @MethodSource("wrappers")
  void linesOfOneRecordAreAStreamToo(String before, String after) {
    List<String> key = key("RSA PRIVATE KEY", 900, 4);
    String items = String.join("\",\"", key);
    assertFoundWhole(before + "\"" + items + "\"" + after, key);
  }

  static Stream<Arguments> wrappers() {
    return Stream.of(
        Arguments.of("{\"message\":[", "]}"),
        Arguments.of(
            "{\"kind\":\"Pod\",\"apiVersion\":\"v1\",\"metadata\":{\"name\":\"a\"},\"spec\":{\"containers\":[{\"name\":\"c\",\"args\":[\"write\",",
            "]}]}}"),
        Arguments.of("{\"a\":{\"lines\":[", "]}}"));
  }

  /** A value in a line that a log driver cut, by how it says that the line goes on. */
  static Stream<Arguments> cuts() {
    return Stream.of(
        Arguments.of(
            "{\"log\":\"%s\",\"stream\":\"stdout\",\"logtag\":\"P\"}%n",
            "{\"log\":\"%s\\n\",\"stream\":\"stdout\",\"logtag\":\"F\"}%n", 100),
        Arguments.of("{\"log\":\"%s\",\"partial_message\":\"true\"}%n", "{\"log\":\"%s\"}%n", 100),
        Arguments.of(
            "{\"log\":\"%s\",\"stream\":\"stdout\"}%n",
            "{\"log\":\"%s\\n\",\"stream\":\"stdout\"}%n", 16_350));
  }

  @ParameterizedTest
  @MethodSource("cuts")
  void aValueIsFoundAcrossACut(String part, String last, int before) {
    String token = "glpat-Zq7wLr0kT9cVx2mN8bQa";
    for (int cut = 9; cut < token.length() - 8; cut++) {
      String object =
          part.formatted("y ".repeat(before / 2) + token.substring(0, cut))
              + last.formatted(token.substring(cut) + " done");
      ScannedObject scanned =
          ScannedObject.of("other/log", object.getBytes(StandardCharsets.UTF_8), Limits.defaults());
      assertEquals(2, scanned.findings.size(), "cut at " + cut);
      for (FindingRow found : scanned.findings) {
        assertEquals(ScannedObject.KEY.fingerprint(token), found.finding().fingerprint());
      }
      for (RecordRow row : scanned.records) {
        assertFalse(row.body().contains(token.substring(0, cut)));
        assertFalse(row.body().contains(token.substring(cut)));
      }
    }
  }

  private static void assertFoundWhole(String object, List<String> key) {
    ScannedObject scanned =
        ScannedObject.of("other/log", object.getBytes(StandardCharsets.UTF_8), Limits.defaults());
    for (String line : key.subList(1, key.size())) {
      if (!line.startsWith("-----")) {
        for (RecordRow row : scanned.records) {
          assertFalse(row.body().contains(line), "a line of " + line.length() + " characters");
        }
      }
    }
    assertTrue(scanned.findings.size() >= 1);
    assertEquals(
        1, scanned.findings.stream().map(row -> row.finding().fingerprint()).distinct().count());
  }

  private static List<String> key(String label, int bytes, long seed) {
    byte[] der = new byte[bytes];
    new Random(seed).nextBytes(der);
    List<String> lines = new ArrayList<>();
    lines.add("-----BEGIN " + label + "-----");
    String body = Base64.getEncoder().encodeToString(der);
    for (int at = 0; at < body.length(); at += 64) {
      lines.add(body.substring(at, Math.min(body.length(), at + 64)));
    }
    lines.add("-----END " + label + "-----");
    return lines;
  }
}
