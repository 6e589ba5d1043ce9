package dev.telltale.framing;

import java.util.Objects;

/**
 * A container that was undone, and which stretch of the stream around it was undone: these bytes
 * alone unpack to the same stream again.
 *
 * @param container its published name
 * @param offset where the part starts, with its header, in the stream of the layer before
 * @param length how many bytes of that stream the part takes; -1 until it was read to its end
 */
public record Layer(String container, long offset, long length) {
  public Layer {
    Objects.requireNonNull(container, "container");
    if (offset < 0 || length < -1) {
      throw new IllegalArgumentException("a part lies at an offset and has a length");
    }
  }
}
