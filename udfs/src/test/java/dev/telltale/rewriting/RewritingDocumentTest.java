package dev.telltale.rewriting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.limit.Limits;
import dev.telltale.rewriting.layer.Layers;
import dev.telltale.unpacking.Packing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What {@code docs/rewriting.md} says can be written is what can be written. */
class RewritingDocumentTest {
  private static final Path DOCUMENT = Path.of("../docs/rewriting.md");

  @Test
  void theTableOfLayersIsTrue() throws IOException {
    Map<String, Boolean> stated = new TreeMap<>();
    for (List<String> row : rows("| layer |")) {
      for (String name : row.get(0).split(", ", -1)) {
        stated.put(name.replace("`", ""), row.get(1).equals("yes"));
      }
    }
    stated.forEach((name, yes) -> assertEquals(Layers.areWritten(name), yes, name));
    for (Packing packing : Packing.ALL) {
      assertTrue(stated.containsKey(packing.name()), packing.name());
    }
  }

  @Test
  void everyReasonHasARow() throws IOException {
    TreeSet<String> stated = new TreeSet<>();
    rows("| reason |").forEach(row -> stated.add(row.get(0).replace("`", "")));
    TreeSet<String> known = new TreeSet<>();
    Arrays.stream(Obstacle.values()).forEach(obstacle -> known.add(obstacle.label()));
    assertEquals(known, stated);
  }

  @Test
  void theLimitsAreTheStatedOnes() throws IOException {
    String document = Files.readString(DOCUMENT);
    assertTrue(document.contains("larger than " + (Limits.MAX_REWRITTEN_BYTES >> 20) + " MiB"));
    assertTrue(
        document.contains("more than " + (Limits.MAX_REWRITTEN_UNPACKED_BYTES >> 20) + " MiB"));
  }

  private static List<List<String>> rows(String header) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    boolean inside = false;
    for (String line : Files.readAllLines(DOCUMENT)) {
      if (line.startsWith(header)) {
        inside = true;
      } else if (!line.startsWith("|")) {
        inside = false;
      } else if (inside && !line.startsWith("|---")) {
        rows.add(Arrays.stream(line.substring(1).split("\\|", -1)).map(String::strip).toList());
      }
    }
    return rows;
  }
}
