package dev.telltale.decoding.file;

import dev.telltale.fault.FaultKind;
import dev.telltale.limit.Limits;

/**
 * What the rows of one file may still cost in memory, so that a few bytes that make many rows, or
 * for one endless row, meet a limit. Used by one thread.
 */
public final class RowBudget {
  /** What a value costs beside its text. */
  public static final int VALUE = 16;

  private static final int BATCH_ROWS = 1_000;

  private final Limits limits;
  private long left;
  private long row;
  private long batch;
  private int rows;

  public RowBudget(Limits limits, int fileLength) {
    this.limits = limits;
    left = limits.ratioFloorBytes() + (long) limits.ratio() * fileLength;
  }

  /** A budget of its own for what the file says about itself, which is read whatever rows took. */
  public RowBudget fresh() {
    return new RowBudget(limits, 0);
  }

  public Limits limits() {
    return limits;
  }

  void startBatch() {
    batch = 0;
    rows = 0;
  }

  /** Whether the rows since the start of the batch are enough for one frame. */
  boolean batchIsFull() {
    return rows >= BATCH_ROWS || batch >= limits.windowBytes();
  }

  void startRow() {
    rows++;
    row = 0;
    charge(VALUE);
  }

  /** Takes so many bytes, or fails with the limit. */
  public void charge(long bytes) {
    row += bytes;
    batch += bytes;
    left -= bytes;
    if (row > limits.frameBytes()) {
      throw new DamagedFile(FaultKind.FRAME_LIMIT, DamagedFile.UNPLACED);
    }
    if (left < 0) {
      throw new DamagedFile(FaultKind.FILE_RATIO_LIMIT, DamagedFile.UNPLACED);
    }
  }
}
