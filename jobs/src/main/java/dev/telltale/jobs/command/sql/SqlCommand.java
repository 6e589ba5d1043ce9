package dev.telltale.jobs.command.sql;

import dev.telltale.jobs.command.Command;
import dev.telltale.jobs.command.DetectionSettings;
import dev.telltale.jobs.command.ExitCode;
import dev.telltale.jobs.command.LakeSettings;
import dev.telltale.jobs.command.Sessions;
import dev.telltale.jobs.command.StoreSettings;
import dev.telltale.jobs.command.Terminal;
import dev.telltale.jobs.settings.Setting;
import dev.telltale.jobs.settings.Settings;
import dev.telltale.jobs.settings.Syntax;
import dev.telltale.jobs.settings.UserMistake;
import dev.telltale.jobs.settings.ValueType;
import dev.telltale.jobs.tables.LakeFolder;
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
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** {@code telltale sql}. */
public final class SqlCommand implements Command {
  private static final Setting<String> QUERY =
      Setting.operand(ValueType.text("QUERY"))
          .describedAs("A statement of Spark SQL; without one there is a prompt.")
          .one();
  private static final Setting<String> FORMAT =
      Setting.option("format", ValueType.choice("table", "json", "csv"))
          .describedAs("How results are written.")
          .standard("table")
          .one();
  private static final Setting<Integer> MAX_ROWS =
      Setting.option("max-rows", ValueType.COUNT)
          .describedAs("How many rows of a result are shown; 0 shows all.")
          .standard(1000)
          .one();

  private static final Setting<Boolean> UNRESTRICTED =
      Setting.option("unrestricted", ValueType.SWITCH)
          .describedAs(
              "Run any statement of Spark SQL, with all that your account may read and write; without"
                  + " it a statement reads the tables and views of the lake, nothing else.")
          .standard(false)
          .one();

  private static final String TABLES =
      "Tables: "
          + names(LakeTable.values(), LakeTable::id)
          + ". Views: "
          + names(LakeView.values(), LakeView::id)
          + ".";

  private static <T> String names(T[] all, Function<T, String> name) {
    return Arrays.stream(all).map(name).collect(Collectors.joining(", "));
  }

  @Override
  public Syntax syntax() {
    List<Setting<?>> settings =
        new ArrayList<>(
            List.of(
                QUERY,
                LakeSettings.LAKE,
                FORMAT,
                MAX_ROWS,
                UNRESTRICTED,
                DetectionSettings.FINGERPRINT_KEY));
    settings.addAll(StoreSettings.all());
    return Syntax.of(
        "sql",
        "query the lake; without a query, a prompt",
        TABLES + "\nFunctions:\n  " + String.join("\n  ", SqlFunctions.NAMES),
        settings);
  }

  @Override
  public int run(Settings settings, Terminal terminal) {
    String query = settings.value(QUERY);
    boolean unrestricted = settings.value(UNRESTRICTED);
    if (query != null && !unrestricted) {
      StatementText.requireHarmless(query);
    }
    StoreSettings.requireEncrypted(settings);
    LakeFolder.requireLake(settings.value(LakeSettings.LAKE));
    SparkSession spark = Sessions.open("sql");
    Configuration hadoop = spark.sparkContext().hadoopConfiguration();
    StoreSettings.apply(settings, List.of(), hadoop);
    LakeSql lake =
        new LakeSql(
            spark,
            LakeSettings.root(settings),
            unrestricted,
            () -> DetectionSettings.key(settings, hadoop));
    ResultFormat format = ResultFormat.valueOf(settings.value(FORMAT).toUpperCase(Locale.ROOT));
    int max = settings.value(MAX_ROWS) == 0 ? Integer.MAX_VALUE - 1 : settings.value(MAX_ROWS);
    if (query == null) {
      prompt(lake, format, max, terminal);
    } else {
      show(lake, query, format, max, terminal);
    }
    return ExitCode.DONE;
  }

  private static void show(
      LakeSql lake, String query, ResultFormat format, int max, Terminal terminal) {
    Dataset<Row> result;
    List<Row> rows;
    try {
      result = lake.run(query);
      rows = result.limit(max + 1).collectAsList();
    } catch (Exception failed) {
      throw QueryMistake.of(failed);
    }
    boolean cut = rows.size() > max;
    format.print(result.schema(), cut ? rows.subList(0, max) : rows, terminal.out());
    if (cut) {
      terminal.err().println("(only the first " + max + " rows; --max-rows 0 shows all)");
    }
  }

  private static void prompt(LakeSql lake, ResultFormat format, int max, Terminal terminal) {
    terminal.err().println(TABLES + " A statement ends with ; and quit ends the prompt.");
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
          answer(lake, whole.substring(0, whole.length() - 1), format, max, terminal);
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
      LakeSql lake, String statement, ResultFormat format, int max, Terminal terminal) {
    if (statement.isBlank()) {
      return;
    }
    try {
      show(lake, statement, format, max, terminal);
    } catch (UserMistake mistake) {
      terminal.err().println(mistake.getMessage());
    }
    terminal.out().flush();
  }
}
