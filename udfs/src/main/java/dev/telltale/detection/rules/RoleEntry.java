package dev.telltale.detection.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** One entry of {@code roles.yaml}, read key by key. */
public final class RoleEntry {
  private static final Set<String> KEYS =
      Set.of("role", "names", "heads", "units", "value", "shapes", "examples");
  private static final int MIN_EXAMPLES = 2;

  private final YamlEntry entry;
  private final List<String> problems;

  RoleEntry(JsonNode node, List<String> problems) {
    this.problems = problems;
    entry = new YamlEntry("roles.yaml: role " + node.path("role").asText("?"), node, problems);
  }

  /**
   * A role as it is written.
   *
   * @param names words in a field's name
   * @param heads words that decide what a name or a phrase is of when they are its last
   * @param units words that say what a number counts when they stand after it, in lower case
   * @param value a pattern for what has the role by its field's name; null for anything
   * @param shapes of words that have the role anywhere
   * @param having examples of fields that have the role: the key is null for a shape
   * @param lacking examples of fields that do not
   */
  public record Read(
      FieldRole role,
      List<List<String>> names,
      List<List<String>> heads,
      Set<String> units,
      String value,
      List<RoleShape> shapes,
      List<Example> having,
      List<Example> lacking) {
    public Read {
      names = List.copyOf(names);
      heads = List.copyOf(heads);
      units = Set.copyOf(units);
      shapes = List.copyOf(shapes);
      having = List.copyOf(having);
      lacking = List.copyOf(lacking);
    }

    String essence() {
      return role
          + " "
          + names.stream().map(String::valueOf).sorted().toList()
          + " "
          + heads.stream().map(String::valueOf).sorted().toList()
          + " "
          + new TreeSet<>(units)
          + " "
          + value
          + " "
          + shapes.stream().map(RoleShape::essence).sorted().toList();
    }
  }

  /** Null when its role is none. */
  Read read() {
    entry.known(KEYS, "");
    FieldRole role = role();
    if (role == null) {
      return null;
    }
    List<Example> having = examples("match");
    List<Example> lacking = examples("clean");
    if (having.size() < MIN_EXAMPLES || lacking.size() < MIN_EXAMPLES) {
      entry.problem("at least 2 matching and 2 clean examples are needed");
    }
    return new Read(
        role,
        entry.strings("names").stream().map(KeywordTokens::of).toList(),
        entry.strings("heads").stream().map(KeywordTokens::of).toList(),
        Set.copyOf(entry.strings("units")),
        entry.node().path("value").asText(null),
        shapes(role),
        having,
        lacking);
  }

  private FieldRole role() {
    try {
      return FieldRole.valueOf(entry.text("role").toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      entry.problem("there is no such role");
      return null;
    }
  }

  private List<RoleShape> shapes(FieldRole role) {
    List<RoleShape> shapes = new ArrayList<>();
    for (JsonNode node : entry.node().path("shapes")) {
      YamlEntry shape = new YamlEntry("roles.yaml: role " + role.id(), node, problems);
      shape.known(Set.of("name", "pattern", "outweighs"), "shapes.");
      String outweighs = shape.oneOf("outweighs", Set.of("nothing", "words", "names"));
      RoleShape.Strength strength =
          switch (outweighs) {
            case "names" -> RoleShape.Strength.ALWAYS;
            case "words" -> RoleShape.Strength.BESIDE_KEYWORD;
            default -> RoleShape.Strength.WITHOUT_KEYWORD;
          };
      try {
        shapes.add(new RoleShape(role, shape.text("name"), strength, shape.text("pattern")));
      } catch (PatternSyntaxException broken) {
        shape.problem("shapes.pattern: " + broken.getDescription());
      }
    }
    return shapes;
  }

  private List<Example> examples(String kind) {
    List<Example> examples = new ArrayList<>();
    for (JsonNode example : entry.node().path("examples").path(kind)) {
      examples.add(Example.clean(example.path("key").asText(null), example.path("text").asText()));
    }
    return examples;
  }
}
