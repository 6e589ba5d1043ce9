package dev.telltale.rewriting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.decoding.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Real files, in the containers that Firehose writes: everything that is found goes. */
class RewritingCorpusTest {
  private static final int MAX_BYTES = 200_000;

  @Test
  void everythingThatIsFoundInSamplesCanBeTakenOut() {
    List<String> failures = new ArrayList<>();
    Map<String, Integer> outcomes = new TreeMap<>();
    for (String file : Samples.under("derived", "")) {
      byte[] bytes = Samples.bytes(file);
      if (bytes.length > MAX_BYTES || file.endsWith(".tsv")) {
        continue;
      }
      RewrittenObject rewritten = RewrittenObject.of("logs/x", bytes, row -> true);
      String outcome = rewritten.obstacle() == null ? "rewritten" : rewritten.obstacle().label();
      outcomes.merge(outcome, 1, Integer::sum);
      if (rewritten.obstacle() != null && rewritten.obstacle() != Obstacle.NO_TARGET) {
        failures.add(file + ": " + outcome);
      }
    }
    assertEquals("", String.join("\n", failures));
    assertTrue(outcomes.getOrDefault("rewritten", 0) > 0, outcomes::toString);
  }
}
