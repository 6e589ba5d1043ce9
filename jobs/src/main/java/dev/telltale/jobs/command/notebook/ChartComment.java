package dev.telltale.jobs.command.notebook;

import dev.telltale.jobs.page.chart.Chart;
import dev.telltale.jobs.settings.UserMistake;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a comment of a cell says of its chart: {@code -- chart: column x=day y=places
 * series=severity title=Places by day}. Other kernels ignore it.
 *
 * @param x the column of the labels
 * @param ys columns of amounts
 * @param series the column whose values tell several series apart; null for none
 * @param title ends the line
 */
public record ChartComment(
    Chart.Kind kind, String x, List<String> ys, String series, String title) {
  private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*--\\s*chart:\\s*(.*)$");
  private static final Pattern PART = Pattern.compile("(x|y|series)=(\\S+)");

  public ChartComment {
    ys = List.copyOf(ys);
  }

  /** Null where there is none. */
  static ChartComment in(String statement) {
    Matcher comment = COMMENT.matcher(statement);
    return comment.find() ? read(comment.group(1).strip()) : null;
  }

  private static ChartComment read(String words) {
    int titled = words.indexOf("title=");
    String title = titled < 0 ? "" : words.substring(titled + "title=".length()).strip();
    List<String> problems = new ArrayList<>();
    Map<String, String> parts = new TreeMap<>();
    Chart.Kind kind = null;
    for (String word :
        (titled < 0 ? words : words.substring(0, titled)).strip().split("\\s+", -1)) {
      Matcher part = PART.matcher(word);
      if (part.matches()) {
        parts.put(part.group(1), part.group(2));
      } else if (kind == null && isKind(word)) {
        kind = Chart.Kind.valueOf(word.toUpperCase(Locale.ROOT));
      } else {
        problems.add("\"" + word + "\" is not understood");
      }
    }
    if (kind == null) {
      problems.add("it begins with none of bar, column and line");
    }
    if (!parts.containsKey("x") || !parts.containsKey("y")) {
      problems.add("it names no x or no y");
    }
    if (!problems.isEmpty()) {
      throw new UserMistake(
          "the comment of the chart cannot be read",
          String.join("; ", problems),
          "write: -- chart: bar x=COLUMN y=COLUMN, also column or line, y=COLUMN,COLUMN,"
              + " series=COLUMN, and title=WORDS at the end");
    }
    return new ChartComment(
        kind, parts.get("x"), List.of(parts.get("y").split(",", -1)), parts.get("series"), title);
  }

  private static boolean isKind(String word) {
    for (Chart.Kind kind : Chart.Kind.values()) {
      if (kind.name().equalsIgnoreCase(word)) {
        return true;
      }
    }
    return false;
  }
}
