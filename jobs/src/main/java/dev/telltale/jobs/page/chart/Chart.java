package dev.telltale.jobs.page.chart;

import dev.telltale.jobs.terminal.PlainText;
import java.util.List;

/**
 * What a chart shows, before it has a shape.
 *
 * @param id unique in its page
 * @param description for who cannot see it: the idea in a sentence
 * @param labelName what the labels are
 * @param labels one for each bar, column or point
 * @param series each with one amount for each label
 */
public record Chart(
    Kind kind,
    String id,
    String title,
    String description,
    String labelName,
    List<String> labels,
    List<Series> series) {
  /** How amounts are drawn. */
  public enum Kind {
    /** A bar for each label, one below the other. */
    BAR,
    /** A column for each label, side by side; series stand on one another. */
    COLUMN,
    /** A line for each series. */
    LINE
  }

  /**
   * Amounts that belong together.
   *
   * @param amounts null where there is none
   */
  public record Series(String name, List<Double> amounts) {
    public Series {
      name = PlainText.of(name);
      amounts = java.util.Collections.unmodifiableList(new java.util.ArrayList<>(amounts));
    }

    double at(int label) {
      Double amount = amounts.get(label);
      return amount == null || !Double.isFinite(amount) ? 0 : amount;
    }

    boolean has(int label) {
      Double amount = amounts.get(label);
      return amount != null && Double.isFinite(amount);
    }
  }

  public Chart {
    title = PlainText.of(title);
    description = PlainText.of(description);
    labelName = PlainText.of(labelName);
    labels = labels.stream().map(PlainText::of).toList();
    series = List.copyOf(series);
    for (Series each : series) {
      if (each.amounts().size() != labels.size()) {
        throw new IllegalArgumentException("a series needs an amount for each label");
      }
    }
  }

  /** The shapes. */
  public Drawing drawing() {
    return switch (kind) {
      case BAR -> Bars.drawn(this);
      case COLUMN -> Columns.drawn(this);
      case LINE -> Lines.drawn(this);
    };
  }

  /** The amount as the table beside the chart shows it. */
  public static String shown(Double amount) {
    return amount == null ? "" : Scale.shown(amount);
  }
}
