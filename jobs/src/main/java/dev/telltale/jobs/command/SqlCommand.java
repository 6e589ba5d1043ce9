package dev.telltale.jobs.command;

import dev.telltale.jobs.ExitCode;
import dev.telltale.jobs.settings.CommandLine;
import dev.telltale.jobs.settings.Setting;
import dev.telltale.jobs.settings.Settings;
import dev.telltale.jobs.settings.UserMistake;
import dev.telltale.jobs.tables.Lake;
import dev.telltale.jobs.tables.LakeTable;
import dev.telltale.jobs.tables.LakeView;
import dev.telltale.sql.SqlFunctions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** {@code telltale sql}. */
final class SqlCommand implements Command {
  private static final Setting<String> LAKE =
      Setting.requiredText("lake", "URI", "Folder of the Delta tables, local or s3a.");
  private static final Setting<String> FORMAT =
      Setting.choice("format", "How results are written.", "table", "table", "json", "csv");
  private static final Setting<Integer> MAX_ROWS =
      Setting.count("max-rows", "Most rows shown of a result; 0 shows all.", 1000);

  private static final String TABLES =
      "Tables: "
          + names(LakeTable.values(), LakeTable::id)
          + ". Views: "
          + names(LakeView.values(), LakeView::id)
          + ". ";

  private static <T> String names(T[] all, Function<T, String> name) {
    return Arrays.stream(all).map(name).collect(Collectors.joining(", "));
  }

  @Override
  public CommandLine commandLine() {
    List<Setting<?>> settings = new ArrayList<>(List.of(LAKE, FORMAT, MAX_ROWS));
    settings.add(ScanSettings.FINGERPRINT_KEY);
    settings.addAll(StoreSettings.all());
    return new CommandLine(
        "sql",
        "[QUERY]",
        0,
        1,
        "query the lake; without a query, a prompt",
        TABLES + "Functions: " + String.join(", ", SqlFunctions.NAMES) + ".",
        settings);
  }

  @Override
  public int run(Settings settings, Terminal terminal) {
    SparkSession spark = Sessions.open("sql");
    StoreSettings.apply(settings, List.of(), spark.sparkContext().hadoopConfiguration());
    Lake lake = new Lake(spark, settings.value(LAKE));
    lake.registerViews();
    SqlFunctions.register(
        spark, ScanSettings.key(settings, spark.sparkContext().hadoopConfiguration()));
    ResultFormat format = ResultFormat.valueOf(settings.value(FORMAT).toUpperCase(Locale.ROOT));
    int most = settings.value(MAX_ROWS) == 0 ? Integer.MAX_VALUE - 1 : settings.value(MAX_ROWS);
    if (settings.operands().isEmpty()) {
      prompt(spark, format, most, terminal);
      return ExitCode.DONE;
    }
    show(spark, settings.operands().get(0), format, most, terminal);
    return ExitCode.DONE;
  }

  private static void show(
      SparkSession spark, String query, ResultFormat format, int most, Terminal terminal) {
    Dataset<Row> result;
    List<Row> rows;
    try {
      result = spark.sql(query);
      rows = result.limit(most + 1).collectAsList();
    } catch (Exception wrong) {
      throw QueryMistake.of(wrong);
    }
    boolean cut = rows.size() > most;
    format.print(result.schema(), cut ? rows.subList(0, most) : rows, terminal.out());
    if (cut) {
      terminal.err().println("(only the first " + most + " rows; --max-rows 0 shows all)");
    }
  }

  private static void prompt(SparkSession spark, ResultFormat format, int most, Terminal terminal) {
    terminal.err().println(TABLES + "A statement ends with ; and quit ends the prompt.");
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(terminal.in(), StandardCharsets.UTF_8));
    StringBuilder statement = new StringBuilder();
    try {
      while (true) {
        terminal.err().print(statement.isEmpty() ? "telltale> " : "       -> ");
        terminal.err().flush();
        String line = lines.readLine();
        String text = line == null ? "quit" : line.strip();
        if (statement.isEmpty()
            && (text.equals("quit") || text.equals("exit") || text.equals("quit;"))) {
          return;
        }
        statement.append(line == null ? ";" : line).append('\n');
        if (line == null || text.endsWith(";")) {
          String whole = statement.toString().strip();
          statement.setLength(0);
          answer(spark, whole.substring(0, whole.length() - 1), format, most, terminal);
          if (line == null) {
            return;
          }
        }
      }
    } catch (IOException broken) {
      throw new UncheckedIOException("reading the prompt", broken);
    }
  }

  private static void answer(
      SparkSession spark, String statement, ResultFormat format, int most, Terminal terminal) {
    if (statement.isBlank()) {
      return;
    }
    try {
      show(spark, statement, format, most, terminal);
    } catch (UserMistake mistake) {
      terminal.err().println(mistake.getMessage());
    }
    terminal.out().flush();
  }
}
