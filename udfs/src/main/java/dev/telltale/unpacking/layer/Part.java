package dev.telltale.unpacking.layer;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Objects;

/**
 * One stream out of a container.
 *
 * @param kind what the stream holds
 * @param offset where it starts in the stream that holds the container: an unpacked part with its
 *     header, any other with its first byte
 * @param stream the bytes
 */
public record Part(Kind kind, long offset, InputStream stream) {
  /** What a part holds. */
  public enum Kind {
    UNPACKED,
    /** The container's own bytes, read like a stream of their own: what stands between members. */
    BETWEEN,
    /** The container's own bytes, because they cannot be unpacked. */
    RAW,
    /** Text of a header that people wrote: a file name, a comment. Not decoded. */
    HEADER
  }

  public Part {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(stream, "stream");
  }

  public static Part unpacked(long offset, InputStream stream) {
    return new Part(Kind.UNPACKED, offset, stream);
  }

  public static Part raw(long offset, InputStream stream) {
    return new Part(Kind.RAW, offset, stream);
  }

  /** What stands between members, from the next byte of a source on. */
  public static Part between(long offset, InputStream stream) {
    return new Part(Kind.BETWEEN, offset, stream);
  }

  /** Copies bytes that are held by the source. */
  public static Part header(Source in, int index, int length) {
    byte[] bytes = new byte[length];
    System.arraycopy(in.array(), in.from() + index, bytes, 0, length);
    return new Part(Kind.HEADER, in.position() + index, new ByteArrayInputStream(bytes));
  }
}
