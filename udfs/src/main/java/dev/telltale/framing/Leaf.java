package dev.telltale.framing;

import java.io.InputStream;
import java.util.List;

/**
 * One innermost stream of an object, valid until the next one is asked for.
 *
 * <p>A raw leaf holds bytes that a container could not unpack; they lie in the layer that holds the
 * container, so that {@link #containers()} does not name it.
 */
public final class Leaf {
  private final List<String> containers;
  private final boolean raw;
  private final InputStream stream;

  Leaf(List<String> containers, boolean raw, InputStream stream) {
    this.containers = List.copyOf(containers);
    this.raw = raw;
    this.stream = stream;
  }

  /** What was undone to get here, outermost first. */
  public List<String> containers() {
    return containers;
  }

  /** The containers with their places, outermost first. */
  public List<Layer> layers() {
    return containers.stream()
        .map(container -> new Layer(container, Layer.UNKNOWN, Layer.UNKNOWN))
        .toList();
  }

  /** How many containers were undone. */
  public int layer() {
    return containers.size();
  }

  /** Whether these bytes could not be unpacked and are to be scanned as they lie. */
  public boolean raw() {
    return raw;
  }

  public InputStream stream() {
    return stream;
  }

  @Override
  public String toString() {
    return (raw ? "raw leaf in " : "leaf in ") + containers;
  }
}
