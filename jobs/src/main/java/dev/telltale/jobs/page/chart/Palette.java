package dev.telltale.jobs.page.chart;

import java.util.List;
import java.util.Map;

/** Colours that can be told apart on white and on dark grey, also by most who see few colours. */
final class Palette {
  /** Of the lines between amounts; half transparent by the templates. */
  static final String GRID = "currentColor";

  private static final Map<String, String> SEVERITIES =
      Map.of("critical", "#c2255c", "high", "#e8590c", "medium", "#e0a800", "low", "#4c8dae");

  private static final List<String> SERIES =
      List.of("#3b7dd8", "#d9731a", "#2b9a77", "#a560c4", "#c2255c", "#8a8f98");

  private Palette() {}

  /** Severities have colours of their own, wherever they are shown. */
  static String of(String name, int position) {
    return SEVERITIES.getOrDefault(name, SERIES.get(position % SERIES.size()));
  }
}
