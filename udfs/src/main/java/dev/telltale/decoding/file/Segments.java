package dev.telltale.decoding.file;

import dev.telltale.fault.FaultKind;
import dev.telltale.record.DecodedRecord;
import dev.telltale.unpacking.layer.Layer;
import dev.telltale.value.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * A file as segments that hold rows, and after them what is between the segments: the file's own
 * description. A damaged segment keeps the rows before the damage, is scanned raw, and the next one
 * is read. Whatever a library throws ends here.
 */
public final class Segments implements FileParts {
  /** Tells what the file says about itself, once its segments were read. */
  @FunctionalInterface
  public interface Description {
    /** The ranges between the segments, with the record of what they say. */
    List<FilePart> parts() throws Exception;
  }

  private final FaultKind kind;
  private final Iterator<Segment> segments;
  private final Description description;
  private final RowBudget budget;
  private final FileRecords records;
  private final Deque<FilePart> ready = new ArrayDeque<>();
  private Segment segment;
  private RowSource rows;
  private DamagedFile stopped;
  private boolean described;

  /**
   * @param kind of the fault for damage that has no name of its own
   */
  public Segments(
      FaultKind kind,
      Iterator<Segment> segments,
      Description description,
      RowBudget budget,
      FileRecords records) {
    this.kind = kind;
    this.segments = segments;
    this.description = description;
    this.budget = budget;
    this.records = records;
  }

  /** A file of which nothing but its kind is known. */
  public static FileParts whollyDamaged(
      FileBytes file, DamagedFile damage, RowBudget budget, FileRecords records) {
    Segment all = Segment.damaged(0, file.length(), damage);
    return new Segments(damage.kind(), List.of(all).iterator(), List::of, budget, records);
  }

  @Override
  public FilePart next() {
    while (ready.isEmpty()) {
      if (segment != null) {
        readRows();
      } else if (segments.hasNext()) {
        segment = segments.next();
      } else if (!described) {
        described = true;
        ready.addAll(description());
      } else {
        return null;
      }
    }
    return ready.remove();
  }

  private void readRows() {
    List<DecodedRecord> batch = new ArrayList<>();
    try {
      boolean ended = fill(batch);
      ready.add(
          FilePart.decoded(
              segment.offset(), segment.length(), ended ? segment.length() : 0, batch));
      if (ended) {
        leaveSegment();
      }
    } catch (VirtualMachineError fatal) {
      throw fatal;
    } catch (Throwable broken) {
      if (!batch.isEmpty()) {
        ready.add(FilePart.decoded(segment.offset(), segment.length(), 0, batch));
      }
      ready.add(FilePart.damaged(segment.offset(), segment.length(), damage(broken)));
      leaveSegment();
    }
  }

  private boolean fill(List<DecodedRecord> batch) throws Exception {
    if (stopped != null) {
      throw stopped;
    }
    if (rows == null) {
      rows = segment.rows().open();
    }
    List<Layer> layers = segment.layers();
    budget.startBatch();
    while (!budget.batchIsFull()) {
      budget.startRow();
      Value row = rows.next();
      if (row == null) {
        return true;
      }
      batch.add(records.row(row, layers));
    }
    return false;
  }

  /** A budget that is used up for good stops every further segment at its start. */
  private DamagedFile damage(Throwable broken) {
    DamagedFile damage = DamagedFile.of(broken, kind, DamagedFile.UNPLACED);
    if (damage.kind() == FaultKind.FILE_RATIO_LIMIT) {
      stopped = damage;
    }
    return damage;
  }

  private void leaveSegment() {
    segment = null;
    rows = null;
  }

  private List<FilePart> description() {
    try {
      return description.parts();
    } catch (Exception broken) {
      throw new IllegalStateException("describing a file", broken);
    }
  }
}
