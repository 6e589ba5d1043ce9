package dev.telltale.jobs.page;

import dev.telltale.jobs.page.chart.Chart;
import java.util.List;

/**
 * A part of a page.
 *
 * @param id names it in links
 * @param lead what it says, in words; may be empty
 */
public record Section(
    String id, String heading, String lead, List<Chart> charts, List<PageTable> tables) {
  public Section {
    charts = List.copyOf(charts);
    tables = List.copyOf(tables);
  }
}
