package dev.telltale.unpacking.compression;

import dev.telltale.unpacking.layer.Container;
import dev.telltale.unpacking.layer.LayerFaults;
import dev.telltale.unpacking.layer.Source;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Looks for compressed members by their magic numbers, wherever they start, and verifies each by
 * decoding its first bytes. One per stream; in time linear in the stream.
 */
public final class MemberSearch {
  /** Fewer bytes than that are no member. */
  public static final int LOOKAHEAD = 8;

  private final MemberTrial trial = new MemberTrial();
  private boolean exhausted;

  /** The members that start at an index of a source, whose byte is held; null where none do. */
  public @Nullable MemberKind at(Source in, int index) throws IOException {
    MemberKind kind = MemberKind.mayStart(in, index);
    if (kind == null) {
      return null;
    }
    if (trial.isSpent(in)) {
      exhausted = true;
      return null;
    }
    return kind.startsAt(in, index, trial) ? kind : null;
  }

  /** Whether what is held from an index on inflates, as far as a trial goes. */
  public boolean inflates(Source in, int index) throws IOException {
    if (trial.isSpent(in)) {
      exhausted = true;
      return false;
    }
    return trial.deflated(in, index);
  }

  /** Whether headers were passed over because verifying the ones before them cost too much. */
  public boolean isExhausted() {
    return exhausted;
  }

  /** Reads the members that stand at the next byte, and ends where something else follows. */
  public static Container open(MemberKind kind, Source in, LayerFaults faults) {
    return kind.open(in, faults);
  }

  @Override
  public String toString() {
    return "search for members, " + trial;
  }
}
