package dev.telltale.jobs.command.sql;

import dev.telltale.jobs.settings.Spelling;
import dev.telltale.jobs.tables.LakeTable;
import dev.telltale.jobs.tables.LakeView;
import dev.telltale.sql.FunctionNames;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names that a query may use: the lake's tables and views, Telltale's functions, and those
 * functions of Spark that compute values and do nothing else. Case does not matter.
 */
final class QueryNames {
  private static final Set<String> RELATIONS =
      Stream.concat(
              Arrays.stream(LakeTable.values()).map(LakeTable::id),
              Arrays.stream(LakeView.values()).map(LakeView::id))
          .collect(Collectors.toCollection(TreeSet::new));

  private static final Set<String> FUNCTIONS = functions();
  private static final Set<String> TABLE_FUNCTIONS = tableFunctions();

  private QueryNames() {}

  static boolean isRelation(String name) {
    return RELATIONS.contains(lower(name));
  }

  static boolean isFunction(String name) {
    return FUNCTIONS.contains(lower(name));
  }

  static boolean isTableFunction(String name) {
    return TABLE_FUNCTIONS.contains(lower(name));
  }

  static Set<String> relations() {
    return RELATIONS;
  }

  static Set<String> functionNames() {
    return FUNCTIONS;
  }

  static String noRelation(String name) {
    return "the lake has no table or view \"" + name + "\"" + near(name, RELATIONS);
  }

  static String noFunction(String name) {
    return "\"" + name + "\" is not among the functions of a query" + near(name, FUNCTIONS);
  }

  static String noColumn(String name, Set<String> known, Set<String> relations) {
    return "there is no column \""
        + name
        + "\" in "
        + String.join(", ", relations)
        + near(name, known);
  }

  static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static String near(String name, Set<String> known) {
    String near = Spelling.nearest(lower(name), known);
    return near == null ? "" : "; did you mean " + near + "?";
  }

  private static Set<String> functions() {
    Set<String> names = lines("functions.txt");
    names.addAll(FunctionNames.scalar());
    return names;
  }

  private static Set<String> tableFunctions() {
    Set<String> names = lines("table-functions.txt");
    names.addAll(FunctionNames.table());
    return names;
  }

  private static Set<String> lines(String resource) {
    try (InputStream list = QueryNames.class.getResourceAsStream(resource)) {
      return new String(list.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException broken) {
      throw new UncheckedIOException("reading the names of functions", broken);
    }
  }
}
