package dev.telltale.detection.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/** Values that issuers print in their documents, which therefore leak nothing. Immutable. */
final class PublishedExamples {
  private final Set<String> values;

  private PublishedExamples(Set<String> values) {
    this.values = Set.copyOf(values);
  }

  static PublishedExamples read(JsonNode yaml) {
    Set<String> values = new HashSet<>();
    for (JsonNode group : yaml) {
      group.path("values").forEach(value -> values.add(bare(value.asText())));
    }
    return new PublishedExamples(values);
  }

  boolean contains(String value) {
    return value.length() <= 4_096 && values.contains(bare(value));
  }

  /** Without the separators that people write into numbers. */
  private static String bare(String value) {
    StringBuilder out = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c != ' ' && c != '-') {
        out.append(c);
      }
    }
    return out.toString();
  }

  String essence() {
    return new TreeSet<>(values).toString();
  }
}
