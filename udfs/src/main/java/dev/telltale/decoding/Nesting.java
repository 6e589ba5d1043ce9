package dev.telltale.decoding;

import dev.telltale.record.Payload;
import dev.telltale.unpacking.Leaf;
import dev.telltale.unpacking.layer.Layer;
import java.util.ArrayList;
import java.util.List;

/**
 * How a frame is nested inside a record of another one.
 *
 * @param path of the frame's bytes in the record, with what was decoded
 * @param encodings that were decoded, outermost first
 * @param layers that were unpacked, with their places
 * @param depth how many records are around the frame; 0 for the frames of the object itself
 */
record Nesting(String path, List<String> encodings, List<Layer> layers, int depth) {
  static final Nesting NONE = new Nesting("", List.of(), List.of(), 0);

  Nesting {
    encodings = List.copyOf(encodings);
    layers = List.copyOf(layers);
  }

  static Nesting of(Payload payload, Leaf leaf, int depth) {
    List<String> encodings = new ArrayList<>(payload.encodings());
    encodings.addAll(leaf.containers());
    List<Layer> layers = new ArrayList<>(payload.layers());
    StringBuilder path = new StringBuilder(payload.path());
    for (String container : leaf.containers()) {
      path.append('|').append(container);
    }
    layers.addAll(leaf.layers());
    return new Nesting(path.toString(), encodings, layers, depth);
  }

  boolean isNone() {
    return depth == 0;
  }

  /** The same bytes, parsed as JSON, which is named only where they were inside a record. */
  Nesting json() {
    return isNone() ? this : parsed("json");
  }

  /** The same bytes, cut into columns, which is named only where they were inside a record. */
  Nesting columns(String format) {
    return isNone() ? this : parsed(format);
  }

  /** The same bytes, parsed as a protobuf message. */
  Nesting protobuf() {
    return parsed("protobuf");
  }

  private Nesting parsed(String encoding) {
    List<String> more = new ArrayList<>(encodings);
    more.add(encoding);
    return new Nesting(isNone() ? path : path + "|" + encoding, more, layers, depth);
  }
}
