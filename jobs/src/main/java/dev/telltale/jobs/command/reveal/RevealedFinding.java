package dev.telltale.jobs.command.reveal;

import static org.apache.spark.sql.functions.expr;

import dev.telltale.decoding.FrameDecoder;
import dev.telltale.detection.Detector;
import dev.telltale.detection.finding.KeptValue;
import dev.telltale.detection.repeat.KnownLeak;
import dev.telltale.detection.repeat.KnownLeaks;
import dev.telltale.jobs.actions.ActedObject;
import dev.telltale.jobs.cases.Cases;
import dev.telltale.jobs.settings.UserMistake;
import dev.telltale.jobs.store.ObjectReading;
import dev.telltale.jobs.store.ReadFailure;
import dev.telltale.jobs.tables.Lake;
import dev.telltale.limit.Limits;
import dev.telltale.scan.ObjectRef;
import dev.telltale.scan.ObjectRows;
import dev.telltale.scan.ObjectScan;
import dev.telltale.scan.VersionState;
import java.io.IOException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A finding of a lake whose value is to be read again from the object version that had it. */
final class RevealedFinding {
  private final Row row;

  private RevealedFinding(Row row) {
    this.row = row;
  }

  /**
   * @throws UserMistake if the lake has no such finding
   */
  static RevealedFinding of(String id, SparkSession spark, Lake lake) {
    lake.register(Set.of("case_findings", "objects_current", "runs"));
    List<Row> rows =
        new Cases(spark, lake)
            .finding(id)
            .as("f")
            .join(
                spark.table("objects_current").as("o"),
                expr(
                    "f.bucket = o.bucket AND f.object_key = o.object_key AND f.version_id <=> o.version_id AND f.etag = o.etag"))
            .join(spark.table("runs").as("r"), expr("f.run_id = r.run_id"), "left")
            .selectExpr(
                "f.*", "o.size", "o.last_modified", "o.storage_class", "r.fingerprint_key_id")
            .limit(1)
            .collectAsList();
    if (rows.isEmpty()) {
      throw new UserMistake(
          "the lake has no finding " + id,
          "no finding that counts has it as its finding_id",
          "take an id from telltale sql \"SELECT finding_id, rule, masked FROM findings_once\"");
    }
    return new RevealedFinding(rows.get(0));
  }

  String text(String column) {
    Object value = row.getAs(column);
    return value == null ? "" : value.toString();
  }

  /**
   * Before anything is read.
   *
   * @param keyId of the key at hand
   * @throws UserMistake if the value cannot be recognised with it
   */
  void requireKey(String keyId) {
    String made = text("fingerprint_key_id");
    if (!made.isEmpty() && !made.equals(keyId)) {
      throw new UserMistake(
          "the value cannot be recognised",
          "the finding was made with fingerprint key " + made + ", this command has " + keyId,
          "name the key of that scan: --fingerprint-key URI");
    }
  }

  /** The value by what the finding says of it: it may have been found by nothing else. */
  KnownLeaks known() {
    KnownLeak leak =
        KnownLeak.of(
            row.getAs("fingerprint"),
            row.getAs("masked"),
            row.getAs("match_length"),
            row.getAs("rule"),
            row.getAs("case_id"));
    return leak == null ? KnownLeaks.NONE : KnownLeaks.of(List.of(leak));
  }

  ActedObject object() {
    return new ActedObject(
        row.getAs("bucket"), row.getAs("object_key"), row.getAs("version_id"), row.getAs("etag"));
  }

  /**
   * Reads the object version, pinned to its etag, until the value is met. It is empty where the
   * rules of the detector do not find it any more.
   *
   * @throws IOException if the object has changed, is gone, or cannot be read
   */
  KeptValue read(Detector detector, Configuration hadoop) throws IOException {
    KeptValue value = new KeptValue(row.getAs("fingerprint"));
    detector.watch(value::offer);
    ReadFailure failure = new ReadFailure();
    ObjectRef ref = ref();
    Limits limits = Limits.defaults();
    try (ObjectRows rows =
        ObjectRows.standing(
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
            Limits.MAX_HELD_BYTES)) {
      while (!value.isThere() && rows.hasNext()) {
        rows.next();
      }
    }
    if (!value.isThere()) {
      failure.throwIfAny();
    }
    return value;
  }

  private ObjectRef ref() {
    return new ObjectRef(
        row.getAs("bucket"),
        row.getAs("object_key"),
        row.getAs("version_id"),
        row.getAs("etag"),
        row.<Long>getAs("size"),
        row.<Timestamp>getAs("last_modified").toInstant(),
        VersionState.CURRENT,
        row.getAs("storage_class"));
  }
}
