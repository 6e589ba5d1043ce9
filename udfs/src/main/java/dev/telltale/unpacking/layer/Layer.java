package dev.telltale.unpacking.layer;

import java.util.Objects;

/**
 * One thing that was undone on the way to a record.
 *
 * @param name of the container or encoding, such as {@code gzip} or {@code base64}
 * @param offset where the encoded part starts in the stream of the layer before, the first one in
 *     the stored object
 * @param length of the encoded part in that stream; {@link #UNKNOWN} while its end was not read
 */
public record Layer(String name, long offset, long length) {
  public static final long UNKNOWN = -1;

  public Layer {
    Objects.requireNonNull(name, "name");
  }

  /** The same layer in a stream in which everything lies so much further behind. */
  public Layer shifted(long by) {
    return new Layer(name, offset + by, length);
  }
}
