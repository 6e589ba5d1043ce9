package dev.telltale.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.limit.Limits;
import dev.telltale.record.Sample;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever is written of an object is scanned: samples of metrics and the key of the object too.
 */
class WrittenPlacesTest {
  private static final String CARD = "4539173502846154";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# TYPE card_number gauge\ncard_number{shop=\"a\"} 4539173502846154\n",
        "# TYPE last_value gauge\nlast_value{field=\"credit_card_number\"} 4.539173502846154e15\n",
        "{\"_aws\":{\"Timestamp\":1772000000000,\"CloudWatchMetrics\":[{\"Namespace\":\"shop\",\"Dimensions\":[[]],\"Metrics\":[{\"Name\":\"card_number\"}]}]},\"card_number\":4539173502846154}\n"
      })
  void aCardAsASampleIsFoundAndRedacted(String object) {
    ScannedObject scanned = scan("other/metrics", object);
    assertTrue(
        scanned.findings.stream()
            .anyMatch(
                row -> row.finding().fingerprint().equals(ScannedObject.KEY.fingerprint(CARD))));
    for (RecordRow record : scanned.records) {
      assertFalse(record.body().contains(CARD));
      assertTrue(
          record.samples().stream()
              .allMatch(
                  sample -> sample.isRedacted() || sample.value() != Double.parseDouble(CARD)));
    }
  }

  /** Microseconds of the year 2113: the table of records would show the card as a time. */
  @Test
  void aCardAsTheTimeOfASampleIsFoundAndLeftOut() {
    ScannedObject scanned =
        scan(
            "other/metrics",
            "{\"resourceMetrics\":[{\"scopeMetrics\":[{\"metrics\":[{\"name\":\"card_number\",\"gauge\":{\"dataPoints\":["
                + "{\"timeUnixNano\":\"1772000000000000000\",\"asInt\":\"3\"},"
                + "{\"timeUnixNano\":\"4539173502846154000\",\"asInt\":\"4\"}]}}]}]}]}\n");
    assertTrue(
        scanned.findings.stream()
            .anyMatch(
                row ->
                    row.finding().fieldPath().equals("samples[0].time")
                        && row.finding()
                            .fingerprint()
                            .equals(ScannedObject.KEY.fingerprint(CARD))));
    List<Sample> samples =
        scanned.records.stream().flatMap(record -> record.samples().stream()).toList();
    assertEquals(2, samples.size());
    assertEquals(Instant.ofEpochSecond(1_772_000_000), samples.get(0).time());
    assertNull(samples.get(1).time());
    assertEquals(4, samples.get(1).value());
  }

  @Test
  void aSampleOfAnotherMetricIsKept() {
    ScannedObject scanned =
        scan("other/metrics", "# TYPE heap_bytes gauge\nheap_bytes{shop=\"a\"} 4539173502846154\n");
    assertEquals(List.of(), scanned.findings);
  }

  @Test
  void aKeyIsScanned() {
    ScannedObject scanned =
        scan("exports/anna.schmidt@blaugruen-handel.de/log.json", "{\"message\":\"nothing\"}\n");
    FindingRow found = scanned.findings.get(0);
    assertEquals(FindingRow.IN_KEY, found.recordIndex());
    assertEquals("object_key", found.finding().fieldPath());
    assertEquals(1, scanned.object.findingCount());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "logs/2026/04/05/«ann.bright@corp-example.io»-1-2026-04-05-10-11-12-1b4e28ba-2fa1-4d2e-883f-0016d3cca427",
        "logs/«ann.bright@corp-example.io»-2026-04-05-10-11-12-1b4e28ba-2fa1-4d2e-883f-0016d3cca427.gz",
        "logs/«ann.bright@corp-example.io»-12-2026-04-05-10-11-12-1b4e28ba-2fa1-4d2e-883f-0016d3cca427",
        "audit/user=«ann.bright@corp-example.io»/part-0.json",
        "home/«ann.bright@corp-example.io».json.gz",
        "home/«ann.bright@corp-example.io»-20260405.log",
        "home/«ann.bright@corp-example.io»_2026-04-05.csv"
      })
  void whatIsAppendedToAKeyIsNoPartOfTheValue(String marked) {
    String key = marked.replace("«", "").replace("»", "");
    int start = marked.indexOf('«');
    String value = marked.substring(start + 1, marked.indexOf('»'));
    ScannedObject scanned = scan(key, "{\"message\":\"nothing\"}\n");
    assertEquals(1, scanned.findings.size());
    FindingRow found = scanned.findings.get(0);
    assertEquals(FindingRow.IN_KEY, found.recordIndex());
    assertEquals(ScannedObject.KEY.fingerprint(value), found.finding().fingerprint());
    assertEquals(start, found.finding().start());
  }

  @Test
  void textInABinaryStructureInBase64IsFound() {
    byte[] structure = new byte[200];
    new Random(4).nextBytes(structure);
    byte[] text = "anna.schmidt@blaugruen-handel.de".getBytes(StandardCharsets.UTF_8);
    structure[99] = 0;
    System.arraycopy(text, 0, structure, 100, text.length);
    structure[100 + text.length] = 0;
    String base64 = Base64.getEncoder().encodeToString(structure);
    ScannedObject scanned = scan("other/a.json", "{\"ARROW:schema\":\"" + base64 + "\"}\n");
    assertEquals(1, scanned.findings.size());
    assertFalse(scanned.records.get(0).body().contains(base64));
  }

  private static ScannedObject scan(String key, String object) {
    return ScannedObject.of(key, object.getBytes(StandardCharsets.UTF_8), Limits.defaults());
  }
}
