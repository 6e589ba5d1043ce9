package dev.telltale.framing;

import dev.telltale.unpacking.MemberStarts;
import dev.telltale.unpacking.layer.Source;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of a leaf that are held in memory, and which of them the next frame releases. */
final class ByteWindow {
  private final Source in;
  private int spent;
  private IOException failure;

  /** A leaf without containers is read where it is buffered already. */
  ByteWindow(InputStream leaf) {
    in = leaf instanceof Source source ? source : Source.of(leaf);
  }

  /** Holds at least so many bytes; false if the leaf ends before. */
  boolean ensure(int count) throws IOException {
    if (in.held() < count && failure != null) {
      throw failure;
    }
    return in.ensure(count);
  }

  /**
   * Looks past a frame that is already whole: a failing read is kept for the next call, so that the
   * frame is not lost with it.
   */
  boolean peek(int count) {
    if (failure != null) {
      return in.held() >= count;
    }
    try {
      return in.ensure(count);
    } catch (IOException unreadable) {
      failure = unreadable;
      return false;
    }
  }

  /** Whether members start at an index, as far as that can be read. */
  boolean memberAt(MemberStarts starts, int index) {
    try {
      return starts.at(in, index);
    } catch (IOException unreadable) {
      failure = unreadable;
      return false;
    }
  }

  /** Whether the leaf was read to its end, so that nothing comes after what is held. */
  boolean ended() {
    return in.ended();
  }

  byte[] array() {
    return in.array();
  }

  int from() {
    return in.from();
  }

  int held() {
    return in.held();
  }

  int at(int index) {
    return in.at(index);
  }

  /** Offset in the leaf of the first byte held. */
  long offset() {
    return in.position();
  }

  /** Releases bytes now. */
  void skip(int count) {
    in.take(count);
  }

  /** Releases bytes when the next frame is asked for. */
  void spend(int count) {
    spent = count;
  }

  void settle() {
    skip(spent);
    spent = 0;
  }
}
