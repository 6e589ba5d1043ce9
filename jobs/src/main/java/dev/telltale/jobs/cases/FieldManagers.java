package dev.telltale.jobs.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/**
 * Which client wrote a field of a Kubernetes object, and when, by its {@code managedFields}.
 *
 * @see <a href="https://kubernetes.io/docs/reference/using-api/server-side-apply/">Field
 *     management</a>
 */
final class FieldManagers {
  private static final ObjectMapper JSON = new ObjectMapper();

  private FieldManagers() {}

  /**
   * Names and times of the clients that own the field.
   *
   * @param managedFields as JSON
   * @param names of members from the root of the object
   */
  static List<String> of(String managedFields, List<String> names) {
    List<String> managers = new ArrayList<>();
    try {
      for (JsonNode entry : JSON.readTree(managedFields)) {
        if (owns(entry.path("fieldsV1"), names)) {
          managers.add(
              entry.path("manager").asText("")
                  + " ("
                  + entry.path("operation").asText("")
                  + " "
                  + entry.path("time").asText("")
                  + ")");
        }
      }
    } catch (JsonProcessingException cutOrRedacted) {
      return List.of();
    }
    return managers;
  }

  /** Items of lists are named by their keys, which the path does not have. */
  private static boolean owns(JsonNode fields, List<String> names) {
    List<JsonNode> level = List.of(fields);
    for (String name : names) {
      List<JsonNode> next = new ArrayList<>();
      for (JsonNode node : level) {
        add(next, node, name);
        node.properties().stream()
            .filter(item -> item.getKey().startsWith("k:") || item.getKey().startsWith("v:"))
            .forEach(item -> add(next, item.getValue(), name));
      }
      if (next.isEmpty()) {
        return false;
      }
      if (next.stream().anyMatch(node -> node.isEmpty())) {
        // Owned as a whole.
        return true;
      }
      level = next;
    }
    return !names.isEmpty();
  }

  private static void add(List<JsonNode> next, JsonNode node, String name) {
    if (node.has("f:" + name)) {
      next.add(node.get("f:" + name));
    }
  }
}
