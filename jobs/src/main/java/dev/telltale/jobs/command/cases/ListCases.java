package dev.telltale.jobs.command.cases;

import dev.telltale.jobs.command.CaseLake;
import dev.telltale.jobs.command.Command;
import dev.telltale.jobs.command.ExitCode;
import dev.telltale.jobs.command.Terminal;
import dev.telltale.jobs.limit.RunLimits;
import dev.telltale.jobs.settings.Settings;
import dev.telltale.jobs.settings.Syntax;
import dev.telltale.jobs.terminal.Amounts;
import dev.telltale.jobs.terminal.CsvText;
import dev.telltale.jobs.terminal.TextTable;
import java.io.PrintStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** {@code telltale cases list}. */
final class ListCases implements Command {
  @Override
  public Syntax syntax() {
    return Syntax.of("list", "list every case, the gravest first", "Values are masked.", List.of());
  }

  @Override
  public int run(Settings settings, Terminal terminal) {
    CaseLake opened = CaseLake.open("cases", settings, terminal);
    terminal.progress().step("grouping findings");
    Dataset<Row> cases = opened.cases().all();
    String format = settings.value(CasesCommand.FORMAT);
    if (format.equals("table")) {
      table(
          cases.limit(RunLimits.MAX_LISTED_CASES + 1).collectAsList(),
          terminal.clock().instant(),
          terminal.out());
    } else if (format.equals("json")) {
      cases.toJSON().toLocalIterator().forEachRemaining(terminal.out()::println);
    } else {
      csv(cases, terminal.out());
    }
    return ExitCode.DONE;
  }

  private static void table(List<Row> rows, Instant now, PrintStream out) {
    if (rows.isEmpty()) {
      out.println("No case: nothing was found, or nothing that counts.");
      return;
    }
    TextTable table =
        TextTable.of(
            "case",
            "state",
            "severity",
            "what",
            "telemetry types",
            ">values",
            ">places",
            ">objects",
            "last seen",
            "goes by itself");
    for (Row row : rows.subList(0, Math.min(rows.size(), RunLimits.MAX_LISTED_CASES))) {
      CaseFacts facts = new CaseFacts(row);
      table.row(
          facts.id(),
          facts.state(),
          facts.text("severity"),
          facts.what(),
          facts.list("telemetry_types"),
          Amounts.count(facts.number("values")),
          Amounts.count(facts.number("places")),
          Amounts.count(facts.number("objects")),
          facts.moment("last_seen"),
          facts.timeLeft(now));
    }
    out.print(table);
    out.println(
        rows.size() > RunLimits.MAX_LISTED_CASES
            ? "\n  The gravest "
                + Amounts.count(RunLimits.MAX_LISTED_CASES)
                + " of more; --format csv has all. telltale cases show ID explains one."
            : "\n  "
                + Amounts.count(rows.size(), "case")
                + ". telltale cases show ID explains one.");
  }

  private static void csv(Dataset<Row> cases, PrintStream out) {
    out.println(CsvText.line(Arrays.asList(cases.columns())));
    Iterator<Row> rows = cases.toLocalIterator();
    while (rows.hasNext()) {
      CaseFacts facts = new CaseFacts(rows.next());
      out.println(
          CsvText.line(
              Arrays.stream(cases.columns())
                  .map(column -> CsvText.inert(facts.text(column)))
                  .toList()));
    }
  }
}
