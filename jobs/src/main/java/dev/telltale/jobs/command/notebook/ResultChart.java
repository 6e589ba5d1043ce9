package dev.telltale.jobs.command.notebook;

import dev.telltale.jobs.limit.RunLimits;
import dev.telltale.jobs.page.chart.Chart;
import dev.telltale.jobs.settings.UserMistake;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The chart that a comment asks for, of the rows that its cell gave. */
public final class ResultChart {
  private static final List<String> GRAVEST_FIRST = List.of("critical", "high", "medium", "low");

  private ResultChart() {}

  /**
   * Null where there are no rows.
   *
   * @throws UserMistake if the rows have no such columns
   */
  public static Chart of(ChartComment comment, CellResult result, String id) {
    int x = column(result, comment.x());
    List<Integer> ys = comment.ys().stream().map(name -> column(result, name)).toList();
    int series = comment.series() == null ? -1 : column(result, comment.series());
    if (result.rows().isEmpty()) {
      return null;
    }
    Map<String, Integer> labels = new LinkedHashMap<>();
    Map<String, Map<Integer, Double>> amounts = new LinkedHashMap<>();
    for (List<String> row : result.rows()) {
      int label = labels.computeIfAbsent(row.get(x), added -> labels.size());
      for (int at = 0; at < ys.size(); at++) {
        String name = series >= 0 ? row.get(series) : result.names().get(ys.get(at));
        if (series >= 0 && ys.size() > 1) {
          name += " " + result.names().get(ys.get(at));
        }
        amounts
            .computeIfAbsent(name, added -> new LinkedHashMap<>())
            .merge(label, number(row.get(ys.get(at))), Double::sum);
      }
    }
    List<String> shown = List.copyOf(labels.keySet());
    shown = shown.subList(0, Math.min(shown.size(), RunLimits.MAX_CHART_LABELS));
    List<Chart.Series> all = new ArrayList<>();
    for (Map.Entry<String, Map<Integer, Double>> each : ordered(amounts)) {
      if (all.size() == RunLimits.MAX_CHART_SERIES) {
        break;
      }
      List<Double> values = new ArrayList<>();
      for (int label = 0; label < shown.size(); label++) {
        values.add(each.getValue().get(label));
      }
      all.add(new Chart.Series(each.getKey(), values));
    }
    return new Chart(
        comment.kind(),
        "chart-" + id,
        comment.title().isEmpty()
            ? String.join(", ", comment.ys()) + " by " + comment.x()
            : comment.title(),
        description(comment, labels.size(), amounts.size()),
        comment.x(),
        shown,
        all);
  }

  private static String description(ChartComment comment, int labels, int series) {
    String words =
        String.join(", ", comment.ys())
            + " by "
            + comment.x()
            + (comment.series() == null ? "" : " and " + comment.series());
    List<String> left = new ArrayList<>();
    if (labels > RunLimits.MAX_CHART_LABELS) {
      left.add("the first " + RunLimits.MAX_CHART_LABELS + " of " + labels + " " + comment.x());
    }
    if (series > RunLimits.MAX_CHART_SERIES) {
      left.add("the first " + RunLimits.MAX_CHART_SERIES + " of " + series + " series");
    }
    return left.isEmpty() ? words : words + "; only " + String.join(" and ", left);
  }

  /** As they come, but severities the gravest first. */
  private static List<Map.Entry<String, Map<Integer, Double>>> ordered(
      Map<String, Map<Integer, Double>> amounts) {
    List<Map.Entry<String, Map<Integer, Double>>> entries = new ArrayList<>(amounts.entrySet());
    if (GRAVEST_FIRST.containsAll(amounts.keySet())) {
      entries.sort(Comparator.comparingInt(each -> GRAVEST_FIRST.indexOf(each.getKey())));
    }
    return entries;
  }

  private static int column(CellResult result, String name) {
    int column = result.column(name);
    if (column < 0) {
      throw new UserMistake(
          "the chart names a column that the result lacks: " + name,
          "the result has " + String.join(", ", result.names()),
          "name one of these after x=, y= or series=");
    }
    return column;
  }

  private static double number(String cell) {
    try {
      return cell.isEmpty() ? 0 : Double.parseDouble(cell);
    } catch (NumberFormatException noNumber) {
      throw new UserMistake(
          "the chart cannot be drawn",
          "a column after y= holds something else than numbers",
          "name a column of numbers after y=");
    }
  }
}
