package dev.telltale.jobs.command.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.telltale.jobs.page.Document;
import dev.telltale.jobs.page.EmbeddedJson;
import dev.telltale.jobs.terminal.PlainText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Findings column by column, as the page of a report embeds them: a fifth of the size that rows
 * have. A column of text is a sorted dictionary, in which each word says how many characters it
 * shares with the one before, and a number for each row. Built by one thread.
 */
final class FindingColumns {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final List<String> GRAVEST_FIRST = List.of("critical", "high", "medium", "low");
  private static final int MAX_WORD = 400;

  private final List<Object> columns = new ArrayList<>();
  private int rows;

  /** Adds a column of text; returns where its cells go. */
  Words words(String name, String label) {
    Words column = new Words(name, label);
    columns.add(column);
    return column;
  }

  /** Adds a column of numbers; returns where its cells go. */
  Numbers numbers(String name, String label) {
    Numbers column = new Numbers(name, label);
    columns.add(column);
    return column;
  }

  /** After a cell was added to each column. */
  void endRow() {
    rows++;
  }

  /**
   * The rows as JSON.
   *
   * @param total findings that there are
   * @param maxBytes in UTF-8; rows at the end are left out for it
   */
  Document.EmbeddedRows embedded(long total, int maxBytes) {
    int kept = rows;
    String json = EmbeddedJson.of(json(kept));
    for (long bytes = bytes(json); bytes > maxBytes && kept > 0; bytes = bytes(json)) {
      kept = (int) Math.min(kept - 1, (long) kept * maxBytes / bytes * 95 / 100);
      json = EmbeddedJson.of(json(kept));
    }
    return new Document.EmbeddedRows(json, total, kept);
  }

  private static long bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8).length;
  }

  private JsonNode json(int kept) {
    ObjectNode data = NODES.objectNode();
    data.put("rows", kept);
    ArrayNode array = data.putArray("columns");
    for (Object column : columns) {
      array.add(column instanceof Words text ? text.json(kept) : ((Numbers) column).json(kept));
    }
    return data;
  }

  /** A column of text. */
  static final class Words {
    private final String name;
    private final String label;
    private final Map<String, Integer> places = new HashMap<>();
    private final List<String> distinct = new ArrayList<>();
    private final List<Integer> cells = new ArrayList<>();

    private Words(String name, String label) {
      this.name = name;
      this.label = label;
    }

    void add(String word) {
      String shown = PlainText.of(word.length() > MAX_WORD ? word.substring(0, MAX_WORD) : word);
      cells.add(
          places.computeIfAbsent(
              word.length() > MAX_WORD ? shown + "…" : shown,
              added -> {
                distinct.add(added);
                return distinct.size() - 1;
              }));
    }

    private ObjectNode json(int kept) {
      List<String> used =
          cells.subList(0, kept).stream().distinct().map(distinct::get).sorted().toList();
      Map<String, Integer> ranks = new HashMap<>();
      used.forEach(word -> ranks.put(word, ranks.size()));
      ObjectNode column = NODES.objectNode().put("name", name).put("label", label);
      ArrayNode dictionary = column.putArray("dictionary");
      String before = "";
      for (String word : used) {
        int shared = shared(before, word);
        dictionary.add(shared).add(word.substring(shared));
        before = word;
      }
      if (name.equals("severity")) {
        ArrayNode order = column.putArray("order");
        GRAVEST_FIRST.forEach(order::add);
      }
      ArrayNode numbers = column.putArray("cells");
      cells.subList(0, kept).forEach(cell -> numbers.add(ranks.get(distinct.get(cell))));
      return column;
    }

    private static int shared(String before, String word) {
      int at = 0;
      int max = Math.min(before.length(), word.length());
      while (at < max && before.charAt(at) == word.charAt(at)) {
        at++;
      }
      return at > 0 && Character.isHighSurrogate(word.charAt(at - 1)) ? at - 1 : at;
    }
  }

  /** A column of numbers. */
  static final class Numbers {
    private final String name;
    private final String label;
    private final List<Double> cells = new ArrayList<>();

    private Numbers(String name, String label) {
      this.name = name;
      this.label = label;
    }

    void add(double number) {
      cells.add(number);
    }

    private ObjectNode json(int kept) {
      ObjectNode column = NODES.objectNode().put("name", name).put("label", label);
      ArrayNode numbers = column.putArray("cells");
      for (double cell : cells.subList(0, kept)) {
        if (cell == Math.rint(cell)) {
          numbers.add((long) cell);
        } else {
          numbers.add(cell);
        }
      }
      return column;
    }
  }
}
