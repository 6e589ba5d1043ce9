package dev.telltale.jobs.command.register;

import dev.telltale.jobs.command.Command;
import dev.telltale.jobs.command.ExitCode;
import dev.telltale.jobs.command.LakeSettings;
import dev.telltale.jobs.command.Retention;
import dev.telltale.jobs.command.Sessions;
import dev.telltale.jobs.command.StoreSettings;
import dev.telltale.jobs.command.Terminal;
import dev.telltale.jobs.settings.Setting;
import dev.telltale.jobs.settings.Settings;
import dev.telltale.jobs.settings.Syntax;
import dev.telltale.jobs.settings.ValueType;
import dev.telltale.jobs.tables.LakeFolder;
import dev.telltale.jobs.tables.LakeTable;
import dev.telltale.jobs.tables.LakeView;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** {@code telltale register}. */
public final class RegisterCommand implements Command {
  private static final Setting<String> DATABASE =
      Setting.option("database", ValueType.text("NAME"))
          .describedAs("The database that gets the tables and views; made if it does not exist.")
          .required()
          .one();

  @Override
  public Syntax syntax() {
    List<Setting<?>> settings =
        new ArrayList<>(List.of(LakeSettings.LAKE, DATABASE, Retention.DEFAULT));
    settings.addAll(StoreSettings.all());
    settings.add(Settings.CONFIG);
    return Syntax.of(
        "register",
        "make a lake's tables and views known to a metastore",
        "Registers in the metastore that the session has: AWS Glue on EMR, by the settings of"
            + " docs/query.md. Copies no rows and changes nothing in the lake. After an update of"
            + " Telltale run it again: views are replaced.",
        settings);
  }

  @Override
  public int run(Settings settings, Terminal terminal) {
    String database = DatabaseName.of(settings.value(DATABASE));
    StoreSettings.requireEncrypted(settings);
    LakeFolder.requireLake(settings.value(LakeSettings.LAKE));
    SparkSession spark = Sessions.open("register").newSession();
    StoreSettings.apply(settings, List.of(), spark.sparkContext().hadoopConfiguration());
    String lake = LakeSettings.root(settings);
    new LakeRegistration(spark, lake, database, () -> Retention.of(spark, lake, settings, terminal))
        .run();
    terminal
        .out()
        .println(
            "Database "
                + database
                + ": "
                + LakeTable.values().length
                + " tables, "
                + LakeView.values().length
                + " views");
    if ("in-memory".equals(spark.conf().get("spark.sql.catalogImplementation", "in-memory"))) {
      terminal
          .err()
          .println(
              "note: this session has a metastore in memory alone, which is gone now; docs/query.md"
                  + " has the settings of others");
    }
    return ExitCode.DONE;
  }
}
