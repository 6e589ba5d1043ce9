package dev.telltale.jobs.command;

import dev.telltale.jobs.settings.Setting;
import dev.telltale.jobs.settings.Settings;
import dev.telltale.jobs.settings.UserMistake;
import dev.telltale.jobs.settings.ValueType;
import dev.telltale.jobs.store.LifecycleRules;
import dev.telltale.jobs.tables.Lake;
import dev.telltale.jobs.tables.LakeTable;
import dev.telltale.jobs.tables.RetentionRule;
import dev.telltale.jobs.terminal.PlainText;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** When the objects of a lake's sources go by themselves, as far as it can be known. Driver. */
public final class Retention {
  /** What is said of buckets without a lifecycle rule. */
  public static final Setting<Duration> DEFAULT =
      Setting.option("retention", ValueType.DURATION)
          .describedAs(
              "How long an object is kept where no lifecycle rule of its bucket says so, such as 90d;"
                  + " for the view exposure.")
          .standard(null, "not known")
          .one();

  private Retention() {}

  /**
   * The lifecycle rules of the buckets that the lake knows, and the default. Says on the error
   * stream which rules could not be read.
   */
  public static List<RetentionRule> of(
      SparkSession spark, String lake, Settings settings, Terminal terminal) {
    List<RetentionRule> rules = new ArrayList<>();
    for (Row row :
        new Lake(spark, lake)
            .read(LakeTable.OBJECTS)
            .select("bucket")
            .distinct()
            .orderBy("bucket")
            .collectAsList()) {
      if (!row.getString(0).startsWith("file:")) {
        rules.addAll(ofBucket(spark, row.getString(0), terminal));
      }
    }
    Duration standard = settings.value(DEFAULT);
    if (standard != null) {
      if (standard.toDays() < 1) {
        throw new UserMistake(
            "--retention is too short", "it is counted in days", "give a day or more, such as 90d");
      }
      rules.add(new RetentionRule(null, "", "all", (int) standard.toDays(), "default retention"));
    }
    return rules;
  }

  private static List<RetentionRule> ofBucket(
      SparkSession spark, String bucket, Terminal terminal) {
    try {
      return LifecycleRules.of(spark.sparkContext().hadoopConfiguration(), bucket).stream()
          .map(
              rule ->
                  new RetentionRule(
                      bucket,
                      rule.prefix(),
                      rule.current() ? "current" : "noncurrent",
                      rule.days(),
                      rule.id()))
          .toList();
    } catch (IOException | RuntimeException unreadable) {
      terminal
          .err()
          .println(
              "note: the lifecycle rules of the bucket "
                  + PlainText.of(bucket)
                  + " could not be read (s3:GetLifecycleConfiguration); what they end is not known");
      return List.of();
    }
  }
}
