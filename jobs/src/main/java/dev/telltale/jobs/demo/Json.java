package dev.telltale.jobs.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** JSON as it is written down: names and values in turn, order kept. */
final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  /** Names and values in turn. A value is a node, a list, a string, a number or a boolean. */
  static ObjectNode object(Object... namesAndValues) {
    ObjectNode object = MAPPER.createObjectNode();
    for (int at = 0; at < namesAndValues.length; at += 2) {
      object.set((String) namesAndValues[at], node(namesAndValues[at + 1]));
    }
    return object;
  }

  static ArrayNode array(Object... items) {
    return MAPPER.valueToTree(List.of(items));
  }

  private static JsonNode node(Object value) {
    return value instanceof JsonNode node ? node : MAPPER.valueToTree(value);
  }

  static String text(JsonNode node) {
    try {
      return MAPPER.writeValueAsString(node);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("writing JSON", impossible);
    }
  }

  static String prettyText(JsonNode node) {
    return node.toPrettyString();
  }

  static byte[] bytes(JsonNode node) {
    return text(node).getBytes(UTF_8);
  }
}
