package dev.telltale.jobs.scan;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import dev.telltale.detection.repeat.KnownLeak;
import dev.telltale.jobs.limit.RunLimits;
import dev.telltale.jobs.tables.CaseId;
import dev.telltale.jobs.tables.Lake;
import dev.telltale.jobs.tables.LakeTable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The secrets that a lake has, for a scan that looks for them without any context: fingerprint,
 * length and mask of each, never the value. Driver.
 */
final class KnownFromLake {
  private final Lake lake;
  private final ScanWatcher watcher;

  KnownFromLake(Lake lake, ScanWatcher watcher) {
    this.lake = lake;
    this.watcher = watcher;
  }

  /**
   * What other runs than this one found: a run that is taken up again knows what it knew at first.
   * Credentials and the findings of a team's own rules that are not suppressed.
   */
  List<KnownLeak> before(String runId) {
    Dataset<Row> values =
        lake.read(LakeTable.FINDINGS)
            .where(
                col("suppressed_by")
                    .isNull()
                    .and(col("category").isin("credential", "custom"))
                    .and(col("match_length").between(KnownLeak.MIN_LENGTH, KnownLeak.MAX_LENGTH))
                    .and(col("run_id").notEqual(runId)))
            .groupBy("fingerprint", "match_length")
            .agg(
                min("masked").as("masked"),
                min("rule").as("rule"),
                max("detected_at").as("detected_at"));
    List<Row> rows =
        values
            .orderBy(col("detected_at").desc(), col("fingerprint"), col("match_length"))
            .limit(RunLimits.MAX_KNOWN_LEAKS + 1)
            .collectAsList();
    List<KnownLeak> known = new ArrayList<>();
    int shorts = 0;
    for (Row row : rows.subList(0, Math.min(rows.size(), RunLimits.MAX_KNOWN_LEAKS))) {
      if (row.<Integer>getAs("match_length") < KnownLeak.MIN_PLAIN_LENGTH
          && ++shorts > RunLimits.MAX_KNOWN_SHORT_LEAKS) {
        continue;
      }
      KnownLeak leak =
          KnownLeak.of(
              row.getAs("fingerprint"),
              row.getAs("masked"),
              row.getAs("match_length"),
              row.getAs("rule"),
              CaseId.ofValue(row.getAs("fingerprint")));
      if (leak != null) {
        known.add(leak);
      }
    }
    watcher.step(
        "looking for "
            + known.size()
            + (known.size() == 1 ? " secret" : " secrets")
            + " that the lake knows"
            + (rows.size() > RunLimits.MAX_KNOWN_LEAKS || shorts > RunLimits.MAX_KNOWN_SHORT_LEAKS
                ? ", those found last; it has more"
                : ""));
    return known;
  }
}
