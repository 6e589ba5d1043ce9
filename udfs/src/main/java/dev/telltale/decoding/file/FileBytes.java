package dev.telltale.decoding.file;

import dev.telltale.framing.WholeLeaf;
import java.nio.ByteBuffer;

/** The bytes of a file, counted from its start. Raw content. */
public final class FileBytes {
  private final byte[] bytes;
  private final int from;
  private final int length;

  public FileBytes(byte[] bytes, int from, int length) {
    this.bytes = bytes;
    this.from = from;
    this.length = length;
  }

  public static FileBytes of(WholeLeaf leaf) {
    return new FileBytes(leaf.reveal(), leaf.from(), leaf.length());
  }

  /** The array that holds the file, from {@link #from()} on. */
  public byte[] reveal() {
    return bytes;
  }

  public int from() {
    return from;
  }

  public int length() {
    return length;
  }

  public int at(int offset) {
    return bytes[from + offset] & 0xff;
  }

  /** Whether a range that the file itself states lies inside it. */
  boolean holds(long offset, long count) {
    return offset >= 0 && count >= 0 && offset <= length && count <= length - offset;
  }

  /** A little-endian number of four bytes. */
  public int int32(int offset) {
    return at(offset) | at(offset + 1) << 8 | at(offset + 2) << 16 | at(offset + 3) << 24;
  }

  public boolean hasAscii(int offset, String magic) {
    if (!holds(offset, magic.length())) {
      return false;
    }
    for (int i = 0; i < magic.length(); i++) {
      if (at(offset + i) != magic.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** A view of a range that lies inside the file. */
  public ByteBuffer view(int offset, int count) {
    return ByteBuffer.wrap(bytes, from + offset, count).slice();
  }

  @Override
  public String toString() {
    return "file of " + length + " bytes";
  }
}
