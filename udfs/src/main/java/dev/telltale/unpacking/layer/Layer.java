package dev.telltale.unpacking.layer;

import java.util.Objects;

/**
 * One container or encoding around a record.
 *
 * @param name of the container or encoding, such as {@code gzip} or {@code base64}
 * @param offset where the encoded part starts in the stream around it, that of the outermost layer
 *     in the stored object
 * @param length of the encoded part in that stream; {@link #UNKNOWN} while its end was not read
 */
public record Layer(String name, long offset, long length) {
  public static final long UNKNOWN = -1;

  public Layer {
    Objects.requireNonNull(name, "name");
  }

  /** The same layer in a stream that starts so many bytes earlier. */
  public Layer shifted(long by) {
    return new Layer(name, offset + by, length);
  }
}
