package dev.telltale.detection.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
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
          "reference",
          "enabled",
          "generic",
          "numbers",
          "pattern",
          "field-pattern",
          "validators",
          "not-in",
          "keywords",
          "examples");
  private static final Set<String> KEYWORD_KEYS =
      Set.of("words", "unless", "where", "distance", "required", "confidence");
  private static final Set<String> CATEGORIES =
      Set.of("credential", "personal", "financial", "health", "network", "custom");
  private static final Set<String> SEVERITIES = Set.of("low", "medium", "high", "critical");
  private static final int FEWEST_EXAMPLES = 2;

  private final String place;
  private final JsonNode node;
  private final List<String> problems;

  RuleEntry(String file, JsonNode node, List<String> problems) {
    this.place = file + ": rule " + node.path("id").asText("without id");
    this.node = node;
    this.problems = problems;
  }

  RuleSource read() {
    known(node, KEYS, "");
    String id = text("id");
    if (!id.isEmpty() && !wellFormed(id)) {
      problem("an id is lower-case words joined by dots and hyphens");
    }
    if (!node.has("pattern") && !node.has("field-pattern")) {
      problem("pattern is missing");
    }
    if (node.has("field-pattern") && !node.has("keywords")) {
      problem("field-pattern needs keywords that tell which fields");
    }
    return new RuleSource(
        id,
        text("title"),
        oneOf("category", CATEGORIES),
        oneOf("severity", SEVERITIES),
        probability(node, "confidence", -1),
        text("reference"),
        node.path("enabled").asBoolean(true),
        node.path("generic").asBoolean(false),
        node.path("numbers").asBoolean(false),
        node.path("pattern").asText(null),
        node.path("field-pattern").asText(null),
        strings(node, "validators"),
        roles(),
        node.has("keywords") ? keywords(node.get("keywords")) : null,
        examples());
  }

  private Keywords keywords(JsonNode keywords) {
    known(keywords, KEYWORD_KEYS, "keywords.");
    List<String> words = strings(keywords, "words");
    if (words.isEmpty()) {
      problem("keywords.words is missing");
    }
    Set<Keywords.Where> where = EnumSet.noneOf(Keywords.Where.class);
    for (String place : strings(keywords, "where")) {
      try {
        where.add(Keywords.Where.valueOf(place.toUpperCase(Locale.ROOT)));
      } catch (IllegalArgumentException unknown) {
        problem("keywords.where: " + place + " is not one of key, path, before, after");
      }
    }
    if (where.isEmpty()) {
      where.addAll(EnumSet.of(Keywords.Where.KEY, Keywords.Where.BEFORE));
    }
    return new Keywords(
        words.stream().map(Words::of).toList(),
        strings(keywords, "unless").stream().map(Words::of).toList(),
        where,
        keywords.path("distance").asInt(40),
        keywords.path("required").asBoolean(true),
        probability(keywords, "confidence", node.path("confidence").asDouble()));
  }

  private Set<FieldRole> roles() {
    Set<FieldRole> roles = EnumSet.noneOf(FieldRole.class);
    for (String role : strings(node, "not-in")) {
      try {
        roles.add(FieldRole.valueOf(role.toUpperCase(Locale.ROOT)));
      } catch (IllegalArgumentException unknown) {
        problem("not-in: " + role + " is not a role");
      }
    }
    return roles;
  }

  private List<Example> examples() {
    known(node.path("examples"), Set.of("match", "clean"), "examples.");
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
    if (matches < FEWEST_EXAMPLES || clean < FEWEST_EXAMPLES) {
      problem("at least 2 matching and 2 clean examples are needed");
    }
    return examples;
  }

  private String key(JsonNode example) {
    if (example.isObject()) {
      known(example, Set.of("key", "text"), "examples.");
    }
    return example.path("key").asText(null);
  }

  private static String exampleText(JsonNode example) {
    return example.isObject() ? example.path("text").asText() : example.asText();
  }

  private static boolean wellFormed(String id) {
    return id.chars()
            .allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-')
        && id.indexOf('.') > 0;
  }

  private String text(String key) {
    String value = node.path(key).asText("");
    if (value.isBlank()) {
      problem(key + " is missing");
    }
    return value;
  }

  private String oneOf(String key, Set<String> allowed) {
    String value = text(key);
    if (!value.isEmpty() && !allowed.contains(value)) {
      problem(key + ": " + value + " is not one of " + new java.util.TreeSet<>(allowed));
    }
    return value;
  }

  private double probability(JsonNode from, String key, double fallback) {
    double value = from.path(key).asDouble(fallback);
    if (value < 0 || value > 1) {
      problem(key + " is a number from 0 to 1");
    }
    return value;
  }

  private List<String> strings(JsonNode from, String key) {
    List<String> strings = new ArrayList<>();
    for (JsonNode item : from.path(key)) {
      strings.add(item.asText());
    }
    if (from.has(key) && !from.get(key).isArray()) {
      problem(key + " is a list");
    }
    return strings;
  }

  private void known(JsonNode object, Set<String> keys, String prefix) {
    for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
      String found = names.next();
      if (!keys.contains(found)) {
        problem("unknown key " + prefix + found);
      }
    }
  }

  private void problem(String text) {
    problems.add(place + ": " + text);
  }
}
