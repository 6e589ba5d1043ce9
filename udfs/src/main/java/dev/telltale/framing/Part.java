package dev.telltale.framing;

import java.io.InputStream;
import java.util.Objects;

/**
 * One stream out of a container.
 *
 * @param raw whether the stream holds the container's own bytes because they cannot be unpacked
 * @param stream the bytes
 */
record Part(boolean raw, InputStream stream) {
  Part {
    Objects.requireNonNull(stream, "stream");
  }

  static Part unpacked(InputStream stream) {
    return new Part(false, stream);
  }

  static Part raw(InputStream stream) {
    return new Part(true, stream);
  }
}
