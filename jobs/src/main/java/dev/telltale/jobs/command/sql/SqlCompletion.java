package dev.telltale.jobs.command.sql;

import dev.telltale.jobs.tables.ColumnComments;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Words that a statement may go on with: commands, tables, columns, functions, SQL. */
final class SqlCompletion implements Completer {
  private static final String SQL =
      "SELECT FROM WHERE GROUP BY ORDER HAVING LIMIT JOIN LEFT ON USING AND OR NOT IN IS NULL LIKE"
          + " BETWEEN CASE WHEN THEN ELSE END AS DISTINCT WITH UNION ALL DESC ASC DESCRIBE SHOW TABLES"
          + " INTERVAL EXPLAIN";

  private final Map<String, String> words = new TreeMap<>();

  SqlCompletion() {
    for (String keyword : SQL.split(" ", -1)) {
      words.put(keyword, "SQL");
    }
    QueryNames.functionNames().forEach(function -> words.put(function, "function"));
    for (String relation : QueryNames.relations()) {
      ColumnComments.names(relation).forEach(column -> words.put(column, "column"));
    }
    QueryNames.relations().forEach(relation -> words.put(relation, "table"));
    PromptCommand.names().forEach(command -> words.put(command, "command"));
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    String typed = QueryNames.lower(line.word().substring(0, line.wordCursor()));
    boolean first = line.line().strip().startsWith(".");
    words.forEach(
        (word, kind) -> {
          boolean fits = QueryNames.lower(word).startsWith(typed);
          if (fits && (first || !word.startsWith("."))) {
            candidates.add(new Candidate(word, word, kind, null, null, null, true));
          }
        });
  }
}
