package dev.telltale.record;

import dev.telltale.unpacking.layer.Layer;
import dev.telltale.value.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Bytes that were encoded inside a record and are a stream of values of their own. Raw content:
 * never leaves the task.
 */
public final class Payload {
  private static final String TEXT = "string";

  private final byte[] bytes;
  private final Span source;
  private final String path;
  private final List<String> encodings;

  /**
   * @param source of the value that held them
   * @param path of the place, with what was decoded, such as {@code $.rawData|base64}
   * @param encodings what was decoded to reach the bytes, outermost first; none for plain text
   */
  public Payload(byte[] bytes, Span source, String path, List<String> encodings) {
    this.bytes = Objects.requireNonNull(bytes, "bytes");
    this.source = Objects.requireNonNull(source, "source");
    this.path = Objects.requireNonNull(path, "path");
    this.encodings = List.copyOf(encodings);
  }

  /** The payload's own array. */
  public byte[] reveal() {
    return bytes;
  }

  public String path() {
    return path;
  }

  public List<String> encodings() {
    return encodings;
  }

  /** How the bytes were reached from those of the frame; the first one at the source. */
  public List<Layer> layers() {
    List<Layer> layers = new ArrayList<>();
    long length = source.isKnown() ? source.length() : Layer.UNKNOWN;
    if (encodings.isEmpty()) {
      layers.add(new Layer(TEXT, source.offset(), length));
    }
    for (String encoding : encodings) {
      boolean first = layers.isEmpty();
      layers.add(
          first
              ? new Layer(encoding, source.offset(), length)
              : new Layer(encoding, 0, Layer.UNKNOWN));
    }
    return layers;
  }

  @Override
  public String toString() {
    return "payload of " + bytes.length + " bytes";
  }
}
