package dev.telltale.scan;

import dev.telltale.decoding.FrameDecoder;
import dev.telltale.decoding.FrameRecords;
import dev.telltale.decoding.LeafReading;
import dev.telltale.decoding.Outcome;
import dev.telltale.detection.Detector;
import dev.telltale.fault.Fault;
import dev.telltale.fault.FaultKind;
import dev.telltale.framing.Frame;
import dev.telltale.limit.Deadline;
import dev.telltale.limit.DeadlinePassed;
import dev.telltale.limit.Limits;
import dev.telltale.limit.TooDeep;
import dev.telltale.record.DecodedRecord;
import dev.telltale.unpacking.Leaf;
import dev.telltale.unpacking.Unpacking;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * The scan of one object, pulled row by row: the rows of one record at most are held at a time,
 * whatever the size of the object and of its frames. The last row is the {@link ObjectRow}. Never
 * throws for anything that the object holds, nor for an error of the virtual machine that it
 * causes; a failure to read ends the rows with the status that {@code readFault} gives it. Runs in
 * a task; not thread-safe.
 */
public final class ObjectScan implements Iterator<ScanRow>, Closeable {
  /** Opens the stored bytes. */
  @FunctionalInterface
  public interface Source {
    InputStream open() throws IOException;
  }

  private static final long NANOS = 1_000_000_000L;

  private final ObjectRef ref;
  private final Source source;
  private final Function<IOException, FaultKind> readFault;
  private final Limits limits;
  private final LongSupplier nanoTime;
  private final FrameDecoder decoder;
  private final FaultLog faults;
  private final RecordRows rows;
  private final HeavyFrames heavy = new HeavyFrames();
  private final ObjectBytes bytes = new ObjectBytes();
  private final Deque<ScanRow> ready = new ArrayDeque<>();

  private StoredBytes stored;
  private Unpacking unpacking;
  private Deadline deadline;
  private Leaf leaf;
  private LeafReading reading;
  private Frame frame;
  private FrameRecords records;
  private List<String> containers = List.of();
  private boolean finished;
  private boolean brokeDown;
  private LeafWatcher watcher = LeafWatcher.NONE;

  public ObjectScan(
      ObjectRef ref,
      Source source,
      Function<IOException, FaultKind> readFault,
      Limits limits,
      LongSupplier nanoTime,
      FrameDecoder decoder,
      Detector detector) {
    this.nanoTime = nanoTime;
    this.ref = ref;
    this.source = source;
    this.readFault = readFault;
    this.limits = limits;
    this.decoder = decoder;
    this.faults = new FaultLog(limits.faultsPerObject());
    this.rows = new RecordRows(ref, limits, detector, faults, ready::add);
  }

  /** From now on the watcher is informed how each leaf is read. */
  public void watch(LeafWatcher newWatcher) {
    watcher = newWatcher;
  }

  /** From now on the watcher sees each record as it was sent. */
  public void watch(RecordWatcher newWatcher) {
    rows.watch(newWatcher);
  }

  /**
   * From now on the bodies of records are empty. Only for who asks for nothing that a sender wrote:
   * what is found late in an object is looked for in the bodies before it.
   */
  public ObjectScan withoutBodies() {
    rows.leaveOutBodies();
    return this;
  }

  /**
   * Whether an error of the Java virtual machine ended the reading: decoder and detector may then
   * be left in any state, and are not to be used again.
   */
  public boolean brokeDown() {
    return brokeDown;
  }

  @Override
  public boolean hasNext() {
    while (ready.isEmpty() && !finished) {
      try {
        advance();
      } catch (IOException broken) {
        end(readFault.apply(broken));
      } catch (DeadlinePassed late) {
        end(FaultKind.TIME_LIMIT);
      } catch (StackOverflowError | OutOfMemoryError | LinkageError error) {
        breakDown(error);
      }
    }
    return !ready.isEmpty();
  }

  /**
   * An error that what was read has caused costs this object only. One that says that the virtual
   * machine itself is at its end goes on.
   */
  private void breakDown(Error error) {
    MachineError.mustBeOfObject(error);
    brokeDown = true;
    ready.clear();
    reading = null;
    records = null;
    frame = null;
    end(FaultKind.JVM_ERROR);
  }

