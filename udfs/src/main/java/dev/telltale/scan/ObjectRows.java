package dev.telltale.scan;

import dev.telltale.detection.Detector;
import dev.telltale.detection.repeat.RepeatedValues;
import dev.telltale.fault.Fault;
import dev.telltale.fault.FaultKind;
import dev.telltale.record.Sample;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Supplier;

/**
 * The rows of one object in which no found value can be read, wherever else in the object it was
 * found: rows are held back until the object ends. Where a value stands in a held row, or was found
 * after rows had to be let go, the object is read a second time with its values known, and {@link
 * #reading()} tells the rows that stand from those that are withdrawn. Runs in a task; not
 * thread-safe.
 */
public final class ObjectRows implements Iterator<ScanRow>, Closeable {
  private final Supplier<ObjectScan> opener;
  private final Detector detector;
  private final long maxHeld;
  private final boolean mayWithdraw;

  private final Deque<ScanRow> held = new ArrayDeque<>();
  private final Deque<ScanRow> ready = new ArrayDeque<>();
  private ObjectScan scan;
  private ObjectRow last;
  private LeafWatcher watcher = LeafWatcher.NONE;
  private boolean again;
  private boolean brokeDown;
  private int readings;
  private long heldBytes;
  private int foundWhenLetGo = -1;
  private boolean dropped;
  private boolean complete = true;
  private boolean ended;

  private ObjectRows(
      Supplier<ObjectScan> opener, Detector detector, long maxHeld, boolean mayWithdraw) {
    this.opener = opener;
    this.detector = detector;
    this.maxHeld = maxHeld;
    this.mayWithdraw = mayWithdraw;
    detector.startObject();
  }

  /**
   * Rows that may be withdrawn later: those that do not have the {@link #reading()} of the last
   * one.
   *
   * @param opener of a reading of the object from its start
   * @param maxHeld bytes of memory for held rows
   */
  public static ObjectRows withdrawable(
      Supplier<ObjectScan> opener, Detector detector, long maxHeld) {
    return new ObjectRows(opener, detector, maxHeld, true);
  }

  /** Rows that all stand: an object whose rows cannot be held is read twice. */
  public static ObjectRows standing(Supplier<ObjectScan> opener, Detector detector, long maxHeld) {
    return new ObjectRows(opener, detector, maxHeld, false);
  }

  /** From now on the watcher is informed how each leaf is read, in the first reading. */
  public void watch(LeafWatcher newWatcher) {
    watcher = newWatcher;
  }

  /** 0; more for rows that withdraw those before them: of a second reading, or of none. */
  public int reading() {
    boolean withdraws = brokeDown || (again && foundWhenLetGo >= 0);
    return withdraws ? readings : 0;
  }

  /**
   * Whether an error of the Java virtual machine ended the reading; decoder and detector are not to
   * be used again then.
   */
  public boolean brokeDown() {
    return brokeDown;
  }

  @Override
  public boolean hasNext() {
    while (ready.isEmpty() && !ended) {
      try {
        advance();
      } catch (StackOverflowError | OutOfMemoryError | LinkageError error) {
        breakDown(error);
      }
    }
    return !ready.isEmpty();
  }

  /**
   * An error while looking back, with what the object has given away: what was read so far does not
   * stand, and of what is left only the row of the object counts.
   */
  private void breakDown(Error error) {
    MachineError.mustBeOfObject(error);
    if (scan == null && last == null) {
      throw error;
    }
    withdraw();
    ready.clear();
    if (last != null) {
      end(last);
    }
  }

  private void withdraw() {
    held.clear();
    readings += brokeDown ? 0 : 1;
    brokeDown = true;
  }

  @Override
  public ScanRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the object's rows were all read");
    }
    return ready.remove();
  }

  private void advance() {
    if (scan == null) {
      scan = opener.get();
      scan.watch(watcher);
    }
    ScanRow row = scan.next();
    if (row instanceof ObjectRow object) {
      last = object;
      end(object);
    } else if (again) {
      ready.add(row);
    } else if (!brokeDown) {
      hold(row);
    }
  }

  private void hold(ScanRow row) {
    if (dropped) {
      return;
    }
    held.add(row);
    heldBytes += row.heldBytes();
    if (heldBytes <= maxHeld) {
      return;
    }
    RepeatedValues values = detector.foundSoFar();
    if (!mayWithdraw || isLate() || mayStandIn(values)) {
      dropped = true;
      held.clear();
    } else {
      foundWhenLetGo = detector.foundCount();
      letGo();
    }
  }

  private void letGo() {
    ready.addAll(held);
    held.clear();
    heldBytes = 0;
  }

  /** Whether a value was found after rows were let go that may hold it. */
  private boolean isLate() {
    return foundWhenLetGo >= 0 && detector.foundCount() > foundWhenLetGo;
  }

  private boolean mayStandIn(RepeatedValues values) {
    for (ScanRow row : held) {
      if (row instanceof RecordRow record
          && (values.mayStandIn(record.body()) || mayStandIn(values, record.samples()))) {
        return true;
      }
    }
    return false;
  }

  private static boolean mayStandIn(RepeatedValues values, List<Sample> samples) {
    if (values.isEmpty() || samples.isEmpty()) {
      return false;
    }
    for (String number : SampleNumbers.texts(samples)) {
      if (number != null && values.mayStandIn(number)) {
        return true;
      }
    }
    return false;
  }

  private void end(ObjectRow object) {
    if (brokeDown || scan.brokeDown()) {
      // What was read is not to be trusted: the object alone is left.
      withdraw();
      Fault error = new Fault(FaultKind.JVM_ERROR, 0, 0);
      boolean named = scan != null && scan.brokeDown();
      ready.add((named ? object : object.with(error)).withoutRows());
      ended = true;
      return;
    }
    if (!again) {
      RepeatedValues values = detector.found();
      complete = values.isComplete();
      if (dropped || isLate() || mayStandIn(values)) {
        readAgain(values);
        return;
      }
      letGo();
    }
    ready.add(complete ? object : object.with(new Fault(FaultKind.LOOK_BACK_LIMIT, 0, 0)));
    ended = true;
  }

  private void readAgain(RepeatedValues values) {
    held.clear();
    detector.lookFor(values);
    scan = null;
    watcher = LeafWatcher.NONE;
    again = true;
    readings++;
  }

  @Override
  public void close() throws IOException {
    if (scan != null) {
      scan.close();
    }
  }
}
