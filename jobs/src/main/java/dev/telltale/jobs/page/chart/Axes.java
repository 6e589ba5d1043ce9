package dev.telltale.jobs.page.chart;

import java.util.ArrayList;
import java.util.List;

/** The room between an axis of amounts on the left and labels below; the legend above. */
final class Axes {
  private static final double LEFT = 52;
  private static final double HEIGHT = 170;
  private static final double LEGEND_ROW = 20;
  private static final double WORD = 7.2;
  private static final int LABEL_WIDTH = 78;

  private final Chart chart;
  private final Drawing drawing;
  private final Scale scale;
  private final double top;

  Axes(Chart chart, double least, double greatest) {
    this.chart = chart;
    this.scale = Scale.over(least, greatest);
    List<double[]> places = legendPlaces();
    this.top = 12 + (places.isEmpty() ? 0 : places.get(places.size() - 1)[1] + LEGEND_ROW);
    this.drawing = new Drawing(chart, top + HEIGHT + 30);
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

  private void labels() {
    int count = chart.labels().size();
    int longest = chart.labels().stream().mapToInt(String::length).max().orElse(0);
    double room = Math.max(LABEL_WIDTH, Math.min(16, longest) * WORD + 12);
    int every = Math.max(1, (int) Math.ceil(room / step()));
    for (int at = 0; at < count; at += every) {
      boolean first = at == 0 && step() < room;
      boolean last = x(at) + room / 2 > Drawing.WIDTH;
      drawing.word(
          first ? LEFT : last ? Drawing.WIDTH : x(at),
          top + HEIGHT + 20,
          first ? "start" : last ? "end" : "middle",
          true,
          Bars.shortened(chart.labels().get(at), 16));
    }
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
