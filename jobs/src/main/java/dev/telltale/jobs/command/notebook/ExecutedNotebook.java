package dev.telltale.jobs.command.notebook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.telltale.jobs.page.Pages;

/** A notebook with its results, as a file of format 4.5. */
final class ExecutedNotebook {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MAX_ID = 64;

  private ExecutedNotebook() {}

  static String json(Notebook notebook, NotebookRun run) {
    ObjectNode root = JSON.createObjectNode();
    ArrayNode cells = root.putArray("cells");
    int count = 0;
    for (RanCell ran : run.cells()) {
      ObjectNode cell = cells.addObject();
      String id = ran.cell().id().replaceAll("[^A-Za-z0-9_-]", "-");
      cell.put("id", id.substring(0, Math.min(MAX_ID, id.length())));
      cell.putObject("metadata");
      lines(cell.putArray("source"), ran.cell().source());
      switch (ran.cell().kind()) {
        case MARKDOWN -> cell.put("cell_type", "markdown");
        case RAW -> cell.put("cell_type", "raw");
        case CODE -> {
          cell.put("cell_type", "code");
          boolean wasRun = ran.result() != null || ran.failure() != null;
          count += wasRun ? 1 : 0;
          if (wasRun) {
            cell.put("execution_count", count);
          } else {
            cell.putNull("execution_count");
          }
          outputs(cell.putArray("outputs"), ran, count);
        }
      }
    }
    root.set("metadata", notebook.metadata());
    root.put("nbformat", 4);
    root.put("nbformat_minor", 5);
    return written(root);
  }

  static String written(ObjectNode root) {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("writing a tree as JSON", impossible);
    }
  }

  private static void outputs(ArrayNode outputs, RanCell ran, int count) {
    if (ran.failure() != null) {
      ObjectNode error = outputs.addObject();
      error.put("output_type", "error").put("ename", "mistake").put("evalue", ran.failure());
      error.putArray("traceback").add(ran.failure());
      return;
    }
    if (ran.chart() != null) {
      ObjectNode display = outputs.addObject().put("output_type", "display_data");
      display.putObject("metadata");
      ObjectNode data = display.putObject("data");
      data.put("image/svg+xml", Pages.svg(ran.chart()));
      data.put("text/plain", ran.chart().title());
    }
    if (ran.result() != null) {
      ObjectNode result = outputs.addObject().put("output_type", "execute_result");
      result.put("execution_count", count);
      result.putObject("metadata");
      ObjectNode data = result.putObject("data");
      data.put("text/html", Pages.html(ran.result().table("Result")));
      data.put("text/plain", ran.result().plain());
    }
  }

  private static void lines(ArrayNode array, String source) {
    int from = 0;
    while (from < source.length()) {
      int end = source.indexOf('\n', from) + 1;
      end = end == 0 ? source.length() : end;
      array.add(source.substring(from, end));
      from = end;
    }
  }
}
