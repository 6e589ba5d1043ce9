package dev.telltale.jobs.page;

import dev.telltale.jobs.page.chart.Chart;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page that is read from its beginning to its end: text, what was asked, and the answers. */
public record Reading(String title, String subtitle, List<Block> blocks) {
  /**
   * A piece of it.
   *
   * @param prose as HTML, escaped by who made it; empty for none
   * @param query empty for none
   * @param failure empty for none
   */
  public record Block(
      String prose,
      String query,
      @Nullable Chart chart,
      @Nullable PageTable table,
      String failure) {
    /** Text alone. */
    public static Block prose(String html) {
      return new Block(html, "", null, null, "");
    }
  }

  public Reading {
    blocks = List.copyOf(blocks);
  }
}