  @Override
  public ScanRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the object's rows were all read");
    }
    return ready.remove();
  }

  private void advance() throws IOException {
    if (stored == null) {
      open();
    } else if (deadline.hasPassed()) {
      end(FaultKind.TIME_LIMIT);
    } else if (records != null) {
      nextRecord();
    } else if (reading == null) {
      nextLeaf();
    } else {
      nextFrame();
    }
  }

  /** Reading ends where it stands. */
  private void end(FaultKind kind) {
    faults.add(new Fault(kind, 0, stored == null ? 0 : stored.count()));
    finish();
  }

  private void open() throws IOException {
    deadline = new Deadline(nanoTime, limits.secondsPerObject() * NANOS);
    if (ref.size() > limits.objectBytes()) {
      faults.add(new Fault(FaultKind.OBJECT_LIMIT, 0, limits.objectBytes()));
      finish();
      return;
    }
    stored = new StoredBytes(source.open(), ref.size());
    unpacking = new Unpacking(stored, ref.size(), limits, faults);
    if (ref.size() == 0) {
      faults.add(new Fault(FaultKind.EMPTY_OBJECT, 0, 0));
    }
  }

  private void nextLeaf() throws IOException {
    leaf = unpacking.next();
    if (leaf == null) {
      finish();
      return;
    }
    rows.startLeaf(leaf);
    bytes.startLeaf();
    if (leaf.containers().size() > containers.size()) {
      containers = leaf.containers();
    }
    reading = decoder.open(leaf, faults);
    watcher.opened(leaf, reading);
  }

  private void nextFrame() throws IOException {
    frame = reading.next();
    if (frame == null) {
      watcher.closed(leaf);
      reading = null;
      return;
    }
    heavy.hold(frame.length());
    rows.startFrame(frame, deadline);
    try {
      records = reading.decode(frame, faults, leaf.layer());
    } catch (RuntimeException bug) {
      readRaw(bug);
      return;
    }
    if (records.outcome().kind() == Outcome.Kind.REJECTED) {
      records = null;
      heavy.release();
    }
  }

  /** A bug of ours must cost one frame, not the run: the frame is scanned raw, and named. */
  private void readRaw(RuntimeException bug) {
    if (bug instanceof DeadlinePassed late) {
      throw late;
    }
    FaultKind kind = bug instanceof TooDeep ? FaultKind.JSON_DEPTH_LIMIT : FaultKind.DECODER_FAILED;
    faults.add(new Fault(kind, leaf.layer(), frame.offset()));
    if (records != null) {
      records.close();
    }
    records = decoder.raw(frame, faults, leaf.layer());
  }

  private void nextRecord() {
    DecodedRecord record;
    try {
      record = records.next();
    } catch (RuntimeException bug) {
      readRaw(bug);
      return;
    }
    if (record == null) {
      endFrame();
    } else {
      rows.add(record);
    }
  }

  private void endFrame() {
    if (rows.failed()) {
      bytes.failed(frame.accounted());
    } else if (records.outcome().kind() == Outcome.Kind.RAW) {
      bytes.rawScanned(frame.accounted());
    } else {
      bytes.decoded(frame.accounted());
    }
    rows.endFrame();
    records = null;
    frame = null;
    heavy.release();
  }

  private void finish() {
    finished = true;
    if (!brokeDown) {
      try {
        rows.addKey();
      } catch (RuntimeException | StackOverflowError bug) {
        faults.add(new Fault(FaultKind.DETECTOR_FAILED, 0, 0));
      }
    }
    if (unpacking == null) {
      bytes.unopened(ref.size());
    } else {
      bytes.end(unpacking);
    }
    String sha256 = stored == null ? null : stored.sha256();
    ready.add(rows.object(containers, bytes, sha256));
    try {
      close();
    } catch (IOException afterTheFact) {
      // Everything that could be read was read: a failing close changes no row.
      finished = true;
    }
  }

  @Override
  public void close() throws IOException {
    heavy.release();
    if (records != null) {
      records.close();
    }
    if (unpacking != null) {
      unpacking.close();
    }
  }
}
