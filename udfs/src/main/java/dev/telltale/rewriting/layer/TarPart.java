package dev.telltale.rewriting.layer;

import dev.telltale.rewriting.edit.CannotEdit;
import dev.telltale.rewriting.edit.Edit;
import dev.telltale.rewriting.edit.Edits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The content of one entry of a tar (ustar, pax, GNU): its size, the checksum of its header and the
 * padding after it follow it. Holds content: never printed.
 */
final class TarPart implements OpenPart {
  private static final int BLOCK = 512;
  private static final int SIZE = 124;
  private static final int SIZE_WIDTH = 12;
  private static final int CHECKSUM = 148;
  private static final int CHECKSUM_WIDTH = 8;
  private static final int TYPE = 156;
  private static final String ABOUT = "xgXLK";

  private final byte[] bytes;
  private final int header;
  private final int pax;
  private final int content;
  private final int length;

  private TarPart(byte[] bytes, int header, int pax, int content, int length) {
    this.bytes = bytes;
    this.header = header;
    this.pax = pax;
    this.content = content;
    this.length = length;
  }

  /**
   * @param at where the entry starts, with the headers that are about it
   */
  static TarPart at(byte[] bytes, int at) throws CannotEdit {
    int header = at;
    int pax = -1;
    while (header + BLOCK <= bytes.length && ABOUT.indexOf(bytes[header + TYPE]) >= 0) {
      if (bytes[header + TYPE] == 'x') {
        pax = header;
      }
      long next = (long) header + BLOCK + padded(size(bytes, header));
      if (next > bytes.length) {
        throw new CannotEdit(CannotEdit.Reason.CONTAINER);
      }
      header = (int) next;
    }
    int content = header + BLOCK;
    if (content > bytes.length) {
      throw new CannotEdit(CannotEdit.Reason.CONTAINER);
    }
    int size = pax < 0 ? -1 : paxSize(bytes, pax);
    long length = size < 0 ? size(bytes, header) : paxNumber(bytes, size);
    if (length < 0 || length > bytes.length - content) {
      throw new CannotEdit(CannotEdit.Reason.CONTAINER);
    }
    return new TarPart(bytes, header, size, content, (int) length);
  }

  private static long padded(long size) {
    return (size + BLOCK - 1) / BLOCK * BLOCK;
  }

  /** In octal digits, or in binary where the first bit is set. */
  private static long size(byte[] bytes, int header) throws CannotEdit {
    int at = header + SIZE;
    if (bytes[at] < 0) {
      return Numbers.big(bytes, at + 4, 8);
    }
    long size = 0;
    for (int i = 0; i < SIZE_WIDTH; i++) {
      byte digit = bytes[at + i];
      if (digit >= '0' && digit <= '7') {
        size = size << 3 | (digit - '0');
      } else if (digit != ' ' && digit != 0) {
        throw new CannotEdit(CannotEdit.Reason.CONTAINER);
      }
    }
    return size;
  }

  /** Where the digits of a pax record that states the size start; -1 where there is none. */
  private static int paxSize(byte[] bytes, int header) throws CannotEdit {
    int from = header + BLOCK;
    int to = (int) Math.min(bytes.length, from + size(bytes, header));
    byte[] key = " size=".getBytes(StandardCharsets.US_ASCII);
    for (int at = from; at + key.length < to; at++) {
      if (Arrays.equals(bytes, at, at + key.length, key, 0, key.length)) {
        return at + key.length;
      }
    }
    return -1;
  }

  private static long paxNumber(byte[] bytes, int at) {
    long number = 0;
    for (int i = at; i < bytes.length && bytes[i] >= '0' && bytes[i] <= '9'; i++) {
      number = number * 10 + (bytes[i] - '0');
    }
    return number;
  }

  @Override
  public byte[] reveal() {
    return Arrays.copyOfRange(bytes, content, content + length);
  }

  @Override
  public int from() {
    return header;
  }

  @Override
  public int to() {
    return content + length;
  }

  @Override
  public List<Edit> repacked(List<Edit> edits) throws CannotEdit {
    if (edits.isEmpty()) {
      return List.of();
    }
    long size = length + (long) Edits.growth(edits);
    List<Edit> all = new ArrayList<>();
    if (pax >= 0) {
      all.add(paxEdit(size));
    }
    all.addAll(headerEdits(size));
    all.addAll(Edits.moved(edits, content));
    int end = content + length;
    int padding = (int) Math.min(bytes.length - end, padded(length) - length);
    all.add(Edit.of(end, end + padding, new byte[(int) (padded(size) - size)]));
    return all;
  }

  /** In as many digits as before. */
  private Edit paxEdit(long size) throws CannotEdit {
    int end = pax;
    while (bytes[end] != '\n') {
      end++;
    }
    String digits = String.format(Locale.ROOT, "%0" + (end - pax) + "d", size);
    if (digits.length() > end - pax) {
      throw new CannotEdit(CannotEdit.Reason.CONTAINER);
    }
    return Edit.of(pax, end, digits.getBytes(StandardCharsets.US_ASCII));
  }

  private List<Edit> headerEdits(long size) throws CannotEdit {
    byte[] changed = Arrays.copyOfRange(bytes, header, header + BLOCK);
    if (changed[SIZE] < 0) {
      System.arraycopy(Numbers.big(size, 8), 0, changed, SIZE + 4, 8);
    } else {
      System.arraycopy(octal(size), 0, changed, SIZE, SIZE_WIDTH - 1);
    }
    Arrays.fill(changed, CHECKSUM, CHECKSUM + CHECKSUM_WIDTH, (byte) ' ');
    int sum = 0;
    for (byte b : changed) {
      sum += b & 0xff;
    }
    byte[] digits = String.format(Locale.ROOT, "%06o", sum).getBytes(StandardCharsets.US_ASCII);
    return List.of(
        Edit.of(
            header + SIZE,
            header + SIZE + SIZE_WIDTH,
            Arrays.copyOfRange(changed, SIZE, SIZE + SIZE_WIDTH)),
        Edit.of(header + CHECKSUM, header + CHECKSUM + digits.length, digits));
  }

  /** As wide as the old one was, with what it had instead of leading zeros. */
  private byte[] octal(long size) throws CannotEdit {
    int width = SIZE_WIDTH - 1;
    String digits = Long.toOctalString(size);
    if (digits.length() > width) {
      throw new CannotEdit(CannotEdit.Reason.CONTAINER);
    }
    char pad = bytes[header + SIZE] == ' ' ? ' ' : '0';
    return (String.valueOf(pad).repeat(width - digits.length()) + digits)
        .getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public String toString() {
    return "entry of " + length + " bytes";
  }
}
