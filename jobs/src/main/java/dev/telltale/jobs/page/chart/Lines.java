package dev.telltale.jobs.page.chart;

import java.util.ArrayList;
import java.util.List;

/** A line for each series, with a gap where there is no amount. */
final class Lines {
  private static final int MAX_DOTS = 60;

  private Lines() {}

  static Drawing drawn(Chart chart) {
    double least = 0;
    double greatest = 0;
    for (Chart.Series series : chart.series()) {
      for (int label = 0; label < chart.labels().size(); label++) {
        least = Math.min(least, series.at(label));
        greatest = Math.max(greatest, series.at(label));
      }
    }
    Axes axes = new Axes(chart, least, greatest);
    for (int at = 0; at < chart.series().size(); at++) {
      line(chart, chart.series().get(at), Palette.of(chart.series().get(at).name(), at), axes);
    }
    return axes.drawing();
  }

  private static void line(Chart chart, Chart.Series series, String colour, Axes axes) {
    List<double[]> points = new ArrayList<>();
    for (int label = 0; label < chart.labels().size(); label++) {
      if (series.has(label)) {
        double[] point = {axes.x(label), axes.y(series.at(label))};
        points.add(point);
        if (chart.labels().size() <= MAX_DOTS) {
          axes.drawing()
              .box(
                  point[0] - 2.5,
                  point[1] - 2.5,
                  5,
                  5,
                  colour,
                  chart.labels().get(label)
                      + ", "
                      + series.name()
                      + ": "
                      + Chart.shown(series.amounts().get(label)));
        }
      } else if (!points.isEmpty()) {
        axes.drawing().stroke(points, colour, 2);
        points = new ArrayList<>();
      }
    }
    if (!points.isEmpty()) {
      axes.drawing().stroke(points, colour, 2);
    }
  }
}
