package dev.telltale.detection.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One entry of hotwords, of a rule or for all rules, read key by key. */
final class HotwordEntry {
  private static final Set<String> KEYS =
      Set.of("words", "unless", "unless-after", "where", "distance", "adjust", "categories");

  private final YamlEntry entry;

  HotwordEntry(String place, JsonNode node, List<String> problems) {
    entry = new YamlEntry(place, node, problems);
  }

  Hotwords.Entry read() {
    entry.known(KEYS, "hotwords.");
    double adjust = entry.node().path("adjust").asDouble(0);
    if (adjust == 0 || Math.abs(adjust) > 0.5) {
      entry.problem("hotwords.adjust is a number from -0.5 to 0.5 that is not 0");
    }
    Keywords words = entry.keywords("hotwords.", false, 0);
    return new Hotwords.Entry(words, adjust, new HashSet<>(entry.strings("categories")));
  }
}
