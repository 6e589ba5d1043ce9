package dev.telltale.jobs.tables;

import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import scala.Option;

/** Settings of a session for as long as something runs. Driver. */
final class SessionSettings {
  private SessionSettings() {}

  static void during(SparkSession spark, Map<String, String> settings, Runnable work) {
    Map<String, Option<String>> before = new HashMap<>();
    settings.forEach(
        (name, value) -> {
          before.put(name, spark.conf().getOption(name));
          spark.conf().set(name, value);
        });
    try {
      work.run();
    } finally {
      before.forEach((name, value) -> restore(spark, name, value));
    }
  }

  private static void restore(SparkSession spark, String name, Option<String> value) {
    if (value.isDefined()) {
      spark.conf().set(name, value.get());
    } else {
      spark.conf().unset(name);
    }
  }
}
