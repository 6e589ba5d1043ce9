package dev.telltale.jobs.tables;

import static org.apache.spark.sql.functions.col;

import dev.telltale.detection.finding.FingerprintKey;
import dev.telltale.jobs.plan.Manifest;
import dev.telltale.jobs.plan.ManifestStore;
import dev.telltale.jobs.settings.UserMistake;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The fingerprint key that a lake was last written with, by its id. Values are found again by their
 * fingerprints, so a lake that is written with two keys falls into two halves. Driver.
 */
public final class LakeKey {
  private final SparkSession spark;
  private final Lake lake;

  public LakeKey(SparkSession spark, Lake lake) {
    this.spark = spark;
    this.lake = lake;
  }

  /**
   * @throws UserMistake if the lake was written with another key
   */
  public void require(FingerprintKey key) {
    Set<String> others = ids();
    others.remove(key.id());
    if (!others.isEmpty()) {
      throw new UserMistake(
          "the fingerprint key is not the one of the lake " + lake.root(),
          "the lake was written with key "
              + String.join(", ", others)
              + ", this command uses key "
              + key.id()
              + ": the same value would have two fingerprints",
          "pass the key of the lake as --fingerprint-key; a machine without one creates a key of its"
              + " own. If the old key is gone, start a new lake, or add --new-key to go on in this one");
    }
  }

  /** Of the latest run, and of runs that were left unfinished. */
  private Set<String> ids() {
    Set<String> ids = new TreeSet<>();
    if (!lake.exists()) {
      return ids;
    }
    lake.read(LakeTable.RUNS)
        .where(col("fingerprint_key_id").isNotNull())
        .orderBy(col("started_at").desc())
        .limit(1)
        .select("fingerprint_key_id")
        .collectAsList()
        .forEach((Row row) -> ids.add(row.getString(0)));
    try {
      for (Manifest left : new ManifestStore(spark, lake.root()).unfinished()) {
        ids.add(left.fingerprintKeyId());
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException("reading the manifests of a lake", unreadable);
    }
    return ids;
  }
}
