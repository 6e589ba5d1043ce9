package dev.telltale.rewriting.edit;

import java.util.Objects;

/** A range of bytes and what takes its place. Holds content: never printed. Immutable. */
public final class Edit {
  private final int from;
  private final int to;
  private final byte[] bytes;
  private final int leafFrom;
  private final int leafTo;

  private Edit(int from, int to, byte[] bytes, int leafFrom, int leafTo) {
    if (from < 0 || to < from || leafFrom > from || leafTo < to) {
      throw new IllegalArgumentException("an edit is a range inside its leaf");
    }
    this.from = from;
    this.to = to;
    this.bytes = Objects.requireNonNull(bytes, "bytes");
    this.leafFrom = leafFrom;
    this.leafTo = leafTo;
  }

  /** An edit of structure, which is a leaf of its own. */
  public static Edit of(int from, int to, byte[] bytes) {
    return new Edit(from, to, bytes, from, to);
  }

  /** The same inside a value or an encoded part, which has no structure of the bytes around it. */
  public Edit in(int newLeafFrom, int newLeafTo) {
    return new Edit(from, to, bytes, Math.min(newLeafFrom, from), Math.max(newLeafTo, to));
  }

  /** The same at a place so many bytes later. */
  public Edit moved(int by) {
    return new Edit(from + by, to + by, bytes, leafFrom + by, leafTo + by);
  }

  /** The same with other bounds and bytes. */
  Edit with(int newFrom, int newTo, byte[] newBytes) {
    return new Edit(newFrom, newTo, newBytes, Math.min(leafFrom, newFrom), Math.max(leafTo, newTo));
  }

  public int from() {
    return from;
  }

  public int to() {
    return to;
  }

  /** What takes the place of the range. */
  public byte[] reveal() {
    return bytes;
  }

  /** Where the value starts that the range is in. */
  public int leafFrom() {
    return leafFrom;
  }

  public int leafTo() {
    return leafTo;
  }

  /** How many bytes longer the whole becomes. */
  public int growth() {
    return bytes.length - (to - from);
  }

  @Override
  public String toString() {
    return "edit of " + (to - from) + " bytes to " + bytes.length;
  }
}
