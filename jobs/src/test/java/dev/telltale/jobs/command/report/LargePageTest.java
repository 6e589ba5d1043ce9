package dev.telltale.jobs.command.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.telltale.jobs.limit.RunLimits;
import dev.telltale.jobs.page.Document;
import dev.telltale.jobs.page.Pages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** As many findings as a page takes, each with an object, a value and a path of its own. */
final class LargePageTest {
  private static final int MAX_BYTES = 15_000_000;

  private static FindingColumns columns(int rows) {
    Random random = new Random(1);
    FindingColumns columns = new FindingColumns();
    FindingColumns.Words severity = columns.words("severity", "Severity");
    FindingColumns.Words rule = columns.words("rule", "Rule");
    FindingColumns.Words masked = columns.words("masked", "Masked value");
    FindingColumns.Words type = columns.words("telemetry_type", "Telemetry");
    FindingColumns.Words emitter = columns.words("emitter", "Sent by");
    FindingColumns.Words path = columns.words("field_path", "Field");
    FindingColumns.Words exported = columns.words("exported", "Exported");
    FindingColumns.Words object = columns.words("object", "Object");
    FindingColumns.Numbers record = columns.numbers("record", "Record");
    FindingColumns.Numbers confidence = columns.numbers("confidence", "Confidence");
    FindingColumns.Words fingerprint = columns.words("fingerprint", "Fingerprint");
    for (int row = 0; row < rows; row++) {
      int hour = random.nextInt(24);
      String day = "2026/11/" + (10 + random.nextInt(20)) + "/" + hour;
      severity.add(List.of("critical", "high", "medium", "low").get(4 * row / rows));
      rule.add("family.rule-" + random.nextInt(100));
      masked.add(Integer.toString(random.nextInt(1 << 20), 36) + "****" + random.nextInt(999));
      type.add(List.of("logs", "metrics", "kubernetes").get(random.nextInt(3)));
      emitter.add("service-" + random.nextInt(400));
      path.add("$.items[" + random.nextInt(5000) + "].spec.containers[0].env[2].value");
      exported.add(day.replace('/', '-'));
      object.add("s3a://export/logs/" + day + "/logs-1-" + new UUID(random.nextLong(), row));
      record.add(random.nextInt(100_000));
      confidence.add(0.85);
      fingerprint.add(String.format("%016x", random.nextLong()));
      columns.endRow();
    }
    return columns;
  }

  @Test
  void aPageHoldsAHundredThousandFindingsAndStaysSmall() throws IOException {
    FindingColumns columns = columns(RunLimits.MAX_REPORTED_FINDINGS);
    Document.EmbeddedRows rows = columns.embedded(123_456, RunLimits.MAX_REPORTED_BYTES);
    assertEquals(RunLimits.MAX_REPORTED_FINDINGS, rows.embedded(), "none had to be left out");
    String page =
        Pages.html(
            new Document("Large", "A page of a test.", List.of(), List.of(), List.of(), rows, ""));
    byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
    System.out.println("page of " + rows.embedded() + " findings: " + bytes.length + " bytes");
    assertTrue(bytes.length < MAX_BYTES, bytes.length + " bytes");
    Path pages = Files.createDirectories(Path.of("target", "pages"));
    Files.write(pages.resolve("large.html"), bytes);
  }

  @Test
  void rowsThatDoNotFitAreLeftOutAtTheEndAndCounted() throws IOException {
    Document.EmbeddedRows rows = columns(5_000).embedded(5_000, 100_000);
    assertTrue(rows.json().length() <= 100_000);
    assertTrue(rows.embedded() < 5_000 && rows.embedded() > 100, rows.embedded() + " rows");
    JsonNode data = new ObjectMapper().readTree(rows.json());
    assertEquals(rows.embedded(), data.path("rows").asLong());
    for (JsonNode column : data.path("columns")) {
      assertEquals(rows.embedded(), column.path("cells").size());
    }
  }

  @Test
  void aDictionaryUnfoldsToTheWords() throws IOException {
    FindingColumns columns = new FindingColumns();
    FindingColumns.Words words = columns.words("w", "W");
    List<String> given = List.of("logs/b", "logs/a", "", "metrics", "logs/b", "lo\ud83d\ude00gs");
    given.forEach(
        word -> {
          words.add(word);
          columns.endRow();
        });
    JsonNode column =
        new ObjectMapper().readTree(columns.embedded(6, 10_000).json()).path("columns").get(0);
    List<String> dictionary = new ArrayList<>();
    String before = "";
    for (int at = 0; at < column.path("dictionary").size(); at += 2) {
      before =
          before.substring(0, column.path("dictionary").get(at).asInt())
              + column.path("dictionary").get(at + 1).asText();
      dictionary.add(before);
    }
    List<String> cells = new ArrayList<>();
    column.path("cells").forEach(cell -> cells.add(dictionary.get(cell.asInt())));
    assertEquals(given, cells);
  }
}
