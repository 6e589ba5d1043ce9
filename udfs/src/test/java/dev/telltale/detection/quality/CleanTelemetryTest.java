package dev.telltale.detection.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.telltale.detection.DetectionContext;
import dev.telltale.detection.Detector;
import dev.telltale.detection.finding.FingerprintKey;
import dev.telltale.detection.rules.RuleSet;
import dev.telltale.limit.Limits;
import dev.telltale.value.JsonParser;
import dev.telltale.value.MalformedJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Numbers and names that telemetry is full of, and that look like something else. */
class CleanTelemetryTest {
  private static final long EPOCH_SECONDS = 1_790_000_000L;
  private final Random random = new Random(20_261_125);

  /** {@code TELLTALE_CLEAN_MB} for a longer run. */
  @Test
  void nothingPersonalIsFoundInTenMegabytesOfNumbersAndIds() throws MalformedJson {
    String asked = System.getenv("TELLTALE_CLEAN_MB");
    long budget = (asked == null ? 10 : Long.parseLong(asked)) * 1_000_000;
    Map<String, Integer> falsePositives = new TreeMap<>();
    FingerprintKey key =
        FingerprintKey.of("a key for clean records".getBytes(StandardCharsets.UTF_8));
    try (Detector detector = new Detector(RuleSet.builtin(), key, Limits.defaults())) {
      while (budget > 0) {
        String record = record();
        budget -= record.length();
        detector.startFrame();
        detector
            .detect(new JsonParser(Limits.defaults()).parse(record), DetectionContext.none())
            .findings()
            .stream()
            .filter(finding -> finding.confidence() >= 0.5)
            .forEach(
                finding ->
                    falsePositives.merge(
                        finding.rule() + " " + finding.fieldPattern(), 1, Integer::sum));
      }
    }
    assertEquals(Map.of(), falsePositives);
  }

  /** {@code TELLTALE_CLEAN_MB} for a longer run: so many of each family. */
  @ParameterizedTest
  @MethodSource("families")
  void nothingIsFoundInTelemetryOf(String family) throws IOException {
    String asked = System.getenv("TELLTALE_CLEAN_MB");
    long megabytes = asked == null ? 2 : Long.parseLong(asked);
    CleanScan.Result result = new CleanScan(RuleSet.builtin()).scan(family, megabytes * 1_000_000);
    assertEquals(Map.of(), result.places());
  }

  static List<String> families() {
    return CleanScan.families();
  }

  private String record() {
    return switch (random.nextInt(4)) {
      case 0 -> span();
      case 1 -> log();
      case 2 -> metric();
      default -> resource();
    };
  }

  private String span() {
    long start = EPOCH_SECONDS * 1_000_000_000L + random.nextInt() * 1_000L + random.nextInt(1000);
    return "{\"traceId\":\""
        + hex(32)
        + "\",\"spanId\":\""
        + hex(16)
        + "\",\"parentSpanId\":\""
        + hex(16)
        + "\",\"name\":\"GET /v1/items/"
        + digits(9)
        + "\",\"startTimeUnixNano\":\""
        + start
        + "\",\"endTimeUnixNano\":\""
        + (start + random.nextInt(1_000_000_000))
        + "\",\"attributes\":[{\"key\":\"http.status_code\",\"value\":{\"intValue\":\"200\"}},"
        + "{\"key\":\"thread.id\",\"value\":{\"intValue\":\""
        + digits(10)
        + "\"}},"
        + "{\"key\":\"messaging.kafka.offset\",\"value\":{\"intValue\":\""
        + digits(11)
        + "\"}},"
        + "{\"key\":\"request.id\",\"value\":{\"stringValue\":\""
        + uuid()
        + "\"}},"
        + "{\"key\":\"order.number\",\"value\":{\"stringValue\":\""
        + digits(12)
        + "\"}},"
        + "{\"key\":\"run_id\",\"value\":{\"stringValue\":\""
        + digits(10)
        + "\"}},"
        + "{\"key\":\"build\",\"value\":{\"stringValue\":\"main."
        + digits(5)
        + "\"}}]}";
  }

