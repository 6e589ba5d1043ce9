package dev.telltale.jobs.command.scan;

import static org.apache.spark.sql.functions.col;

import dev.telltale.jobs.command.ExitCode;
import dev.telltale.jobs.command.Terminal;
import dev.telltale.jobs.command.summary.ScanSummary;
import dev.telltale.jobs.command.summary.Severities;
import dev.telltale.jobs.command.summary.SummaryJson;
import dev.telltale.jobs.scan.ScanResult;
import dev.telltale.jobs.settings.Setting;
import dev.telltale.jobs.settings.Settings;
import dev.telltale.jobs.settings.ValueType;
import dev.telltale.jobs.tables.Lake;
import dev.telltale.jobs.tables.LakeTable;
import java.util.List;
import java.util.function.Consumer;

/** How scans end: what is printed, and with which code the process exits. */
final class ScanEnd implements Consumer<ScanResult> {
  private static final Setting<String> FAIL_ON =
      Setting.option("fail-on", ValueType.choice("low", "medium", "high", "critical"))
          .describedAs("Exit with 1 if this scan found anything of that severity or worse.")
          .one();
  private static final Setting<Double> MIN_COVERAGE =
      Setting.option("min-coverage", ValueType.FRACTION)
          .describedAs("Exit with 3 if a smaller part of the bytes was decoded or scanned raw.")
          .standard(0.0)
          .one();
  private static final Setting<String> SUMMARY =
      Setting.option("summary", ValueType.choice("text", "json"))
          .describedAs(
              "What is printed at the end: text for people, or one line of JSON for schedulers.")
          .standard("text")
          .one();

  private final Settings settings;
  private final Terminal terminal;
  private final Lake lake;
  private final List<String> sources;
  private boolean found;
  private boolean below;

  ScanEnd(Settings settings, Terminal terminal, Lake lake, List<String> sources) {
    this.settings = settings;
    this.terminal = terminal;
    this.lake = lake;
    this.sources = sources;
  }

  static List<Setting<?>> all() {
    return List.of(FAIL_ON, MIN_COVERAGE, SUMMARY);
  }

  static boolean isJson(Settings settings) {
    return settings.value(SUMMARY).equals("json");
  }

  @Override
  public void accept(ScanResult result) {
    boolean isBelow = result.totals().coverage() < settings.value(MIN_COVERAGE);
    boolean isFound = !result.nothingNew() && hasFound(result);
    below |= isBelow;
    found |= isFound;
    terminal
        .out()
        .print(
            isJson(settings)
                ? SummaryJson.of(lake, result, sources, code(isBelow, isFound))
                : new ScanSummary(lake, result).text());
    terminal.out().flush();
  }

  private boolean hasFound(ScanResult result) {
    String failOn = settings.value(FAIL_ON);
    return failOn != null
        && !lake.read(LakeTable.FINDINGS)
            .where(
                col("run_id")
                    .isin(result.runs().toArray())
                    .and(col("suppressed_by").isNull())
                    .and(col("severity").isin(Severities.atLeast(failOn).toArray())))
            .isEmpty();
  }

  /** Of all scans that ended. */
  int exitCode() {
    return code(below, found);
  }

  private static int code(boolean below, boolean found) {
    if (below) {
      return ExitCode.BELOW;
    }
    return found ? ExitCode.FOUND : ExitCode.DONE;
  }
}
