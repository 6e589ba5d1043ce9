package dev.telltale.jobs.command.rules;

import dev.telltale.decoding.FrameDecoder;
import dev.telltale.detection.Detector;
import dev.telltale.detection.finding.Finding;
import dev.telltale.jobs.command.Sessions;
import dev.telltale.jobs.command.StoreSettings;
import dev.telltale.jobs.listing.SingleObject;
import dev.telltale.jobs.location.Location;
import dev.telltale.jobs.settings.Settings;
import dev.telltale.jobs.settings.UserMistake;
import dev.telltale.jobs.store.ObjectReading;
import dev.telltale.jobs.store.ReadFailure;
import dev.telltale.jobs.store.StoreProblems;
import dev.telltale.jobs.tables.Lake;
import dev.telltale.jobs.tables.LakeFolder;
import dev.telltale.jobs.tables.LakeTable;
import dev.telltale.limit.Limits;
import dev.telltale.scan.FindingRow;
import dev.telltale.scan.ObjectRef;
import dev.telltale.scan.ObjectRows;
import dev.telltale.scan.ObjectScan;
import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** A finding of a lake, found again in its object, for the reasons are not kept in tables. */
final class RecordedFinding {
  private final String uri;
  private final String etag;
  private final long record;
  private final String path;
  private final String rule;
  private final int start;

  private RecordedFinding(Row row) {
    String bucket = row.getString(0);
    uri = (bucket.contains("://") ? bucket : "s3a://" + bucket) + "/" + row.getString(1);
    etag = row.getString(2);
    record = row.getLong(3);
    path = row.getString(4);
    rule = row.getString(5);
    start = row.getInt(6);
  }

  /**
   * As the lake has it.
   *
   * @throws UserMistake if the lake has no such finding
   */
  static RecordedFinding of(String id, Location lake, Settings settings) {
    LakeFolder.requireLake(lake);
    SparkSession spark = Sessions.open("rules explain");
    StoreSettings.apply(settings, List.of(), spark.sparkContext().hadoopConfiguration());
    List<Row> rows =
        new Lake(spark, lake.toString())
            .read(LakeTable.FINDINGS)
            .where(functions.col("finding_id").equalTo(id))
            .select(
                "bucket", "object_key", "etag", "record_index", "field_path", "rule", "match_start")
            .limit(1)
            .collectAsList();
    if (rows.isEmpty()) {
      throw new UserMistake(
          "the lake has no finding " + id,
          "no row of the table findings has it as its finding_id",
          "take an id from telltale sql \"SELECT finding_id FROM findings\"");
    }
    return new RecordedFinding(rows.get(0));
  }

  /**
   * Reads the object again.
   *
   * @throws UserMistake if the object cannot be read, has changed, or gives another answer now
   */
  Finding again(Detector detector, Configuration hadoop) {
    ReadFailure failure = new ReadFailure();
    try (ObjectRows rows = open(detector, hadoop, failure)) {
      while (rows.hasNext()) {
        if (rows.next() instanceof FindingRow found && isThis(found)) {
          return found.finding();
        }
      }
      failure.throwIfAny();
    } catch (IOException unreadable) {
      throw new UserMistake(List.of(StoreProblems.of(uri + " cannot be read", unreadable)));
    }
    throw new UserMistake(
        "the finding is not found again in " + uri,
        "the rules are others than those that found it",
        "name the team's file that it was found with by --rules, or scan again");
  }

  private ObjectRows open(Detector detector, Configuration hadoop, ReadFailure failure)
      throws IOException {
    ObjectRef ref = SingleObject.of(hadoop, uri);
    if (!ref.etag().equals(etag)) {
      throw new UserMistake(
          uri + " is not what it was",
          "it was written anew since the finding was made",
          "scan again; findings of the new version have ids of their own");
    }
    Limits limits = Limits.defaults();
    return ObjectRows.standing(
        () ->
            new ObjectScan(
                ref,
                failure.watching(() -> ObjectReading.open(hadoop, ref)),
                ObjectReading::fault,
                limits,
                System::nanoTime,
                new FrameDecoder(limits),
                detector),
        detector,
        Limits.MAX_HELD_BYTES);
  }

  private boolean isThis(FindingRow row) {
    Finding finding = row.finding();
    return row.recordIndex() == record
        && finding.rule().equals(rule)
        && finding.fieldPath().equals(path)
        && finding.start() == start;
  }

  @Override
  public String toString() {
    return rule + " in record " + record;
  }
}
