package dev.telltale.jobs.command.notebook;

/**
 * A cell of a notebook.
 *
 * @param id unique in its notebook
 * @param source as it was written
 */
record NotebookCell(Kind kind, String id, String source) {
  /** What a cell holds. */
  enum Kind {
    /** Text for people. */
    MARKDOWN,
    /** Something to run. */
    CODE,
    /** Something that only formats for print read. */
    RAW
  }
}
