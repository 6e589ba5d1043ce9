package dev.telltale.jobs.command.report.export;

import java.io.IOException;
import java.util.List;

/** A format that findings are written in, one by one. */
public interface FindingsExport {
  /** Writes one more. */
  void add(ExportedFinding finding) throws IOException;

  /** Ends the export; returns its files. */
  List<String> finish() throws IOException;
}
