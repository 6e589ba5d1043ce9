package dev.telltale.jobs.command.watch;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.expr;

import dev.telltale.jobs.command.Command;
import dev.telltale.jobs.command.ExitCode;
import dev.telltale.jobs.command.LakeSettings;
import dev.telltale.jobs.command.Sessions;
import dev.telltale.jobs.command.StoreSettings;
import dev.telltale.jobs.command.Terminal;
import dev.telltale.jobs.settings.Setting;
import dev.telltale.jobs.settings.Settings;
import dev.telltale.jobs.settings.Syntax;
import dev.telltale.jobs.settings.ValueType;
import dev.telltale.jobs.tables.Lake;
import dev.telltale.jobs.tables.LakeFolder;
import dev.telltale.jobs.tables.LakeTable;
import dev.telltale.jobs.terminal.Amounts;
import dev.telltale.jobs.terminal.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** {@code telltale watch}. */
public final class WatchCommand implements Command {
  private static final List<String> SEVERITIES = List.of("low", "medium", "high", "critical");

  private static final Setting<String> FAIL_ON =
      Setting.option("fail-on", ValueType.choice(SEVERITIES.toArray(String[]::new)))
          .describedAs("Exit with 1 if anything of that severity or worse has come back.")
          .one();
  private static final Setting<String> FORMAT =
      Setting.option("format", ValueType.choice("table", "json"))
          .describedAs("A table for people, or a line of JSON for each case that came back.")
          .standard("table")
          .one();

  @Override
  public Syntax syntax() {
    List<Setting<?>> settings = new ArrayList<>(List.of(LakeSettings.LAKE, FAIL_ON, FORMAT));
    settings.addAll(StoreSettings.all());
    settings.add(Settings.CONFIG);
    return Syntax.of(
        "watch",
        "say which closed cases have come back, for schedules after a scan",
        """
        A case that was erased or proven gone comes back when a later scan finds its value again, or another
        value in a field that it leaked from. Either counts one level graver than before.""",
        settings);
  }

  @Override
  public int run(Settings settings, Terminal terminal) {
    StoreSettings.requireEncrypted(settings);
    LakeFolder.requireLake(settings.value(LakeSettings.LAKE));
    terminal.progress().step("starting Spark");
    SparkSession spark = Sessions.open("watch").newSession();
    StoreSettings.apply(settings, List.of(), spark.sparkContext().hadoopConfiguration());
    Lake lake = new Lake(spark, LakeSettings.root(settings));
    lake.requireKnown();
    lake.register(Set.of("recurrences"));
    Dataset<Row> back =
        spark
            .table("recurrences")
            .orderBy(
                expr("array_position(array('critical', 'high', 'medium', 'low'), severity)"),
                col("case_id"),
                col("what"));
    List<Row> rows =
        back.withColumn("since", date_format(col("first_seen"), "yyyy-MM-dd HH:mm"))
            .collectAsList();
    if (settings.value(FORMAT).equals("json")) {
      back.toJSON().collectAsList().forEach(terminal.out()::println);
    } else {
      terminal.out().print(text(lake, rows));
    }
    String failOn = settings.value(FAIL_ON);
    boolean met =
        failOn != null
            && rows.stream()
                .map(row -> row.<String>getAs("severity"))
                .anyMatch(each -> SEVERITIES.indexOf(each) >= SEVERITIES.indexOf(failOn));
    return met ? ExitCode.FOUND : ExitCode.DONE;
  }

  private static String text(Lake lake, List<Row> back) {
    long closed =
        lake.read(LakeTable.ACTIONS)
            .where("what IN ('erase', 'prove') AND result = 'done' AND bucket IS NULL")
            .selectExpr("explode(case_ids) AS case_id")
            .distinct()
            .count();
    String of = Amounts.count(closed, "closed case");
    if (back.isEmpty()) {
      return "Nothing has come back: " + of + ".\n";
    }
    TextTable table =
        TextTable.of(
            "severity",
            "case",
            "came back as",
            "in",
            "since",
            ">places",
            "rules",
            "field",
            "sender");
    for (Row row : back) {
      table.row(
          row.getAs("severity"),
          row.getAs("case_id"),
          row.getAs("what").equals("value") ? "the same value" : "another value",
          row.getAs("found_in"),
          row.getAs("since"),
          row.getAs("places").toString(),
          String.join(", ", row.<String>getList(row.fieldIndex("rules"))),
          String.join(", ", row.<String>getList(row.fieldIndex("field_patterns"))),
          String.join(", ", row.<String>getList(row.fieldIndex("emitters"))));
    }
    return "Of " + of + ", these have come back:\n" + table;
  }
}
