package dev.telltale.jobs.command.notebook;

import dev.telltale.jobs.page.Pages;
import dev.telltale.jobs.page.Reading;
import java.util.ArrayList;
import java.util.List;

/** A notebook with its results, as a page that needs no network. */
final class NotebookPage {
  private NotebookPage() {}

  static String html(Notebook notebook, NotebookRun run, String subtitle) {
    List<Reading.Block> blocks = new ArrayList<>();
    for (RanCell ran : run.cells()) {
      if (ran.cell().kind() == NotebookCell.Kind.MARKDOWN) {
        blocks.add(Reading.Block.prose(MarkdownText.html(ran.cell().source())));
      } else if (ran.cell().kind() == NotebookCell.Kind.CODE) {
        blocks.add(
            new Reading.Block(
                "",
                ran.cell().source(),
                ran.chart(),
                ran.result() == null ? null : ran.result().table(caption(ran)),
                ran.failure() == null ? "" : ran.failure()));
      }
    }
    return Pages.html(new Reading(notebook.title(), subtitle, blocks));
  }

  private static String caption(RanCell ran) {
    String caption = SqlCell.of(ran.cell().source()).caption();
    return caption.isEmpty() ? "Result" : caption;
  }
}
