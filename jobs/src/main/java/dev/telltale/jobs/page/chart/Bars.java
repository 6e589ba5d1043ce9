package dev.telltale.jobs.page.chart;

import java.util.ArrayList;
import java.util.List;

/** A bar for each label, the label above it: names of rules and senders are long. */
final class Bars {
  private static final double ROW = 36;
  private static final double BAR = 12;
  private static final int MAX_LABEL = 58;
  private static final int MIN_LABEL = 20;

  private Bars() {}

  static Drawing drawn(Chart chart) {
    Chart.Series series = chart.series().get(0);
    int count = chart.labels().size();
    Drawing drawing = new Drawing(chart, count * ROW + 6);
    double greatest = 0;
    for (int at = 0; at < count; at++) {
      greatest = Math.max(greatest, series.at(at));
    }
    boolean severities = chart.labelName().equals("severity");
    for (int at = 0; at < count; at++) {
      double y = at * ROW;
      double width = greatest <= 0 ? 0 : Drawing.WIDTH * Math.max(0, series.at(at)) / greatest;
      String label = chart.labels().get(at);
      String amount = Chart.shown(series.amounts().get(at));
      drawing.word(
          0,
          y + 14,
          "start",
          false,
          shortened(label, Math.max(MIN_LABEL, MAX_LABEL - amount.length())));
      drawing.word(Drawing.WIDTH, y + 14, "end", false, amount);
      List<double[]> track = new ArrayList<>();
      track.add(new double[] {0, y + 20 + BAR});
      track.add(new double[] {Drawing.WIDTH, y + 20 + BAR});
      drawing.stroke(track, Palette.GRID, 0.5);
      drawing.box(
          0,
          y + 20,
          Math.max(series.at(at) > 0 ? 2 : 0, width),
          BAR,
          Palette.of(severities ? label : "", 0),
          label + ": " + amount);
    }
    return drawing;
  }

  /** The beginning and the end say most of a name. */
  static String shortened(String label, int max) {
    int points = label.codePointCount(0, label.length());
    if (points <= max) {
      return label;
    }
    int kept = max / 2;
    return label.substring(0, label.offsetByCodePoints(0, kept))
        + "…"
        + label.substring(label.offsetByCodePoints(label.length(), -(max - kept - 1)));
  }
}
