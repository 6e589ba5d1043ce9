package dev.telltale.jobs.command.scan;

import dev.telltale.jobs.scan.ScanWatcher;
import dev.telltale.jobs.terminal.ProgressLine;

/** Shows a scan's progress on the terminal. */
final class ShownProgress implements ScanWatcher {
  private final ProgressLine line;

  ShownProgress(ProgressLine line) {
    this.line = line;
  }

  @Override
  public void step(String what) {
    line.step(what);
  }

  @Override
  public void progress(long objects, long ofObjects, long bytes, long ofBytes, long findings) {
    line.counts(objects, ofObjects, bytes, ofBytes, findings);
  }
}
