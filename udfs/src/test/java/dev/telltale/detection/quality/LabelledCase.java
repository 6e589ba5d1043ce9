package dev.telltale.detection.quality;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A text whose sensitive values somebody has labelled. {@code isExpected} speaks for the labelled
 * rule only: a text without its value can hold another one. Holds content: never printed.
 */
final class LabelledCase {
  private final String place;
  private final JsonNode node;

  LabelledCase(String place, JsonNode node) {
    this.place = place;
    this.node = node;
  }

  /** File and line, to look the case up. */
  String place() {
    return place;
  }

  /** The file's name without its ending. */
  String source() {
    return place.substring(0, place.indexOf(':'));
  }

  /** {@code secret} or {@code pii}. */
  String kind() {
    return node.path("kind").asText();
  }

  /** As the labeller named it; none of ours. */
  String rule() {
    return node.path("rule").asText();
  }

  boolean isExpected() {
    return node.path("expect").asBoolean();
  }

  String reveal() {
    return node.path("text").asText();
  }

  /** The values to be found; empty where only the text as a whole is labelled. */
  List<String> revealValues() {
    List<String> values = new ArrayList<>();
    node.path("secrets").forEach(value -> values.add(value.asText()));
    if (values.isEmpty() && node.hasNonNull("secret")) {
      values.add(node.path("secret").asText());
    }
    if (values.isEmpty()) {
      String text = reveal();
      node.path("spans")
          .forEach(span -> values.add(text.substring(span.path(0).asInt(), span.path(1).asInt())));
    }
    values.removeIf(String::isEmpty);
    return values;
  }

  @Override
  public String toString() {
    return place + ", a text of " + reveal().length() + " characters";
  }
}
