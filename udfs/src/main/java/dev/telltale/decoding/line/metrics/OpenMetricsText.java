package dev.telltale.decoding.line.metrics;

import dev.telltale.decoding.line.Line;
import dev.telltale.decoding.line.LineFormat;
import dev.telltale.decoding.line.LineParser;
import dev.telltale.decoding.line.SampleLines;

/**
 * The text format of OpenMetrics; see <a
 * href="https://prometheus.io/docs/specs/om/open_metrics_spec/">OpenMetrics 1.0</a>. It is
 * distinguished from the format of Prometheus by what only it has: units, exemplars, its own types,
 * and {@code # EOF}.
 */
public final class OpenMetricsText implements LineFormat {
  private static final String ID = "openmetrics-text";
  private static final String[] TYPES = {" info", " stateset", " gaugehistogram", " unknown"};

  @Override
  public String id() {
    return ID;
  }

  @Override
  public LineParser open(SampleLines sample) {
    boolean own = sample.lines().stream().map(Line::reveal).anyMatch(OpenMetricsText::isOwn);
    boolean ended = sample.whole() && endsWithEof(sample);
    return (own || ended) && (ended || PrometheusText.isExposition(sample))
        ? new Exposition(ID, true)
        : null;
  }

  private static boolean endsWithEof(SampleLines sample) {
    int last = sample.lines().size() - 1;
    return last > 0 && sample.lines().get(last).reveal().equals("# EOF");
  }

  private static boolean isOwn(String text) {
    if (text.startsWith("# TYPE ")) {
      for (String type : TYPES) {
        if (text.endsWith(type)) {
          return true;
        }
      }
    }
    return text.startsWith("# UNIT ") || (!text.startsWith("#") && text.contains(" # {"));
  }
}
