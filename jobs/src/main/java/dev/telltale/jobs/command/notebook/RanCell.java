package dev.telltale.jobs.command.notebook;

import dev.telltale.jobs.page.chart.Chart;

/**
 * A cell after its run.
 *
 * @param result null for text, for what is not run, and where it failed
 * @param chart null where there is none
 * @param failure in the words of a mistake; null where there was none
 */
record RanCell(NotebookCell cell, CellResult result, Chart chart, String failure) {
  static RanCell still(NotebookCell cell) {
    return new RanCell(cell, null, null, null);
  }
}
