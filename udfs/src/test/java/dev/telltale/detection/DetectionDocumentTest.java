package dev.telltale.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/rules.md} and the roles in {@code docs/detection.md} are those of the rule set.
 * {@code -Dtelltale.docs.write=true} writes them anew.
 */
class DetectionDocumentTest {
  private static final Path DETECTION = Path.of("../docs/detection.md");
  private static final Path RULES = Path.of("../docs/rules.md");
  private static final String MARKER =
      "<!-- From here on written by DetectionDocumentTest: mvn -pl udfs test"
          + " -Dtest=DetectionDocumentTest -Dtelltale.docs.write=true -->\n\n";

  @Test
  void theRolesAreCurrent() throws IOException {
    String document = Files.readString(DETECTION);
    int marker = document.indexOf(MARKER);
    assertTrue(marker > 0, "the marker stands in docs/detection.md");
    assertCurrent(DETECTION, document.substring(0, marker) + MARKER + RoleDocument.text());
  }

  @Test
  void theIndexOfRulesIsCurrent() throws IOException {
    assertCurrent(RULES, RuleDocument.text());
  }

  private static void assertCurrent(Path file, String current) throws IOException {
    if (Boolean.getBoolean("telltale.docs.write")) {
      Files.writeString(file, current);
    }
    assertEquals(current, Files.readString(file));
  }
}
