package dev.telltale.rewriting.message;

import dev.telltale.bytes.Varint;
import dev.telltale.limit.Depth;
import dev.telltale.rewriting.edit.Edit;
import dev.telltale.rewriting.edit.Edits;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Mends the lengths of the fields of a protobuf message around edits of what is in them, down to
 * the field that the edited value is. Nothing else changes: order, unknown fields, and lengths that
 * are longer than they need be. Needs no schema. Used by one thread.
 */
public final class MessageLengths {
  private static final int MAX_DEPTH = 100;
  private static final int VARINT = 0;
  private static final int FIXED_64 = 1;
  private static final int LENGTH = 2;
  private static final int START_GROUP = 3;
  private static final int END_GROUP = 4;
  private static final int FIXED_32 = 5;

  private final byte[] bytes;
  private int found;

  private MessageLengths(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * The edits with those of the lengths around them.
   *
   * @param edits that lie in the message, in order
   * @param strict whether each edited value has to be a field as a whole
   * @return null where the bytes are no message, or an edit is not inside of a field's content
   */
  public static @Nullable List<Edit> mended(
      byte[] bytes, int from, int to, List<Edit> edits, boolean strict) {
    MessageLengths lengths = new MessageLengths(bytes);
    List<Edit> out = new ArrayList<>();
    boolean message = lengths.message(from, to, edits, out, Depth.of(MAX_DEPTH));
    return message && (!strict || lengths.found == edits.size()) ? Edits.joined(out) : null;
  }

  private boolean message(int from, int to, List<Edit> edits, List<Edit> out, Depth depth) {
    int at = from;
    int taken = 0;
    while (at < to) {
      int tagEnd = Varint.end(bytes, at, to, Varint.MAX_BYTES);
      if (tagEnd < 0) {
        return false;
      }
      long tag = Varint.value(bytes, at, tagEnd);
      if (tag >>> 3 == 0) {
        return false;
      }
      int start = tagEnd;
      int end;
      switch ((int) (tag & 7)) {
        case VARINT -> end = Varint.end(bytes, start, to, Varint.MAX_BYTES);
        case FIXED_64 -> end = start + 8;
        case FIXED_32 -> end = start + 4;
        case START_GROUP, END_GROUP -> end = start;
        case LENGTH -> {
          int lengthEnd = Varint.end(bytes, start, to, Varint.MAX_BYTES);
          long length = lengthEnd < 0 ? -1 : Varint.value(bytes, start, lengthEnd);
          if (length < 0 || length > to - lengthEnd) {
            return false;
          }
          end = lengthEnd + (int) length;
          List<Edit> inside = Edits.within(edits, lengthEnd, end);
          taken += inside.size();
          if (!inside.isEmpty()) {
            field(start, lengthEnd, end, inside, out, depth);
          }
          at = end;
          continue;
        }
        default -> {
          return false;
        }
      }
      if (end < 0 || end > to) {
        return false;
      }
      List<Edit> scalar = end == start ? List.of() : Edits.within(edits, start, end);
      taken += scalar.size();
      found += scalar.size();
      out.addAll(scalar);
      at = end;
    }
    return taken == edits.size();
  }

  private void field(int start, int from, int to, List<Edit> inside, List<Edit> out, Depth depth) {
    List<Edit> content = new ArrayList<>();
    boolean whole =
        inside.stream().anyMatch(edit -> edit.leafFrom() <= from && edit.leafTo() >= to);
    int before = found;
    if (whole || depth.isSpent() || !message(from, to, inside, content, depth.deeper())) {
      content = new ArrayList<>(inside);
      found = before + (whole ? inside.size() : 0);
    }
    int growth = Edits.growth(content);
    if (growth != 0) {
      boolean padded = from - start > varint(to - from, 1).length;
      out.add(Edit.of(start, from, varint(to - from + growth, padded ? from - start : 1)));
    }
    out.addAll(content);
  }

  /** A number in at least so many bytes, for it may have been longer than it had to be. */
  static byte[] varint(long value, int width) {
    int needed = 1;
    while (value >>> (7 * needed) != 0) {
      needed++;
    }
    byte[] bytes = new byte[Math.max(needed, width)];
    for (int i = 0; i < bytes.length; i++) {
      boolean last = i == bytes.length - 1;
      bytes[i] = (byte) (((value >>> (7 * i)) & 0x7f) | (last ? 0 : 0x80));
    }
    return bytes;
  }
}
