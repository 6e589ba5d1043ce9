package dev.telltale.rewriting.layer;

import dev.telltale.rewriting.edit.CannotEdit;
import dev.telltale.rewriting.edit.Edit;
import dev.telltale.rewriting.edit.Edits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * The content of one entry of a zip (APPNOTE.TXT 4.3.7): its checksum and both sizes follow it in
 * its own header or after its data; {@link ZipDirectory} mends the rest. Holds content: never
 * printed.
 */
final class ZipPart implements OpenPart {
  private static final int FIXED = 30;
  private static final int ENCRYPTED = 1;
  private static final int DESCRIBED = 8;
  private static final int STORED = 0;
  private static final int DEFLATED = 8;
  private static final long IN_EXTRA = 0xffff_ffffL;
  private static final int ZIP64 = 1;

  private final byte[] bytes;
  private final int header;
  private final int content;
  private final int packedEnd;
  private final byte[] decoded;
  private final boolean wide;
  private long crc = -1;
  private long packed;
  private long size;

  private ZipPart(
      byte[] bytes, int header, int content, int packedEnd, byte[] decoded, boolean wide) {
    this.bytes = bytes;
    this.header = header;
    this.content = content;
    this.packedEnd = packedEnd;
    this.decoded = decoded;
    this.wide = wide;
  }

  static ZipPart at(byte[] bytes, int at, int max) throws CannotEdit {
    if (bytes.length - at < FIXED || Numbers.little(bytes, at, 4) != 0x0403_4b50L) {
      throw new CannotEdit(CannotEdit.Reason.CONTAINER);
    }
    int flags = (int) Numbers.little(bytes, at + 6, 2);
    int method = (int) Numbers.little(bytes, at + 8, 2);
    int name = at + FIXED + (int) Numbers.little(bytes, at + 26, 2);
    int content = name + (int) Numbers.little(bytes, at + 28, 2);
    boolean described = (flags & DESCRIBED) != 0;
    if ((flags & ENCRYPTED) != 0
        || (method != STORED && method != DEFLATED)
        || (method == STORED && described)
        || content > bytes.length) {
      throw new CannotEdit(CannotEdit.Reason.CONTAINER);
    }
    boolean wide = hasZip64(bytes, name, content);
    if (method == STORED) {
      long length = Numbers.little(bytes, at + 18, 4);
      if (length == IN_EXTRA || length > Math.min(max, bytes.length - content)) {
        throw new CannotEdit(CannotEdit.Reason.CONTAINER);
      }
      int end = content + (int) length;
      return new ZipPart(bytes, at, content, end, Arrays.copyOfRange(bytes, content, end), wide);
    }
    try {
      Deflate deflate = Deflate.inflated(bytes, content, bytes.length, max);
      return new ZipPart(bytes, at, content, deflate.end(), deflate.reveal(), wide);
    } catch (IOException damaged) {
      throw new CannotEdit(CannotEdit.Reason.CONTAINER);
    }
  }

  private static boolean hasZip64(byte[] bytes, int from, int to) {
    int at = from;
    while (at + 4 <= to) {
      if (Numbers.little(bytes, at, 2) == ZIP64) {
        return true;
      }
      at += 4 + (int) Numbers.little(bytes, at + 2, 2);
    }
    return false;
  }

  @Override
  public byte[] reveal() {
    return decoded;
  }

  @Override
  public int from() {
    return header;
  }

  @Override
  public int to() {
    return packedEnd;
  }

  @Override
  public List<Edit> repacked(List<Edit> edits) throws CannotEdit {
    if (edits.isEmpty()) {
      return List.of();
    }
    byte[] changed = Edits.applied(decoded, edits);
    boolean stored = Numbers.little(bytes, header + 8, 2) == STORED;
    byte[] data = stored ? changed : Deflate.deflated(changed, Deflater.DEFAULT_COMPRESSION);
    CRC32 sum = new CRC32();
    sum.update(changed);
    crc = sum.getValue();
    packed = data.length;
    size = changed.length;
    boolean described = (Numbers.little(bytes, header + 6, 2) & DESCRIBED) != 0;
    List<Edit> all = new ArrayList<>();
    if (described) {
      all.add(descriptor());
    } else {
      all.add(Edit.of(header + 14, header + 18, Numbers.little(crc, 4)));
      sizes(header + 18, all);
    }
    all.add(Edit.of(content, packedEnd, data));
    return all;
  }

  /** Both sizes in four bytes; where they are in an extra field they cannot be written here. */
  private void sizes(int at, List<Edit> edits) throws CannotEdit {
    if (Numbers.little(bytes, at, 4) == IN_EXTRA || Numbers.little(bytes, at + 4, 4) == IN_EXTRA) {
      throw new CannotEdit(CannotEdit.Reason.CONTAINER);
    }
    edits.add(Edit.of(at, at + 4, Numbers.little(packed, 4)));
    edits.add(Edit.of(at + 4, at + 8, Numbers.little(size, 4)));
  }

  /** With a signature or without one, and with sizes of eight bytes where the header says so. */
  private Edit descriptor() throws CannotEdit {
    boolean signed =
        packedEnd + 4 <= bytes.length && Numbers.little(bytes, packedEnd, 4) == 0x0807_4b50L;
    int from = packedEnd + (signed ? 4 : 0);
    int width = wide ? 8 : 4;
    int length = 4 + 2 * width;
    if (from + length > bytes.length) {
      throw new CannotEdit(CannotEdit.Reason.CONTAINER);
    }
    byte[] descriptor = new byte[length];
    System.arraycopy(Numbers.little(crc, 4), 0, descriptor, 0, 4);
    System.arraycopy(Numbers.little(packed, width), 0, descriptor, 4, width);
    System.arraycopy(Numbers.little(size, width), 0, descriptor, 4 + width, width);
    return Edit.of(from, from + length, descriptor);
  }

  /** Whether it was written again, so that its entry in the directory has to say other things. */
  boolean isChanged() {
    return crc >= 0;
  }

  long crc() {
    return crc;
  }

  long packed() {
    return packed;
  }

  long size() {
    return size;
  }

  @Override
  public String toString() {
    return "entry of " + decoded.length + " bytes";
  }
}
