package dev.telltale.jobs.page.chart;

import java.util.ArrayList;
import java.util.List;

/** The shapes of a chart, in units of which a chart is {@link #WIDTH} wide. Built by one thread. */
public final class Drawing {
  /** Of every chart; a telephone shows it a little smaller, a screen a little larger. */
  public static final double WIDTH = 480;

  /**
   * A filled rectangle.
   *
   * @param tip what a pointer that rests on it is shown
   */
  public record Box(double x, double y, double width, double height, String colour, String tip) {}

  /**
   * A line through points.
   *
   * @param points as SVG writes them
   */
  public record Stroke(String points, String colour, double width) {}

  /**
   * A word.
   *
   * @param anchor start, middle or end
   * @param quiet whether it is less important than the others
   */
  public record Word(double x, double y, String anchor, boolean quiet, String shown) {}

  private final Chart chart;
  private final double height;
  private final List<Box> boxes = new ArrayList<>();
  private final List<Stroke> strokes = new ArrayList<>();
  private final List<Word> words = new ArrayList<>();

  Drawing(Chart chart, double height) {
    this.chart = chart;
    this.height = height;
  }

  public Chart chart() {
    return chart;
  }

  public double height() {
    return height;
  }

  public List<Box> boxes() {
    return boxes;
  }

  public List<Stroke> strokes() {
    return strokes;
  }

  public List<Word> words() {
    return words;
  }

  void box(double x, double y, double width, double height, String colour, String tip) {
    boxes.add(new Box(round(x), round(y), round(width), round(height), colour, tip));
  }

  void stroke(List<double[]> points, String colour, double width) {
    StringBuilder text = new StringBuilder();
    for (double[] point : points) {
      text.append(text.isEmpty() ? "" : " ")
          .append(round(point[0]))
          .append(',')
          .append(round(point[1]));
    }
    strokes.add(new Stroke(text.toString(), colour, width));
  }

  void word(double x, double y, String anchor, boolean quiet, String shown) {
    words.add(new Word(round(x), round(y), anchor, quiet, shown));
  }

  private static double round(double length) {
    return Math.round(length * 10) / 10.0;
  }
}
