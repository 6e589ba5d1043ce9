package dev.telltale.decoding.file;

import dev.telltale.fault.FaultKind;
import dev.telltale.limit.TooDeep;

/**
 * A part of a file that cannot be read. Carries kind and position only. Unchecked, because it has
 * to pass through the libraries that call back; without a stack trace, because damage is ordinary
 * input.
 */
public final class DamagedFile extends RuntimeException {
  /** The position of damage that is known to lie in a segment, and not where. */
  public static final long UNPLACED = -1;

  private static final long serialVersionUID = 1L;

  private final FaultKind kind;
  private final long position;

  /**
   * @param position byte offset in the file, or {@link #UNPLACED}
   */
  public DamagedFile(FaultKind kind, long position) {
    super(kind.id() + " at byte " + position, null, false, false);
    this.kind = kind;
    this.position = position;
  }

  /**
   * What a library or a walk has thrown, as damage.
   *
   * @param otherwise what it is where it has no name of its own
   */
  public static DamagedFile of(Throwable broken, FaultKind otherwise, long position) {
    if (broken instanceof DamagedFile named) {
      return named;
    }
    boolean deep = broken instanceof TooDeep;
    return new DamagedFile(deep ? FaultKind.JSON_DEPTH_LIMIT : otherwise, position);
  }

  FaultKind kind() {
    return kind;
  }

  /** The byte offset in the file; of damage without a place, the start of its segment. */
  long positionFrom(int segment) {
    return position == UNPLACED ? segment : position;
  }
}
