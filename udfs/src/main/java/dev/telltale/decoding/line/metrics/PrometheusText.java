package dev.telltale.decoding.line.metrics;

import dev.telltale.decoding.line.Line;
import dev.telltale.decoding.line.LineFormat;
import dev.telltale.decoding.line.LineParser;
import dev.telltale.decoding.line.SampleLines;

/**
 * The text format of Prometheus; see <a
 * href="https://prometheus.io/docs/instrumenting/exposition_formats/">Exposition formats</a>.
 * Metadata or labels must be in the first lines: a word and a number are not evidence.
 */
public final class PrometheusText implements LineFormat {
  static final String ID = "prometheus-text";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public LineParser open(SampleLines sample) {
    return isExposition(sample) ? new Exposition(ID, false) : null;
  }

  static boolean isExposition(SampleLines sample) {
    for (Line line : sample.lines()) {
      String text = line.reveal();
      if (isMetadata(text) || isLabelled(line)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isMetadata(String text) {
    return text.startsWith("# HELP ") || text.startsWith("# TYPE ") || text.startsWith("# UNIT ");
  }

  private static boolean isLabelled(Line line) {
    return line.reveal().indexOf('{') >= 0
        && new ExpositionLabels(line).readSeries(0) > line.reveal().indexOf('{');
  }
}
