package dev.telltale.jobs.page.chart;

import java.util.ArrayList;
import java.util.List;

/** The room between an axis of amounts on the left and labels below; the legend above. */
final class Axes {
  private static final double LEFT = 52;
  private static final double HEIGHT = 170;
  private static final double LEGEND_ROW = 20;
  private static final double WORD = 7.2;
  private static final int MAX_LABEL = 18;
  private static final double ROW = 15;

  private final Chart chart;
  private final Drawing drawing;
  private final Scale scale;
  private final double top;

  Axes(Chart chart, double least, double greatest) {
    this.chart = chart;
    this.scale = Scale.over(least, greatest);
    List<double[]> places = legendPlaces();
    this.top = 12 + (places.isEmpty() ? 0 : places.get(places.size() - 1)[1] + LEGEND_ROW);
    this.drawing = new Drawing(chart, top + HEIGHT + 40);
    for (int at = 0; at < places.size(); at++) {
      Chart.Series series = chart.series().get(at);
      double x = places.get(at)[0];
      double y = places.get(at)[1];
      drawing.box(x, y + 4, 12, 12, Palette.of(series.name(), at), series.name());
      drawing.word(x + 17, y + 14, "start", false, Bars.shortened(series.name(), 40));
    }
    for (double mark : scale.marks()) {
      double y = y(mark);
      List<double[]> line = new ArrayList<>();
      line.add(new double[] {LEFT, y});
      line.add(new double[] {Drawing.WIDTH, y});
      drawing.stroke(line, Palette.GRID, mark == 0 ? 1 : 0.5);
      drawing.word(LEFT - 6, y + 4, "end", true, Scale.shown(mark));
    }
    labels();
  }

  private List<double[]> legendPlaces() {
    List<double[]> places = new ArrayList<>();
    if (chart.series().size() < 2) {
      return places;
    }
    double x = LEFT;
    double y = 0;
    for (Chart.Series series : chart.series()) {
      double width = 34 + WORD * Bars.shortened(series.name(), 40).length();
      if (x > LEFT && x + width > Drawing.WIDTH) {
        x = LEFT;
        y += LEGEND_ROW;
      }
      places.add(new double[] {x, y});
      x += width;
    }
    return places;
  }

  /** As many labels as have room, in two rows where that shows all of them. */
  private void labels() {
    int longest = chart.labels().stream().mapToInt(Axes::length).max().orElse(0);
    double room = Math.min(MAX_LABEL, longest) * WORD + 8;
    int rows = step() < room && step() * 2 >= room ? 2 : 1;
    double[] free = {0, 0};
    for (int at = 0; at < chart.labels().size(); at++) {
      int row = at % rows;
      double middle = Math.max(room / 2, Math.min(Drawing.WIDTH - room / 2, x(at)));
      if (middle - room / 2 >= free[row]) {
        drawing.word(
            middle,
            top + HEIGHT + 18 + row * ROW,
            "middle",
            true,
            Bars.shortened(chart.labels().get(at), MAX_LABEL));
        free[row] = middle + room / 2;
      }
    }
  }

  private static int length(String label) {
    return label.codePointCount(0, label.length());
  }

  Drawing drawing() {
    return drawing;
  }

  /** The width that one label has. */
  double step() {
    return (Drawing.WIDTH - LEFT) / Math.max(1, chart.labels().size());
  }

  /** The middle of a label. */
  double x(int label) {
    return LEFT + step() * (label + 0.5);
  }

  double y(double amount) {
    return top + HEIGHT * (1 - scale.share(amount));
  }
}
