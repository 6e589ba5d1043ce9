package dev.telltale.demo.telemetry;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** JSON as it is written down: names and values in turn, order kept. */
public final class JsonTree {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private JsonTree() {}

  /** Names and values in turn. A value is a node, a list, a string, a number or a boolean. */
  public static ObjectNode object(Object... namesAndValues) {
    ObjectNode object = MAPPER.createObjectNode();
    for (int at = 0; at < namesAndValues.length; at += 2) {
      object.set((String) namesAndValues[at], node(namesAndValues[at + 1]));
    }
    return object;
  }

  public static ArrayNode array(Object... items) {
    return MAPPER.valueToTree(List.of(items));
  }

  private static JsonNode node(Object value) {
    return value instanceof JsonNode node ? node : MAPPER.valueToTree(value);
  }

  public static String text(JsonNode node) {
    try {
      return MAPPER.writeValueAsString(node);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("writing JSON", impossible);
    }
  }

  public static String prettyText(JsonNode node) {
    return node.toPrettyString();
  }

  public static byte[] bytes(JsonNode node) {
    return text(node).getBytes(UTF_8);
  }
}
