package dev.telltale.jobs.command.notebook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.telltale.jobs.settings.UserMistake;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A notebook file, format 4 (https://nbformat.readthedocs.io/en/latest/format_description.html).
 *
 * @param name what it is called, without the end of a file name
 * @param metadata as it was read
 */
record Notebook(String name, ObjectNode metadata, List<NotebookCell> cells) {
  static final String END = ".ipynb";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int FORMAT = 4;

  Notebook {
    cells = List.copyOf(cells);
  }

  /**
   * Reads a file.
   *
   * @param file its name, for messages
   * @throws UserMistake if it is no notebook of that format
   */
  static Notebook read(String file, String json) {
    JsonNode root;
    try {
      root = JSON.readTree(json);
    } catch (JsonProcessingException broken) {
      throw mistake(
          file,
          broken.getLocation() == null
              ? "it is no JSON"
              : "it stops to be JSON at line " + broken.getLocation().getLineNr());
    }
    if (!root.path("cells").isArray() || root.path("nbformat").asInt() != FORMAT) {
      throw mistake(file, "it has no list of cells, or its nbformat is not 4");
    }
    List<NotebookCell> cells = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (JsonNode cell : root.path("cells")) {
      String id = cell.path("id").asText("");
      if (id.isEmpty() || !ids.add(id)) {
        id = "cell-" + (cells.size() + 1);
        ids.add(id);
      }
      cells.add(new NotebookCell(kind(file, cell), id, source(cell.path("source"))));
    }
    ObjectNode metadata =
        root.path("metadata") instanceof ObjectNode given ? given : JSON.createObjectNode();
    String plain = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    String name = plain.endsWith(END) ? plain.substring(0, plain.length() - END.length()) : plain;
    return new Notebook(name, metadata, cells);
  }

  private static NotebookCell.Kind kind(String file, JsonNode cell) {
    return switch (cell.path("cell_type").asText("").toLowerCase(Locale.ROOT)) {
      case "markdown" -> NotebookCell.Kind.MARKDOWN;
      case "code" -> NotebookCell.Kind.CODE;
      case "raw" -> NotebookCell.Kind.RAW;
      default -> throw mistake(file, "a cell is neither code, nor markdown, nor raw");
    };
  }

  /** A text, or a list of lines with their ends. */
  private static String source(JsonNode source) {
    if (!source.isArray()) {
      return source.asText("");
    }
    StringBuilder whole = new StringBuilder();
    source.forEach(line -> whole.append(line.asText("")));
    return whole.toString();
  }

  private static UserMistake mistake(String file, String cause) {
    return new UserMistake(
        file + " is not a notebook",
        cause,
        "name a file of Jupyter's format 4; telltale notebook new FILE writes one");
  }

  /** The first heading of its text; the name where there is none. */
  String title() {
    for (NotebookCell cell : cells) {
      if (cell.kind() == NotebookCell.Kind.MARKDOWN) {
        for (String line : cell.source().lines().toList()) {
          if (line.startsWith("# ")) {
            return line.substring(2).strip();
          }
        }
      }
    }
    return name;
  }
}
