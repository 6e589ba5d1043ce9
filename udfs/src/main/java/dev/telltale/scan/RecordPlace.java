package dev.telltale.scan;

import dev.telltale.record.DecodedRecord;
import dev.telltale.unpacking.Leaf;
import dev.telltale.unpacking.layer.Layer;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the bytes of a record are.
 *
 * @param layers what was unpacked to reach them, from the stored object inwards
 * @param offset of the record's first byte in what the innermost layer unpacks to, or in the stored
 *     object where there is none; {@link #UNKNOWN} for a record that is nowhere as a whole
 * @param length in bytes
 */
public record RecordPlace(List<Layer> layers, long offset, long length) {
  public static final long UNKNOWN = -1;

  public RecordPlace {
    layers = List.copyOf(layers);
  }

  static RecordPlace of(Leaf leaf, DecodedRecord record) {
    List<Layer> layers = new ArrayList<>(leaf.layers());
    List<Layer> inside = record.provenance().layers();
    for (int i = 0; i < inside.size(); i++) {
      layers.add(i == 0 ? inside.get(0).shifted(leaf.offset()) : inside.get(i));
    }
    return record.provenance().span().isKnown()
        ? new RecordPlace(
            layers,
            origin(leaf, record) + record.provenance().span().offset(),
            record.provenance().span().length())
        : new RecordPlace(layers, UNKNOWN, 0);
  }

  /** Where the spans of a record start to count: a leaf may be a part of its layer. */
  static long origin(Leaf leaf, DecodedRecord record) {
    long origin = record.provenance().origin();
    return record.provenance().layers().isEmpty() ? leaf.offset() + origin : origin;
  }
}
