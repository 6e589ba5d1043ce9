package dev.telltale.detection.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** One entry of a rule file, read key by key. */
final class RuleEntry {
  private static final Set<String> KEYS =
      Set.of(
          "id",
          "title",
          "category",
          "severity",
          "confidence",
          "bare",
          "reference",
          "enabled",
          "generic",
          "numbers",
          "names",
          "pattern",
          "field-pattern",
          "validators",
          "not-in",
          "keywords",
          "hotwords",
          "examples");
  private static final Set<String> KEYWORD_KEYS =
      Set.of("words", "unless", "unless-after", "where", "distance", "required", "confidence");
  static final Set<String> CATEGORIES =
      Set.of("credential", "personal", "financial", "health", "network", "custom");
  static final Set<String> SEVERITIES = Set.of("low", "medium", "high", "critical");
  private static final int MIN_EXAMPLES = 2;

  private final String place;
  private final JsonNode node;
  private final YamlEntry entry;
  private final List<String> problems;

  RuleEntry(String file, JsonNode node, List<String> problems) {
    this.place = file + ": rule " + node.path("id").asText("without id");
    this.node = node;
    this.problems = problems;
    this.entry = new YamlEntry(place, node, problems);
  }

  RuleSource read() {
    entry.known(KEYS, "");
    String id = entry.text("id");
    if (!id.isEmpty() && !wellFormed(id)) {
      problem("an id is lower-case words joined by dots and hyphens");
    }
    if (!node.has("pattern") && !node.has("field-pattern")) {
      problem("pattern is missing");
    }
    if (node.has("field-pattern") && !node.has("keywords")) {
      problem("field-pattern needs keywords that say which fields");
    }
    return new RuleSource(
        id,
        entry.text("title"),
        entry.oneOf("category", CATEGORIES),
        entry.oneOf("severity", SEVERITIES),
        entry.probability("confidence", -1),
        entry.probability("bare", node.path("confidence").asDouble()),
        entry.text("reference"),
        node.path("enabled").asBoolean(true),
        node.path("generic").asBoolean(false),
        node.path("numbers").asBoolean(false),
        node.path("names").asBoolean(false),
        node.path("pattern").asText(null),
        node.path("field-pattern").asText(null),
        entry.strings("validators"),
        roles(),
        node.has("keywords") ? keywords(node.get("keywords")) : null,
        hotwords(),
        examples());
  }

  private Keywords keywords(JsonNode keywords) {
    YamlEntry words = new YamlEntry(place, keywords, problems);
    words.known(KEYWORD_KEYS, "keywords.");
    return words.keywords("keywords.", true, node.path("confidence").asDouble());
  }

  private List<Hotwords.Entry> hotwords() {
    List<Hotwords.Entry> hotwords = new ArrayList<>();
    for (JsonNode words : node.path("hotwords")) {
      hotwords.add(new HotwordEntry(place, words, problems).read());
    }
    return hotwords;
  }

  private Set<FieldRole> roles() {
    Set<FieldRole> roles = EnumSet.noneOf(FieldRole.class);
    for (String role : entry.strings("not-in")) {
      try {
        roles.add(FieldRole.valueOf(role.toUpperCase(Locale.ROOT)));
      } catch (IllegalArgumentException unknown) {
        problem("not-in: " + role + " is not a role");
      }
    }
    return roles;
  }

  private List<Example> examples() {
    new YamlEntry(place, node.path("examples"), problems)
        .known(Set.of("match", "clean"), "examples.");
    List<Example> examples = new ArrayList<>();
    int matches = 0;
    for (JsonNode example : node.path("examples").path("match")) {
      Example marked = Example.marked(key(example), exampleText(example));
      if (marked == null) {
        problem("examples.match: the value stands between « and »");
      } else {
        examples.add(marked);
        matches++;
      }
    }
    int clean = 0;
    for (JsonNode example : node.path("examples").path("clean")) {
      examples.add(Example.clean(key(example), exampleText(example)));
      clean++;
    }
    if (matches < MIN_EXAMPLES || clean < MIN_EXAMPLES) {
      problem("at least 2 matching and 2 clean examples are needed");
    }
    return examples;
  }

  private String key(JsonNode example) {
    if (example.isObject()) {
      new YamlEntry(place, example, problems).known(Set.of("key", "text"), "examples.");
    }
    return example.path("key").asText(null);
  }

  private static String exampleText(JsonNode example) {
    return example.isObject() ? example.path("text").asText() : example.asText();
  }

  static boolean wellFormed(String id) {
    return id.chars()
            .allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-')
        && id.indexOf('.') > 0;
  }

  private void problem(String text) {
    entry.problem(text);
  }
}
