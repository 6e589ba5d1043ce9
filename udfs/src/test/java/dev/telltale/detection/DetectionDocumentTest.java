package dev.telltale.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/detection.md} says what the rules say. {@code -Dtelltale.docs.write=true} writes the
 * part below the marker anew.
 */
class DetectionDocumentTest {
  private static final Path FILE = Path.of("../docs/detection.md");
  private static final String MARKER =
      "<!-- From here on written by DetectionDocumentTest: mvn -pl udfs test"
          + " -Dtest=DetectionDocumentTest -Dtelltale.docs.write=true -->\n\n";

  @Test
  void theDocumentIsCurrent() throws IOException {
    String document = Files.readString(FILE);
    int marker = document.indexOf(MARKER);
    assertTrue(marker > 0, "the marker stands in docs/detection.md");
    String current = document.substring(0, marker) + MARKER + RuleDocument.text();
    if (Boolean.getBoolean("telltale.docs.write")) {
      Files.writeString(FILE, current);
      return;
    }
    assertEquals(current, document);
  }
}
