package dev.telltale.jobs.command;

import dev.telltale.jobs.actions.ActionLedger;
import dev.telltale.jobs.cases.Cases;
import dev.telltale.jobs.limit.RunLimits;
import dev.telltale.jobs.location.Location;
import dev.telltale.jobs.settings.Setting;
import dev.telltale.jobs.settings.Settings;
import dev.telltale.jobs.settings.UserMistake;
import dev.telltale.jobs.settings.ValueType;
import dev.telltale.jobs.store.CallerIdentity;
import dev.telltale.jobs.store.StoreProblems;
import dev.telltale.jobs.tables.DownstreamCopy;
import dev.telltale.jobs.tables.Lake;
import dev.telltale.jobs.tables.LakeFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/** A lake with its cases, as commands about cases open it. Driver. */
public final class CaseLake {
  /** Where telemetry goes on to. */
  private static final Setting<String> DOWNSTREAM =
      Setting.option("downstream", ValueType.text("FILE"))
          .describedAs(
              "Where each telemetry type goes on to, a line each: type | kept in the bucket |"
                  + " destination | kept there.")
          .standard(null, "what the vendor publishes")
          .one();

  private final SparkSession spark;
  private final Lake lake;
  private final List<DownstreamCopy> downstream;
  private final Location place;

  private CaseLake(SparkSession spark, Lake lake, List<DownstreamCopy> downstream, Location place) {
    this.spark = spark;
    this.lake = lake;
    this.downstream = downstream;
    this.place = place;
  }

  /** The settings of a command about cases: the lake, what else it needs, and how S3 is reached. */
  public static List<Setting<?>> settings(List<Setting<?>> own) {
    List<Setting<?>> settings = new ArrayList<>(List.of(LakeSettings.LAKE));
    settings.addAll(own);
    settings.addAll(List.of(DOWNSTREAM, Retention.DEFAULT));
    settings.addAll(StoreSettings.all());
    settings.add(Settings.CONFIG);
    return settings;
  }

  /**
   * Opens the lake in a session of its own, once everything that can be refused without Spark has
   * been.
   *
   * @param command for Spark's own pages
   * @throws UserMistake if there is no lake, or a setting cannot be used
   */
  public static CaseLake open(String command, Settings settings, Terminal terminal) {
    StoreSettings.requireEncrypted(settings);
    LakeFolder.requireLake(settings.value(LakeSettings.LAKE));
    List<DownstreamCopy> downstream = downstream(settings);
    terminal.progress().step("starting Spark");
    SparkSession spark = Sessions.open(command).newSession();
    StoreSettings.apply(settings, List.of(), spark.sparkContext().hadoopConfiguration());
    String root = LakeSettings.root(settings);
    Lake lake =
        new Lake(spark, root, () -> Retention.of(spark, root, settings, terminal), downstream);
    lake.requireKnown();
    return new CaseLake(spark, lake, downstream, settings.value(LakeSettings.LAKE));
  }

  private static List<DownstreamCopy> downstream(Settings settings) {
    String file = settings.value(DOWNSTREAM);
    if (file == null) {
      return DownstreamCopy.PUBLISHED;
    }
    Location location = Location.of(file);
    try (InputStream in = open(location, settings)) {
      byte[] bytes = in.readNBytes(RunLimits.MAX_DOWNSTREAM_BYTES + 1);
      if (bytes.length > RunLimits.MAX_DOWNSTREAM_BYTES) {
        throw new UserMistake(
            "--downstream " + file + " is too large",
            "it has more than 1 MiB",
            "it needs a line for each destination, and nothing else");
      }
      return DownstreamCopy.parse(file, new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UserMistake(
          List.of(StoreProblems.of("--downstream " + file + " cannot be read", unreadable)));
    }
  }

  private static InputStream open(Location location, Settings settings) throws IOException {
    if (location.isLocal()) {
      return Files.newInputStream(location.file());
    }
    Configuration hadoop = StoreSettings.hadoop(settings, List.of());
    Path path = new Path(location.toString());
    return path.getFileSystem(hadoop).open(path);
  }

  public SparkSession spark() {
    return spark;
  }

  public Lake lake() {
    return lake;
  }

  public Cases cases() {
    return new Cases(spark, lake);
  }

  public List<DownstreamCopy> downstream() {
    return downstream;
  }

  /** The ledger of actions, for who runs this command. */
  public ActionLedger ledger(Terminal terminal) {
    return new ActionLedger(
        spark,
        lake,
        CallerIdentity.of(spark.sparkContext().hadoopConfiguration(), place),
        terminal.clock());
  }
}
