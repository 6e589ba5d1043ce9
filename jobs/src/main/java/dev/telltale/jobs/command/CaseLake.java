package dev.telltale.jobs.command;

import dev.telltale.jobs.actions.ActionLedger;
import dev.telltale.jobs.cases.Cases;
import dev.telltale.jobs.location.Location;
import dev.telltale.jobs.settings.Setting;
import dev.telltale.jobs.settings.Settings;
import dev.telltale.jobs.settings.UserMistake;
import dev.telltale.jobs.store.CallerIdentity;
import dev.telltale.jobs.tables.DownstreamCopy;
import dev.telltale.jobs.tables.Lake;
import dev.telltale.jobs.tables.LakeFolder;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** A lake with its cases, as commands about cases open it. Driver. */
public final class CaseLake {
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
    List<Setting<?>> more = new ArrayList<>(own);
    more.addAll(List.of(DownstreamFile.SETTING, Retention.DEFAULT));
    return placeSettings(more);
  }

  /** The same of a command that says neither where copies are nor how long they stay. */
  public static List<Setting<?>> placeSettings(List<Setting<?>> own) {
    List<Setting<?>> settings = new ArrayList<>(List.of(LakeSettings.LAKE));
    settings.addAll(own);
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
    requireUsable(settings);
    List<DownstreamCopy> downstream = DownstreamFile.read(settings);
    SparkSession spark = session(command, settings, terminal);
    String root = LakeSettings.root(settings);
    return of(
        spark,
        new Lake(spark, root, () -> Retention.of(spark, root, settings, terminal), downstream),
        downstream,
        settings);
  }

  /** The same with {@link #placeSettings}. */
  public static CaseLake openPlaces(String command, Settings settings, Terminal terminal) {
    requireUsable(settings);
    SparkSession spark = session(command, settings, terminal);
    return of(
        spark, new Lake(spark, LakeSettings.root(settings)), DownstreamCopy.PUBLISHED, settings);
  }

  private static void requireUsable(Settings settings) {
    StoreSettings.requireEncrypted(settings);
    LakeFolder.requireLake(settings.value(LakeSettings.LAKE));
  }

  private static SparkSession session(String command, Settings settings, Terminal terminal) {
    terminal.progress().step("starting Spark");
    SparkSession spark = Sessions.open(command).newSession();
    StoreSettings.apply(settings, List.of(), spark.sparkContext().hadoopConfiguration());
    return spark;
  }

  private static CaseLake of(
      SparkSession spark, Lake lake, List<DownstreamCopy> downstream, Settings settings) {
    lake.requireKnown();
    return new CaseLake(spark, lake, downstream, settings.value(LakeSettings.LAKE));
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
