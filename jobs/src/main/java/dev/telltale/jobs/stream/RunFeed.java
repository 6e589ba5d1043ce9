package dev.telltale.jobs.stream;

/** Where a stream gets its runs from, and where it brings them. Called by the query's thread. */
public interface RunFeed {
  /**
   * The next run to finish, frozen in the lake: what comes of it no longer depends on this driver.
   *
   * @return null if nothing is new
   */
  String next();

  /** Finishes a run; does nothing if that was done before. */
  void finish(String runId);
}
