package dev.telltale.detection.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A mapping in a YAML file, and its problems as they are found. */
final class YamlEntry {
  private static final int STANDARD_DISTANCE = 40;

  private final String place;
  private final JsonNode node;
  private final List<String> problems;

  YamlEntry(String place, JsonNode node, List<String> problems) {
    this.place = place;
    this.node = node;
    this.problems = problems;
  }

  JsonNode node() {
    return node;
  }

  void problem(String text) {
    problems.add(place + ": " + text);
  }

  /** Everything but these keys is a problem. */
  void known(Set<String> keys, String prefix) {
    for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
      String found = names.next();
      if (!keys.contains(found)) {
        problem("unknown key " + prefix + found);
      }
    }
  }

  /** Empty, with a problem, when there is none. */
  String text(String key) {
    String value = node.path(key).asText("");
    if (value.isBlank()) {
      problem(key + " is missing");
    }
    return value;
  }

  String oneOf(String key, Set<String> allowed) {
    String value = text(key);
    if (!value.isEmpty() && !allowed.contains(value)) {
      problem(key + ": " + value + " is not one of " + new java.util.TreeSet<>(allowed));
    }
    return value;
  }

  double probability(String key, double fallback) {
    JsonNode value = node.path(key);
    double number = value.asDouble(fallback);
    if (number < 0 || number > 1 || !(value.isNumber() || value.isMissingNode())) {
      problem(key + " is a number from 0 to 1");
    }
    return number;
  }

  List<String> strings(String key) {
    List<String> strings = new ArrayList<>();
    for (JsonNode item : node.path(key)) {
      strings.add(item.asText());
    }
    if (node.has(key) && !node.get(key).isArray()) {
      problem(key + " is a list");
    }
    return strings;
  }

  /**
   * The words of this mapping and where they count.
   *
   * @param prefix of the keys, for messages
   * @param confidence where the mapping gives none
   */
  Keywords keywords(String prefix, boolean required, double confidence) {
    List<String> words = strings("words");
    if (words.isEmpty()) {
      problem(prefix + "words is missing");
    }
    Set<Keywords.Where> where = EnumSet.noneOf(Keywords.Where.class);
    for (String name : strings("where")) {
      try {
        where.add(Keywords.Where.valueOf(name.toUpperCase(Locale.ROOT)));
      } catch (IllegalArgumentException unknown) {
        problem(prefix + "where: " + name + " is not one of key, path, holder, before, after");
      }
    }
    if (where.isEmpty()) {
      where.addAll(EnumSet.of(Keywords.Where.KEY, Keywords.Where.BEFORE));
    }
    return new Keywords(
        words.stream().map(KeywordTokens::of).toList(),
        strings("unless").stream().map(KeywordTokens::of).toList(),
        strings("unless-after").stream().map(KeywordTokens::of).toList(),
        where,
        node.path("distance").asInt(STANDARD_DISTANCE),
        node.path("required").asBoolean(required),
        probability("confidence", confidence));
  }
}
