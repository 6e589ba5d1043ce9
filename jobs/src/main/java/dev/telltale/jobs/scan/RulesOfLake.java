package dev.telltale.jobs.scan;

import dev.telltale.detection.rules.RuleSet;
import dev.telltale.jobs.tables.KnownRuleSets;
import dev.telltale.jobs.tables.Lake;
import dev.telltale.jobs.tables.UnaffectedObjects;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** What a lake knows of the rule sets that it was scanned under. Driver. */
final class RulesOfLake {
  private final SparkSession spark;
  private final Lake lake;
  private final RuleSet rules;

  RulesOfLake(SparkSession spark, Lake lake, RuleSet rules) {
    this.spark = spark;
    this.lake = lake;
    this.rules = rules;
  }

  /**
   * Before a scan under these rules.
   *
   * @param carry whether objects that the change of rules cannot affect are to be left out
   * @throws IOException if the lake cannot be read or written
   */
  void prepare(boolean carry, ScanWatcher watcher, Clock clock) throws IOException {
    KnownRuleSets known = new KnownRuleSets(spark.sparkContext().hadoopConfiguration(), lake);
    if (carry) {
      carryOver(known.matchingLike(rules), watcher, clock);
    }
    known.remember(rules);
  }

  private void carryOver(List<String> alike, ScanWatcher watcher, Clock clock) {
    if (alike.isEmpty()) {
      watcher.step("the change of rules can affect any object: all are read again");
      return;
    }
    long carried = new UnaffectedObjects(lake).carryOver(alike, rules.id(), clock.instant());
    watcher.step(
        carried
            + (carried == 1 ? " object" : " objects")
            + " without findings: the change of rules cannot affect them");
  }
}
