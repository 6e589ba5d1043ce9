package dev.telltale.unpacking.layer;

import dev.telltale.fault.FaultKind;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A format that holds other streams. It reads its source to the end: what it cannot unpack it gives
 * out raw, what is only structure it skips. Malformed input is a fault, never an exception; an
 * exception comes from the source and passes through.
 */
public interface Container extends Closeable {
  /** The published name of the format. */
  String name();

  /** Whether what it holds is text, so that no container is looked for inside. */
  default boolean text() {
    return false;
  }

  /** Why it ended before bytes that are not its own; null where it read to the end. */
  default @Nullable FaultKind trailing() {
    return null;
  }

  /** The next stream, or null at the end. The stream before must have been read to its end. */
  Part next() throws IOException;

  @Override
  void close();
}
