package dev.telltale.detection.rules;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.Set;
import java.util.TreeSet;

/**
 * The files that a team's file names, which are read before it can be.
 *
 * @param digests lists of digests
 * @param plain lists of plain values, which are digested where they are read
 */
public record TeamLists(Set<String> digests, Set<String> plain) {
  public TeamLists {
    digests = Set.copyOf(digests);
    plain = Set.copyOf(plain);
  }

  /** None where the text is no YAML: reading the file itself says so. */
  public static TeamLists in(String yaml) {
    Set<String> digests = new TreeSet<>();
    Set<String> plain = new TreeSet<>();
    try {
      JsonNode root = new YAMLMapper().readTree(yaml);
      for (JsonNode entry : root.path("known")) {
        add(entry.path("values"), digests);
      }
      for (JsonNode entry : root.path("allow")) {
        add(entry.path("values"), digests);
        add(entry.path("plain-values"), plain);
      }
    } catch (JacksonException broken) {
      return new TeamLists(Set.of(), Set.of());
    }
    return new TeamLists(digests, plain);
  }

  private static void add(JsonNode name, Set<String> names) {
    if (name.isTextual()) {
      names.add(name.asText());
    }
  }
}
