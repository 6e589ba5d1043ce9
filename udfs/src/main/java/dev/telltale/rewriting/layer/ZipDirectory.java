package dev.telltale.rewriting.layer;

import dev.telltale.rewriting.edit.CannotEdit;
import dev.telltale.rewriting.edit.Edit;
import dev.telltale.rewriting.edit.Edits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a zip says of its entries after them (APPNOTE.TXT 4.3.12 to 4.3.16): checksums and sizes of
 * the changed ones, and the offsets of all that come later.
 */
final class ZipDirectory {
  private static final int ENTRY = 46;
  private static final int END = 22;
  private static final long IN_EXTRA = 0xffff_ffffL;

  private final byte[] bytes;
  private final List<Edit> edits;
  private final Map<Integer, ZipPart> parts = new HashMap<>();

  private ZipDirectory(byte[] bytes, List<Edit> edits, List<ZipPart> changed) {
    this.bytes = bytes;
    this.edits = edits;
    changed.forEach(part -> parts.put(part.from(), part));
  }

  /**
   * The edits and those of the directory; a zip that ends without one has none.
   *
   * @param changed entries that were written again
   */
  static List<Edit> mended(byte[] bytes, List<Edit> edits, List<ZipPart> changed)
      throws CannotEdit {
    return new ZipDirectory(bytes, edits, changed).mended();
  }

  private List<Edit> mended() throws CannotEdit {
    int end = end();
    if (end < 0) {
      return edits;
    }
    long length = Numbers.little(bytes, end + 12, 4);
    long start = Numbers.little(bytes, end + 16, 4);
    boolean wide = length == IN_EXTRA || start == IN_EXTRA;
    int base = (int) (end - length - start);
    if (wide || base < 0) {
      throw new CannotEdit(CannotEdit.Reason.CONTAINER);
    }
    List<Edit> more = new ArrayList<>(edits);
    int at = (int) (base + start);
    while (at + ENTRY <= end && Numbers.little(bytes, at, 4) == 0x0201_4b50L) {
      long offset = Numbers.little(bytes, at + 42, 4);
      if (offset == IN_EXTRA) {
        throw new CannotEdit(CannotEdit.Reason.CONTAINER);
      }
      entry(at, base + (int) offset, more);
      number(at + 42, offset + growthBefore(base + (int) offset), more);
      at +=
          ENTRY
              + (int) Numbers.little(bytes, at + 28, 2)
              + (int) Numbers.little(bytes, at + 30, 2)
              + (int) Numbers.little(bytes, at + 32, 2);
    }
    number(end + 16, start + growthBefore((int) (base + start)), more);
    return Edits.joined(more);
  }

  private void entry(int at, int header, List<Edit> more) throws CannotEdit {
    ZipPart part = parts.get(header);
    if (part == null) {
      return;
    }
    if (Numbers.little(bytes, at + 20, 4) == IN_EXTRA
        || Numbers.little(bytes, at + 24, 4) == IN_EXTRA) {
      throw new CannotEdit(CannotEdit.Reason.CONTAINER);
    }
    number(at + 16, part.crc(), more);
    number(at + 20, part.packed(), more);
    number(at + 24, part.size(), more);
  }

  private void number(int at, long value, List<Edit> more) {
    if (Numbers.little(bytes, at, 4) != value) {
      more.add(Edit.of(at, at + 4, Numbers.little(value, 4)));
    }
  }

  private long growthBefore(int place) {
    return edits.stream().filter(edit -> edit.to() <= place).mapToLong(Edit::growth).sum();
  }

  /** Where the end record starts; -1 where there is none. */
  private int end() {
    for (int at = bytes.length - END; at >= 0 && at > bytes.length - END - (64 << 10); at--) {
      if (Numbers.little(bytes, at, 4) == 0x0605_4b50L) {
        return at;
      }
    }
    return -1;
  }
}
