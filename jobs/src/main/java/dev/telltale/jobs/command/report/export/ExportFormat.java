package dev.telltale.jobs.command.report.export;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The formats there are. */
public enum ExportFormat {
  SARIF {
    @Override
    public FindingsExport open(ExportContext context) throws IOException {
      return new SarifExport(context);
    }
  },
  OCSF {
    @Override
    public FindingsExport open(ExportContext context) throws IOException {
      return new OcsfExport(context);
    }
  },
  ASFF {
    @Override
    public FindingsExport open(ExportContext context) throws IOException {
      return new AsffExport(context);
    }
  },
  CSV {
    @Override
    public FindingsExport open(ExportContext context) throws IOException {
      return new CsvExport(context);
    }
  };

  /** As they are written on the command line. */
  public static String[] names() {
    return Arrays.stream(values())
        .map(each -> each.name().toLowerCase(Locale.ROOT))
        .toArray(String[]::new);
  }

  /** Those of these names, each once. */
  public static List<ExportFormat> of(List<String> names) {
    return names.stream().map(name -> valueOf(name.toUpperCase(Locale.ROOT))).distinct().toList();
  }

  /** Begins an export. */
  public abstract FindingsExport open(ExportContext context) throws IOException;
}
