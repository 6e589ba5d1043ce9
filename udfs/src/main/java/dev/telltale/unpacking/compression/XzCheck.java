package dev.telltale.unpacking.compression;

import dev.telltale.unpacking.layer.Source;
import java.util.Arrays;
import org.tukaani.xz.UnsupportedOptionsException;
import org.tukaani.xz.check.Check;

/** The integrity check of xz blocks (The .xz File Format, sections 2.1.1.2 and 3.4). */
final class XzCheck {
  private int type;
  private Check check;

  /** Starts over, for a type that is 0 to 15; one that the library does not know always agrees. */
  void reset(int id) {
    type = id;
    try {
      check = Check.getInstance(id);
    } catch (UnsupportedOptionsException unknown) {
      check = null;
    }
  }

  int bytes() {
    return type == 0 ? 0 : 4 << (type - 1) / 3;
  }

  void update(byte[] from, int offset, int length) {
    if (check != null) {
      check.update(from, offset, length);
    }
  }

  /** Whether the check that is held at an index agrees. */
  boolean agrees(Source in, int index) {
    if (check == null) {
      return true;
    }
    int at = in.from() + index;
    return Arrays.equals(check.finish(), Arrays.copyOfRange(in.array(), at, at + bytes()));
  }
}
