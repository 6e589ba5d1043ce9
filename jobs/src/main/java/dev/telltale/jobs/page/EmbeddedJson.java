package dev.telltale.jobs.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * JSON as it may stand in a script element, which templates cannot escape without changing it. No
 * {@code <} is left, so that nothing in it ends the element or begins a comment (HTML,
 * "Restrictions for contents of script elements"); the two separators that are line ends in scripts
 * are escaped too.
 */
public final class EmbeddedJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private EmbeddedJson() {}

  public static String of(JsonNode node) {
    try {
      return JSON.writeValueAsString(node)
          .replace("<", "\\u003c")
          .replace("\u2028", "\\u2028")
          .replace("\u2029", "\\u2029");
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("writing a tree as JSON", impossible);
    }
  }
}
