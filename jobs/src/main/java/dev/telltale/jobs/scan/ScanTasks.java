package dev.telltale.jobs.scan;

import dev.telltale.decoding.FrameDecoder;
import dev.telltale.detection.Detector;
import dev.telltale.detection.rules.TeamSource;
import dev.telltale.jobs.plan.PlannedObject;
import dev.telltale.jobs.plan.ScanTask;
import dev.telltale.jobs.store.ObjectReading;
import dev.telltale.limit.Limits;
import dev.telltale.scan.ObjectRef;
import dev.telltale.scan.ObjectRows;
import dev.telltale.scan.ObjectScan;
import dev.telltale.scan.ScanRow;
import dev.telltale.sql.ScannedRow;
import dev.telltale.sql.SealedKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;

/**
 * The function that runs in a task: reads, decodes and detects object by object, and yields rows as
 * they are asked for. Serialised to executors with the rule options and the sealed fingerprint key;
 * the store's settings travel as a broadcast. Raw values live and die in here.
 */
final class ScanTasks implements FlatMapFunction<Iterator<ScanTask>, Row> {
  private static final long serialVersionUID = 1L;

  private final boolean includeExamples;
  private final TeamSource team;
  private final Limits limits;
  private final SealedKey key;
  private final Broadcast<SerializableConfiguration> hadoop;
  private final ScanCounters counters;

  ScanTasks(
      boolean includeExamples,
      TeamSource team,
      Limits limits,
      SealedKey key,
      Broadcast<SerializableConfiguration> hadoop,
      ScanCounters counters) {
    this.includeExamples = includeExamples;
    this.team = team;
    this.limits = limits;
    this.key = key;
    this.hadoop = hadoop;
    this.counters = counters;
  }

  @Override
  public Iterator<Row> call(Iterator<ScanTask> tasks) {
    List<PlannedObject> objects = new ArrayList<>();
    while (tasks.hasNext()) {
      objects.addAll(tasks.next().objects());
    }
    Rows rows = new Rows(objects.iterator());
    TaskCompletionListener close = context -> rows.close();
    TaskContext.get().addTaskCompletionListener(close);
    return rows;
  }

  private final class Rows implements Iterator<Row> {
    private final Iterator<PlannedObject> objects;
    private final Detector detector =
        new Detector(ScanRules.of(includeExamples, team), key.open(), limits);
    private final FrameDecoder decoder = new FrameDecoder(limits);
    private final Configuration store = hadoop.value().value();
    private PlannedObject object;
    private ObjectRows scan;

    Rows(Iterator<PlannedObject> objects) {
      this.objects = objects;
    }

    @Override
    public boolean hasNext() {
      while (scan == null || !scan.hasNext()) {
        if (!objects.hasNext()) {
          return false;
        }
        object = objects.next();
        PlannedObject opened = object;
        scan =
            ObjectRows.withdrawable(
                () ->
                    new ObjectScan(
                        opened.ref(),
                        () -> ObjectReading.open(store, opened.ref()),
                        ObjectReading::fault,
                        limits,
                        System::nanoTime,
                        decoder,
                        detector),
                detector,
                Limits.MAX_HELD_BYTES);
      }
      return true;
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException("all objects of the task were read");
      }
      ObjectRef ref = object.ref();
      ScanRow row = counters.count(scan.next(), ref);
      return ScannedRow.of(object.ordinal(), scan.reading(), ref, row);
    }

    /** Also ends the object that a failing or cancelled task was reading. */
    void close() {
      try {
        if (scan != null) {
          scan.close();
        }
      } catch (IOException unreadAnyway) {
        scan = null;
      }
      detector.close();
    }
  }
}
