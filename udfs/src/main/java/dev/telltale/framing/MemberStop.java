package dev.telltale.framing;

import dev.telltale.fault.FaultKind;
import dev.telltale.unpacking.Leaf;
import dev.telltale.unpacking.MemberStarts;
import org.jspecify.annotations.Nullable;

/**
 * Ends the frames of a leaf where compressed members start inside it, which are leaves of their own
 * then.
 */
final class MemberStop implements RunEnd {
  /** For bytes that are read as a whole. */
  static final MemberStop NEVER = new MemberStop();

  private final @Nullable Leaf leaf;
  private final @Nullable ByteWindow in;
  private final @Nullable MemberStarts starts;
  private final @Nullable LeafFaults faults;
  private boolean limitNamed;

  private MemberStop() {
    leaf = null;
    in = null;
    starts = null;
    faults = null;
  }

  MemberStop(Leaf leaf, ByteWindow in, MemberStarts starts, LeafFaults faults) {
    this.leaf = leaf;
    this.in = in;
    this.starts = starts;
    this.faults = faults;
  }

  /** Whether the frames end with what came before the next byte, which is held. */
  boolean isHere() {
    boolean here = mayBe() && at(0);
    if (here) {
      leaf.holdMembers();
    }
    return here;
  }

  /**
   * Index of the first members that start in bytes that are held, if these are no text; -1 where
   * there are none.
   */
  int startBefore(int end) {
    if (!mayBe()) {
      return -1;
    }
    for (int i = 0; i < end; i++) {
      int b = in.at(i);
      if (b >= 0x80 || (b < ' ' && b != '\t' && b != 0x1b)) {
        int found = find(in.array(), in.from(), in.from() + end);
        return found < 0 ? -1 : found - in.from();
      }
    }
    return -1;
  }

  private boolean mayBe() {
    return leaf != null && leaf.mayHoldMembers();
  }

  private boolean at(int index) {
    boolean here = in.memberAt(starts, index);
    if (starts.isExhausted() && !limitNamed) {
      limitNamed = true;
      faults.add(FaultKind.MEMBER_LIMIT, in.offset() + index);
    }
    return here;
  }

  @Override
  public int find(byte[] bytes, int from, int to) {
    if (!mayBe()) {
      return -1;
    }
    int first = from - in.from();
    int end = to - in.from();
    for (int index = first; index < end; index++) {
      if (at(index)) {
        return in.from() + index;
      }
    }
    return -1;
  }
}
