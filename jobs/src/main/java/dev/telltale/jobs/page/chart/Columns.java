package dev.telltale.jobs.page.chart;

/** A column for each label, the series on one another. */
final class Columns {
  private Columns() {}

  static Drawing drawn(Chart chart) {
    double greatest = 0;
    for (int label = 0; label < chart.labels().size(); label++) {
      double sum = 0;
      for (Chart.Series series : chart.series()) {
        sum += Math.max(0, series.at(label));
      }
      greatest = Math.max(greatest, sum);
    }
    Axes axes = new Axes(chart, 0, greatest);
    double width = Math.min(40, axes.step() * 0.8);
    for (int label = 0; label < chart.labels().size(); label++) {
      double below = 0;
      for (int at = 0; at < chart.series().size(); at++) {
        Chart.Series series = chart.series().get(at);
        double amount = Math.max(0, series.at(label));
        if (amount > 0) {
          double y = axes.y(below + amount);
          axes.drawing()
              .box(
                  axes.x(label) - width / 2,
                  y,
                  width,
                  axes.y(below) - y,
                  Palette.of(series.name(), at),
                  chart.labels().get(label)
                      + ", "
                      + series.name()
                      + ": "
                      + Chart.shown(series.amounts().get(label)));
          below += amount;
        }
      }
    }
    return axes.drawing();
  }
}