  private String log() {
    return "{\"time\":\"2026-11-"
        + two(28)
        + "T"
        + two(23)
        + ":"
        + two(59)
        + ":"
        + two(59)
        + "."
        + digits(9)
        + "Z\",\"ts\":"
        + EPOCH_SECONDS
        + "."
        + digits(6)
        + ",\"level\":\"info\","
        + "\"msg\":\"reconciled in "
        + digits(4)
        + "ms, generation "
        + digits(3)
        + ", observed "
        + digits(9)
        + " of "
        + digits(11)
        + " bytes, commit "
        + hex(40)
        + " at [::]:"
        + digits(4)
        + " version 1."
        + digits(2)
        + "."
        + digits(1)
        + "."
        + digits(3)
        + " took "
        + digits(13)
        + " ns, session "
        + digits(18)
        + ", pid "
        + digits(5)
        + ", call "
        + digits(3)
        + " of "
        + digits(4)
        + "\",\"caller\":\"pkg/call.go:"
        + digits(3)
        + "\",\"zip\":\"layer-"
        + hex(12)
        + ".zip\",\"image\":\"registry.acme.io/app@sha256:"
        + hex(64)
        + "\"}";
  }

  private String metric() {
    return "{\"name\":\"http_request_duration_seconds_bucket\",\"labels\":{\"instance\":\"10.4."
        + random.nextInt(255)
        + "."
        + random.nextInt(255)
        + ":9090\",\"le\":\"0."
        + digits(3)
        + "\",\"pod\":\"server-"
        + hex(9)
        + "-"
        + hex(5)
        + "\",\"card\":\"card0\",\"cell\":\"eu"
        + digits(2)
        + "\",\"cluster\":\""
        + digits(12)
        + "\"},\"samples\":[["
        + EPOCH_SECONDS
        + digits(3)
        + ","
        + digits(16)
        + "],["
        + EPOCH_SECONDS
        + digits(3)
        + ","
        + digits(9)
        + "."
        + digits(6)
        + "]]}";
  }

  private String resource() {
    return "{\"kind\":\"Pod\",\"metadata\":{\"name\":\"ws-"
        + uuid()
        + "\",\"uid\":\""
        + uuid()
        + "\",\"resourceVersion\":\""
        + digits(10)
        + "\",\"creationTimestamp\":\"2026-11-"
        + two(28)
        + "T10:00:00Z\",\"annotations\":{\"deployment.kubernetes.io/revision\":\""
        + digits(3)
        + "\",\"checksum/config\":\""
        + hex(64)
        + "\"},\"generation\":"
        + digits(2)
        + "},\"spec\":{\"securityContext\":{\"runAsUser\":"
        + digits(5)
        + ",\"fsGroup\":"
        + digits(10)
        + "},\"volumes\":[{\"name\":\"vol-"
        + hex(17)
        + "\"}]},\"status\":{\"podIP\":"
        + "\"10.20.1."
        + random.nextInt(255)
        + "\",\"containerID\":\"containerd://"
        + hex(64)
        + "\",\"usedBytes\":\""
        + digits(15)
        + "\",\"quota\":"
        + digits(14)
        + "}}";
  }

  private String two(int max) {
    int number = 1 + random.nextInt(max);
    return (number < 10 ? "0" : "") + number;
  }

  private String digits(int length) {
    StringBuilder text = new StringBuilder(length);
    text.append((char) ('1' + random.nextInt(9)));
    while (text.length() < length) {
      text.append((char) ('0' + random.nextInt(10)));
    }
    return text.toString();
  }

  private String hex(int length) {
    StringBuilder text = new StringBuilder(length);
    while (text.length() < length) {
      text.append(Character.forDigit(random.nextInt(16), 16));
    }
    return text.toString();
  }

  private String uuid() {
    return hex(8) + "-" + hex(4) + "-4" + hex(3) + "-a" + hex(3) + "-" + hex(12);
  }
}
