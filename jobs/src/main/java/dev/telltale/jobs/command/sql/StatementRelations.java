package dev.telltale.jobs.command.sql;

import dev.telltale.jobs.tables.LakeTable;
import dev.telltale.jobs.tables.LakeView;
import dev.telltale.sql.FunctionNames;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What of the lake a harmless statement reads, by the words in it: more than it reads, where a
 * column has the name of a table, and never less. What is not named need not be opened.
 */
final class StatementRelations {
  private static final Pattern WORD = Pattern.compile("\\w+");

  private static final List<String> ALL =
      Stream.concat(
              Arrays.stream(LakeTable.values()).map(LakeTable::id),
              Arrays.stream(LakeView.values()).map(LakeView::id))
          .toList();

  private StatementRelations() {}

  /** The ids of tables and views. */
  static Set<String> of(String statement) {
    Set<String> words = new TreeSet<>();
    Matcher word = WORD.matcher(QueryNames.lower(statement));
    while (word.find()) {
      words.add(word.group());
    }
    Set<String> named = new TreeSet<>(ALL);
    named.retainAll(words);
    if (FunctionNames.table().stream().anyMatch(words::contains)) {
      named.addAll(List.of(LakeTable.FINDINGS.id(), LakeView.OBJECTS_CURRENT.id()));
    }
    return named;
  }
}
