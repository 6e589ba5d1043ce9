package dev.telltale.jobs.command.kernel;

import dev.telltale.jobs.tables.ColumnComments;
import dev.telltale.jobs.tables.LakeTable;
import dev.telltale.jobs.tables.LakeView;
import dev.telltale.sql.FunctionNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.catalyst.analysis.FunctionRegistry;
import scala.jdk.javaapi.CollectionConverters;

/**
 * What can stand where a person types: tables and views, their columns, functions, words of SQL.
 */
final class Completion {
  private static final List<String> WORDS =
      List.of(
          "SELECT",
          "FROM",
          "WHERE",
          "GROUP BY",
          "GROUP BY ALL",
          "ORDER BY",
          "HAVING",
          "LIMIT",
          "DISTINCT",
          "COUNT",
          "WITH",
          "JOIN",
          "LEFT JOIN",
          "LEFT SEMI JOIN",
          "USING",
          "UNION ALL",
          "CASE WHEN",
          "BETWEEN",
          "DESCRIBE",
          "SHOW TABLES",
          "EXPLAIN",
          "DESC",
          "INTERVAL");

  private final Set<String> relations = new TreeSet<>();
  private final Set<String> functions = new TreeSet<>();

  Completion() {
    for (LakeTable table : LakeTable.values()) {
      relations.add(table.id());
    }
    for (LakeView view : LakeView.values()) {
      relations.add(view.id());
    }
    functions.addAll(FunctionNames.scalar());
    functions.addAll(FunctionNames.table());
    CollectionConverters.asJava(FunctionRegistry.builtin().listFunction()).stream()
        .map(function -> function.funcName())
        .filter(name -> Character.isLetter(name.charAt(0)))
        .forEach(functions::add);
  }

  /** Where the word at the cursor begins. */
  static int wordStart(String code, int cursor) {
    int start = cursor;
    while (start > 0 && isPartOfName(code.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private static boolean isPartOfName(char c) {
    return c == '_' || (c < 0x80 && Character.isLetterOrDigit(c));
  }

  /**
   * What the word at the cursor can become, the most likely first: columns of what the cell reads.
   *
   * @param cursor in UTF-16 units
   */
  List<String> at(String code, int cursor) {
    int start = wordStart(code, cursor);
    String begun = code.substring(start, cursor).toLowerCase(Locale.ROOT);
    String before = code.substring(0, start);
    if (before.endsWith(".")) {
      String relation =
          before.substring(wordStart(before, before.length() - 1), before.length() - 1);
      return beginning(columns(Set.of(relation.toLowerCase(Locale.ROOT))), begun);
    }
    if (before.stripTrailing().toLowerCase(Locale.ROOT).matches("(?s).*\\b(from|join)")) {
      return beginning(relations, begun);
    }
    List<String> all = new ArrayList<>(beginning(columns(mentioned(code)), begun));
    all.addAll(beginning(relations, begun));
    all.addAll(beginning(functions, begun));
    all.addAll(beginning(WORDS, begun));
    return all.stream().distinct().toList();
  }

  private Set<String> mentioned(String code) {
    Set<String> mentioned = new TreeSet<>();
    for (String word : code.toLowerCase(Locale.ROOT).split("[^a-z0-9_]+", -1)) {
      if (relations.contains(word)) {
        mentioned.add(word);
      }
    }
    return mentioned;
  }

  private Set<String> columns(Set<String> names) {
    Set<String> columns = new TreeSet<>();
    names.stream()
        .filter(relations::contains)
        .forEach(name -> columns.addAll(ColumnComments.names(name)));
    return columns;
  }

  private static List<String> beginning(Iterable<String> words, String begun) {
    List<String> found = new ArrayList<>();
    for (String word : words) {
      if (word.toLowerCase(Locale.ROOT).startsWith(begun)) {
        found.add(word);
      }
    }
    return found;
  }
}
