package dev.telltale.jobs.scan;

import dev.telltale.decoding.FrameDecoder;
import dev.telltale.detection.Detector;
import dev.telltale.detection.repeat.KnownLeak;
import dev.telltale.detection.repeat.KnownLeaks;
import dev.telltale.detection.rules.TeamSource;
import dev.telltale.fault.FaultKind;
import dev.telltale.jobs.plan.PlannedObject;
import dev.telltale.jobs.plan.ScanTask;
import dev.telltale.jobs.store.ObjectReading;
import dev.telltale.limit.Limits;
import dev.telltale.scan.ObjectRows;
import dev.telltale.scan.ObjectScan;
import dev.telltale.scan.ScanRow;
import dev.telltale.sql.ScannedRow;
import dev.telltale.sql.SealedKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;

/**
 * The function that runs in a task: reads, decodes and detects object by object, and yields rows as
 * they are asked for. Serialised to executors with the rule options and the sealed fingerprint key;
 * the store's settings travel as a broadcast. Raw values live and die in here.
 */
final class ScanTasks implements FlatMapFunction<Iterator<ScanTask>, InternalRow> {
  private static final long serialVersionUID = 1L;

  /** A task holds rows in at most this part of the heap. */
  private static final int HEAP_PART = 16;

  private final boolean includeExamples;
  private final boolean findingsOnly;
  private final TeamSource team;
  private final Limits limits;
  private final SealedKey key;
  private final Broadcast<List<KnownLeak>> known;
  private final Broadcast<SerializableConfiguration> hadoop;
  private final ScanCounters counters;
  private final ReadingMarks marks;

  ScanTasks(
      boolean includeExamples,
      boolean findingsOnly,
      TeamSource team,
      Limits limits,
      SealedKey key,
      Broadcast<List<KnownLeak>> known,
      Broadcast<SerializableConfiguration> hadoop,
      ScanCounters counters,
      ReadingMarks marks) {
    this.includeExamples = includeExamples;
    this.findingsOnly = findingsOnly;
    this.team = team;
    this.limits = limits;
    this.key = key;
    this.known = known;
    this.hadoop = hadoop;
    this.counters = counters;
    this.marks = marks;
  }

  @Override
  public Iterator<InternalRow> call(Iterator<ScanTask> tasks) throws IOException {
    List<PlannedObject> objects = new ArrayList<>();
    while (tasks.hasNext()) {
      objects.addAll(tasks.next().objects());
    }
    Configuration store = hadoop.value().value();
    Rows rows =
        new Rows(
            objects.iterator(), store, marks.attempt(store, TaskContext.get().attemptNumber()));
    TaskCompletionListener close = context -> rows.close();
    TaskContext.get().addTaskCompletionListener(close);
    return rows;
  }

  /** Ends the reading of an object that has ended an executor before. */
  private static final class ExecutorLost extends IOException {
    private static final long serialVersionUID = 1L;

    ExecutorLost() {
      super("an executor ended while it was reading this object");
    }
  }

  private final class Rows implements Iterator<InternalRow> {
    private final Iterator<PlannedObject> objects;
    private final Configuration store;
    private final ReadingMarks.Attempt attempt;
    private final KnownLeaks leaks = KnownLeaks.of(known.value());
    private Detector detector;
    private FrameDecoder decoder;
    private final KeptRecords kept = new KeptRecords(findingsOnly);
    private PlannedObject object;
    private InternalRow place;
    private ObjectRows scan;
    private InternalRow next;

    Rows(Iterator<PlannedObject> objects, Configuration store, ReadingMarks.Attempt attempt) {
      this.objects = objects;
      this.store = store;
      this.attempt = attempt;
      renew();
    }

    /**
     * After an error of the virtual machine nothing of the core that was in use is used again: the
     * old detector is not closed either, for that would hand its automata to the next task.
     */
    private void renew() {
      detector = new Detector(ScanRules.of(includeExamples, team), key.open(), limits, leaks);
      decoder = new FrameDecoder(limits);
    }

    @Override
    public boolean hasNext() {
      while (next == null && findRow()) {
        ScanRow row = counters.count(scan.next(), object.ref());
        if (kept.keeps(row, scan.reading())) {
          next = ScannedRow.of(object.ordinal(), scan.reading(), place, row, kept.count());
        }
      }
      return next != null;
    }

    /** Whether the object that is read, or one after it, has another row. */
    private boolean findRow() {
      while (scan == null || !scan.hasNext()) {
        try {
          endObject();
          if (!objects.hasNext()) {
            return false;
          }
          object = objects.next();
          place = ScannedRow.ref(object.ref());
          kept.startObject();
          scan = open(object);
        } catch (IOException unwritten) {
          throw new UncheckedIOException("marking what is read in the lake", unwritten);
        }
      }
      return true;
    }

    private void endObject() throws IOException {
      if (scan != null) {
        if (!attempt.endedAnEarlierOne(object.ordinal())) {
          attempt.end(object.ordinal());
        }
        if (scan.brokeDown()) {
          renew();
        }
        scan = null;
      }
    }

    private ObjectRows open(PlannedObject opened) throws IOException {
      boolean suspect = attempt.endedAnEarlierOne(opened.ordinal());
      if (!suspect) {
        attempt.begin(opened.ordinal());
      }
      FrameDecoder with = decoder;
      Detector by = detector;
      return ObjectRows.withdrawable(
          () ->
              new ObjectScan(
                  opened.ref(),
                  () -> stored(opened, suspect),
                  failed ->
                      failed instanceof ExecutorLost
                          ? FaultKind.EXECUTOR_LOST
                          : ObjectReading.fault(failed),
                  limits,
                  System::nanoTime,
                  with,
                  by),
          by,
          maxHeld());
    }

    /** Two or four tasks share a heap. */
    private static long maxHeld() {
      return Math.min(Limits.MAX_HELD_BYTES, Runtime.getRuntime().maxMemory() / HEAP_PART);
    }

    private InputStream stored(PlannedObject opened, boolean suspect) throws IOException {
      if (suspect) {
        throw new ExecutorLost();
      }
      return ObjectReading.open(store, opened.ref());
    }

    @Override
    public InternalRow next() {
      if (!hasNext()) {
        throw new NoSuchElementException("all objects of the task were read");
      }
      InternalRow row = next;
      next = null;
      return row;
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
