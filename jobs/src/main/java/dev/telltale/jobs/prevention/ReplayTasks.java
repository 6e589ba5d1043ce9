package dev.telltale.jobs.prevention;

import dev.telltale.decoding.FrameDecoder;
import dev.telltale.detection.Detector;
import dev.telltale.detection.repeat.KnownLeaks;
import dev.telltale.detection.rules.Rule;
import dev.telltale.detection.rules.RuleSet;
import dev.telltale.detection.rules.TeamSource;
import dev.telltale.jobs.prevention.ReplayedCase.ObjectCounts;
import dev.telltale.jobs.scan.ScanRules;
import dev.telltale.jobs.store.ObjectReading;
import dev.telltale.limit.Limits;
import dev.telltale.prevention.CaseShape;
import dev.telltale.prevention.Prevention;
import dev.telltale.prevention.Preventions;
import dev.telltale.prevention.Replay;
import dev.telltale.prevention.SentRecord;
import dev.telltale.scan.ObjectRef;
import dev.telltale.scan.ObjectRow;
import dev.telltale.scan.ObjectScan;
import dev.telltale.scan.ObjectStatus;
import dev.telltale.scan.ScanRow;
import dev.telltale.sql.SealedKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;

/**
 * The function that runs in a task: reads objects again and sends their records through the
 * processors against a case. Counts come out; values live and die in here.
 */
final class ReplayTasks implements FlatMapFunction<Iterator<ObjectRef>, ObjectCounts> {
  private static final long serialVersionUID = 1L;

  private final ReplayedCase replayed;
  private final boolean includeExamples;
  private final TeamSource team;
  private final SealedKey key;
  private final Broadcast<SerializableConfiguration> hadoop;

  ReplayTasks(
      ReplayedCase replayed,
      boolean includeExamples,
      TeamSource team,
      SealedKey key,
      Broadcast<SerializableConfiguration> hadoop) {
    this.replayed = replayed;
    this.includeExamples = includeExamples;
    this.team = team;
    this.key = key;
    this.hadoop = hadoop;
  }

  /** The processors against a case, the same on the driver and in tasks. */
  static List<Prevention> preventions(ReplayedCase replayed, RuleSet rules) {
    List<Rule> found =
        rules.rules().stream().filter(rule -> replayed.rules().contains(rule.id())).toList();
    return Preventions.against(CaseShape.of(replayed.fieldPatterns(), found));
  }

  @Override
  public Iterator<ObjectCounts> call(Iterator<ObjectRef> objects) throws IOException {
    RuleSet rules = ScanRules.of(includeExamples, team);
    List<Prevention> preventions = preventions(replayed, rules);
    KnownLeaks known = KnownLeaks.of(replayed.known());
    Limits limits = Limits.defaults();
    Configuration store = hadoop.value().value();
    List<ObjectCounts> counted = new ArrayList<>();
    try (Detector scanning = new Detector(rules, key.open(), limits, known);
        Detector judging = new Detector(rules, key.open(), limits, known)) {
      while (objects.hasNext()) {
        Replay replay = new Replay(preventions, replayed.fingerprints(), judging);
        boolean read = read(objects.next(), store, scanning, replay);
        counted.add(new ObjectCounts(read, replay.counts()));
      }
    }
    return counted.iterator();
  }

  private static boolean isRead(ObjectStatus status) {
    return status == ObjectStatus.SCANNED || status == ObjectStatus.PARTIAL;
  }

  /** Whether the object could be read, to its end or to a fault in it. */
  private static boolean read(ObjectRef ref, Configuration store, Detector scanning, Replay replay)
      throws IOException {
    Limits limits = Limits.defaults();
    scanning.startObject();
    try (ObjectScan scan =
        new ObjectScan(
                ref,
                () -> ObjectReading.open(store, ref),
                ObjectReading::fault,
                limits,
                System::nanoTime,
                new FrameDecoder(limits),
                scanning)
            .withoutBodies()) {
      scan.watch(
          (record, findings) ->
              replay.add(new SentRecord(record.format(), record.body()), findings));
      boolean read = false;
      while (scan.hasNext()) {
        ScanRow row = scan.next();
        read |= row instanceof ObjectRow object && isRead(object.status());
      }
      return read;
    }
  }
}
