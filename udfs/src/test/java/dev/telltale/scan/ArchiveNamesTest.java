package dev.telltale.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.limit.Limits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class ArchiveNamesTest {
  private static byte[] zip(String name) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write("{\"message\":\"ok\"}\n".getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }

  @Test
  void aFileNameThatGivesSomethingAwayIsAFindingAndARedactedRecord() throws IOException {
    ScannedObject scanned =
        ScannedObject.of(
            "logs/a", zip("export/anna.bergmann@norvikfreight.com/app.json"), Limits.defaults());
    assertEquals(1, scanned.findings.size());
    assertEquals(2, scanned.records.size());
    String body = scanned.records.get(0).body();
    assertTrue(body.contains("[telltale:pii.email:") && !body.contains("bergmann"), body);
  }

  @Test
  void aFileNameThatGivesNothingAwayIsNoRecord() throws IOException {
    ScannedObject scanned = ScannedObject.of("logs/a", zip("export/app.json"), Limits.defaults());
    assertEquals(1, scanned.records.size());
    assertEquals(0, scanned.findings.size());
  }
}
