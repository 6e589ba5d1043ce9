package dev.telltale.jobs.command.notebook;

import dev.telltale.jobs.page.chart.Chart;
import dev.telltale.jobs.settings.Problem;
import dev.telltale.jobs.settings.UserMistake;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The cells of one notebook, run in their order until one fails. */
final class NotebookRun {
  private final List<RanCell> cells = new ArrayList<>();
  private RuntimeException failure;

  private NotebookRun() {}

  /**
   * Runs a notebook. A failure ends the run and is kept: see {@link #throwIfFailed}.
   *
   * @param progress hears of each cell before it is run
   */
  static NotebookRun of(Notebook notebook, CellRunner runner, Consumer<String> progress) {
    NotebookRun run = new NotebookRun();
    long codes =
        notebook.cells().stream().filter(cell -> cell.kind() == NotebookCell.Kind.CODE).count();
    int number = 0;
    for (NotebookCell cell : notebook.cells()) {
      if (run.failure != null || cell.kind() != NotebookCell.Kind.CODE) {
        run.cells.add(RanCell.still(cell));
        continue;
      }
      number++;
      progress.accept(notebook.name() + ": cell " + number + " of " + codes);
      run.run(notebook, cell, number, runner);
    }
    return run;
  }

  private void run(Notebook notebook, NotebookCell cell, int number, CellRunner runner) {
    try {
      cells.add(ran(cell, runner));
    } catch (UserMistake mistake) {
      cells.add(new RanCell(cell, null, null, mistake.getMessage()));
      Problem first = mistake.problems().get(0);
      failure =
          new UserMistake(
              notebook.name() + ", cell " + number + " (" + cell.id() + "): " + first.problem(),
              first.cause(),
              first.remedy());
    } catch (RuntimeException bug) {
      // Its message may quote data; the place where it is reported leaves that out.
      cells.add(new RanCell(cell, null, null, "failed: " + bug.getClass().getName()));
      failure = bug;
    }
  }

  private static RanCell ran(NotebookCell cell, CellRunner runner) {
    if (!SqlCell.isMagic(cell.source())) {
      if (cell.source().isBlank() || cell.source().startsWith("%%configure")) {
        return RanCell.still(cell);
      }
      throw new UserMistake(
          "it is not SQL",
          "a cell that is run starts with %%sql, in its first line and column",
          "write %%sql before the statement, or run the notebook in Jupyter");
    }
    SqlCell sql = SqlCell.of(cell.source());
    if (sql.isEmpty()) {
      return RanCell.still(cell);
    }
    CellResult result = runner.run(sql);
    Chart chart = sql.chart() == null ? null : ResultChart.of(sql.chart(), result, cell.id());
    return new RanCell(cell, result, chart, null);
  }

  List<RanCell> cells() {
    return List.copyOf(cells);
  }

  /** Throws what a cell failed with, its place before it. */
  void throwIfFailed() {
    if (failure != null) {
      throw failure;
    }
  }
}
