package dev.telltale.jobs.page.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * From amounts to lengths: begins at zero, or at the least amount where that is below it, and ends
 * at a round number.
 */
final class Scale {
  private static final int MAX_MARKS = 5;

  private final double low;
  private final double step;
  private final int marks;

  private Scale(double low, double step, int marks) {
    this.low = low;
    this.step = step;
    this.marks = marks;
  }

  static Scale over(double least, double greatest) {
    double from = Math.min(0, least);
    double to = Math.max(greatest, from + 1e-9);
    double raw = (to - from) / (MAX_MARKS - 1);
    double power = Math.pow(10, Math.floor(Math.log10(raw)));
    double step = power * 10;
    for (double nice : new double[] {1, 2, 5}) {
      if (nice * power >= raw) {
        step = nice * power;
        break;
      }
    }
    double low = Math.floor(from / step) * step;
    return new Scale(low, step, (int) Math.ceil((to - low) / step - 1e-9));
  }

  /** The share of the whole length. */
  double share(double amount) {
    return (amount - low) / (step * Math.max(1, marks));
  }

  List<Double> marks() {
    List<Double> all = new ArrayList<>();
    for (int mark = 0; mark <= Math.max(1, marks); mark++) {
      all.add(low + mark * step);
    }
    return all;
  }

  /** Short enough for an axis: {@code 1,500}, {@code 2.5M}, {@code 0.25}. */
  static String shown(double amount) {
    double size = Math.abs(amount);
    if (size >= 1e15) {
      return String.format(Locale.ROOT, "%.2e", amount);
    }
    if (size >= 1e9) {
      return trimmed(amount / 1e9) + "G";
    }
    if (size >= 1e6) {
      return trimmed(amount / 1e6) + "M";
    }
    if (amount == Math.rint(amount)) {
      return String.format(Locale.ROOT, "%,d", (long) amount);
    }
    return size >= 0.01 ? trimmed(amount) : String.format(Locale.ROOT, "%.2g", amount);
  }

  private static String trimmed(double amount) {
    return String.format(Locale.ROOT, "%,.2f", amount).replaceFirst("\\.?0+$", "");
  }
}
