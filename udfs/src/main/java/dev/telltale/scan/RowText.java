package dev.telltale.scan;

import dev.telltale.limit.Limits;
import dev.telltale.record.RecordColumns;
import dev.telltale.value.BoundedJson;
import dev.telltale.value.Repeats;
import dev.telltale.value.Value;

/** The text of the rows of one object, bounded for each and for all of them. For one thread. */
final class RowText {
  private final Limits limits;
  private final Repeats repeats = new Repeats(Limits.MIN_REPEATED);
  private boolean cut;
  private boolean columnsCut;

  RowText(Limits limits) {
    this.limits = limits;
  }

  /** As much as {@link Limits#MAX_REPEATED_RATIO} of the frame may be repeated in its rows. */
  void startFrame(int bytes) {
    repeats.startFrame();
    repeats.allow((long) Limits.MAX_REPEATED_RATIO * bytes);
    cut = false;
    columnsCut = false;
  }

  /** The body of a row, from the redacted one of its record. */
  String body(Value redacted) {
    BoundedJson json = new BoundedJson(limits.rowLength(), repeats);
    String text = json.write(redacted);
    cut |= json.isCut();
    return text;
  }

  /** The columns of a row, with texts of a length that columns have. */
  RecordColumns columns(RecordColumns described) {
    boolean spent = repeats.isSpent();
    int max = spent ? Limits.MIN_COLUMN_LENGTH : Limits.MAX_COLUMN_LENGTH;
    boolean fits = described.fits(max);
    columnsCut |= !fits && !spent;
    RecordColumns columns = fits ? described : described.shortened(max);
    long length = columns.length();
    repeats.charge(length > FREE_COLUMNS ? length : 0);
    return columns;
  }

  /** What the columns of one row may have without being charged. */
  private static final long FREE_COLUMNS = 4L * Limits.MIN_COLUMN_LENGTH;

  /** Whether the body of a row of this frame was cut. */
  boolean isCut() {
    return cut;
  }

  /** Whether a column of a row of this frame was cut because it was long. */
  boolean hasCutColumns() {
    return columnsCut;
  }

  /** Whether something was left out of this frame because it was repeated too often. */
  boolean hasCutRepeats() {
    return repeats.hasRefused();
  }

  @Override
  public String toString() {
    return "text of rows, " + repeats;
  }
}
