package dev.telltale.jobs.command.sql;

import dev.telltale.jobs.command.Command;
import dev.telltale.jobs.command.DetectionSettings;
import dev.telltale.jobs.command.ExitCode;
import dev.telltale.jobs.command.LakeSettings;
import dev.telltale.jobs.command.Retention;
import dev.telltale.jobs.command.Sessions;
import dev.telltale.jobs.command.StoreSettings;
import dev.telltale.jobs.command.Terminal;
import dev.telltale.jobs.location.Location;
import dev.telltale.jobs.settings.Setting;
import dev.telltale.jobs.settings.Settings;
import dev.telltale.jobs.settings.Syntax;
import dev.telltale.jobs.settings.UserMistake;
import dev.telltale.jobs.settings.ValueType;
import dev.telltale.jobs.tables.LakeFolder;
import dev.telltale.jobs.tables.LakeTable;
import dev.telltale.jobs.tables.LakeView;
import dev.telltale.sql.FunctionNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/** {@code telltale sql}. */
public final class SqlCommand implements Command {
  private static final Setting<String> QUERY =
      Setting.operand(ValueType.text("QUERY"))
          .describedAs("A statement of Spark SQL; without one there is a prompt.")
          .one();
  private static final Setting<String> FORMAT =
      Setting.option("format", ValueType.choice("table", "json", "csv", "html"))
          .describedAs("How results are written.")
          .standard("table")
          .one();
  private static final Setting<String> FILE =
      Setting.option("file", ValueType.FILE)
          .letter('f')
          .describedAs("Run the statements of this file, each ended by a semicolon.")
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

  /** Spark brings it, but not every set of its jars does. */
  private static final String JLINE = "/org/jline/reader/LineReader.class";

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
                FILE,
                FORMAT,
                MAX_ROWS,
                UNRESTRICTED,
                Retention.DEFAULT,
                DetectionSettings.FINGERPRINT_KEY));
    settings.addAll(StoreSettings.all());
    return Syntax.of(
        "sql",
        "query the lake; without a query, a prompt",
        TABLES + "\nFunctions:\n  " + String.join("\n  ", FunctionNames.signatures()),
        settings);
  }

  @Override
  public int run(Settings settings, Terminal terminal) {
    boolean unrestricted = settings.value(UNRESTRICTED);
    List<String> statements = statements(settings);
    if (!unrestricted) {
      statements.forEach(StatementText::requireHarmless);
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
            DetectionSettings.keyPlace(settings),
            () -> Retention.of(spark, LakeSettings.root(settings), settings, terminal));
    ResultFormat format = ResultFormat.of(settings.value(FORMAT));
    int max = settings.value(MAX_ROWS) == 0 ? Integer.MAX_VALUE - 1 : settings.value(MAX_ROWS);
    if (settings.value(QUERY) != null || settings.value(FILE) != null) {
      SqlPrompt.runAll(statements, lake, format, max, terminal);
      return ExitCode.DONE;
    }
    try (PromptInput input = input(terminal)) {
      new SqlPrompt(lake, input, format, max, terminal).run();
    }
    return ExitCode.DONE;
  }

  /** Of the operand, or of the file; a person types others. */
  private static List<String> statements(Settings settings) {
    String query = settings.value(QUERY);
    String file = settings.value(FILE);
    if (query != null && file != null) {
      throw new UserMistake(
          "a query and --file are both given", "one call runs one of them", "leave one out");
    }
    if (file == null) {
      return query == null ? List.of() : List.of(query);
    }
    try {
      List<String> statements = Statements.of(Files.readString(Location.of(file).file()));
      if (statements.isEmpty()) {
        throw new UserMistake(
            file + " holds no statement", "it is blank", "write statements that end with ;");
      }
      return statements;
    } catch (IOException unreadable) {
      throw new UserMistake(
          file + " cannot be read", "it is no file of text in UTF-8", "check the name");
    }
  }

  private static PromptInput input(Terminal terminal) {
    PromptInput edited = null;
    if (terminal.interactive() && SqlCommand.class.getResource(JLINE) != null) {
      edited =
          TerminalInput.ofProcess(
              Path.of(System.getProperty("user.home"), ".config", "telltale", "sql_history"));
    }
    return edited == null ? new PipedInput(terminal) : edited;
  }
}
