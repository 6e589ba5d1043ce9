package dev.telltale.framing;

import java.util.Objects;

/**
 * The bytes of one record, or one window of bytes that no record could be made of. Read by the task
 * that made it.
 */
public final class Frame {
  /** What the bytes are known to be. */
  public enum Kind {
    /** One JSON value; not yet parsed. */
    JSON,
    /** One line of text without its end, or several that belong together. */
    LINE,
    /** Text for a raw scan: part of a line that is too long, or of a broken value. */
    RAW_TEXT,
    /** Bytes that are no text: scanned for printable runs. */
    RAW_BYTES,
    /** A whole protobuf message. */
    MESSAGE,
    /**
     * A part of a file that has an index of its own, such as a row group, decoded as it was cut.
     */
    FILE
  }

  private final Kind kind;
  private final byte[] bytes;
  private final int from;
  private final int length;
  private final long offset;
  private final int overlap;
  private final boolean continued;
  private final int accounted;

  /**
   * @param offset of the first byte in its unpacked stream
   * @param overlap how many of the first bytes were already part of the frame before
   * @param continued whether the next frame starts with the last bytes of this one
   * @param accounted bytes of the unpacked stream that this frame answers for: its own without the
   *     overlap, and the separators around it
   */
  public Frame(
      Kind kind,
      byte[] bytes,
      int from,
      int length,
      long offset,
      int overlap,
      boolean continued,
      int accounted) {
    this.kind = Objects.requireNonNull(kind, "kind");
    this.bytes = Objects.requireNonNull(bytes, "bytes");
    Objects.checkFromIndexSize(from, length, bytes.length);
    this.from = from;
    this.length = length;
    this.offset = offset;
    this.overlap = overlap;
    this.continued = continued;
    this.accounted = accounted;
  }

  public Kind kind() {
    return kind;
  }

  /**
   * The array that holds the frame, shared with the reader: copy what must outlive the next frame.
   */
  public byte[] reveal() {
    return bytes;
  }

  public int from() {
    return from;
  }

  public int length() {
    return length;
  }

  public long offset() {
    return offset;
  }

  public int overlap() {
    return overlap;
  }

  public boolean continued() {
    return continued;
  }

  public int accounted() {
    return accounted;
  }

  @Override
  public String toString() {
    return kind + " frame of " + length + " bytes at " + offset;
  }
}
