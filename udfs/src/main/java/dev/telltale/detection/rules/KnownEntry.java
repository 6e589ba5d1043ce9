package dev.telltale.detection.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One entry of a team's lists of known values, read key by key. */
final class KnownEntry {
  private static final Set<String> KEYS =
      Set.of("id", "title", "category", "severity", "confidence", "values");
  private static final double STANDARD_CONFIDENCE = 0.95;

  private final YamlEntry entry;
  private final Map<String, DigestList> lists;
  private final int before;
  private final List<String> problems;

  KnownEntry(String file, JsonNode node, Map<String, DigestList> lists, List<String> problems) {
    this.entry =
        new YamlEntry(
            file + ": known values " + node.path("id").asText("without id"), node, problems);
    this.lists = lists;
    this.problems = problems;
    this.before = problems.size();
  }

  /** Null, with problems, when it cannot be used. */
  KnownValues read() {
    entry.known(KEYS, "");
    String id = entry.text("id");
    if (!id.isEmpty() && !RuleEntry.wellFormed(id)) {
      entry.problem("an id is lower-case words joined by dots and hyphens");
    }
    DigestList list = lists.get(entry.text("values"));
    if (list == null) {
      entry.problem("values names a file that was not read");
    }
    RuleSource source =
        new RuleSource(
            id,
            entry.text("title"),
            entry.oneOf("category", RuleEntry.CATEGORIES),
            entry.oneOf("severity", RuleEntry.SEVERITIES),
            entry.probability("confidence", STANDARD_CONFIDENCE),
            entry.probability("confidence", STANDARD_CONFIDENCE),
            "the team's own list",
            true,
            false,
            false,
            false,
            null,
            null,
            List.of(),
            Set.of(),
            null,
            List.of(),
            List.of());
    return problems.size() == before ? new KnownValues(new Rule(source, List.of()), list) : null;
  }
}
