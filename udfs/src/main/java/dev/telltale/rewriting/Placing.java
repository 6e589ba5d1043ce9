package dev.telltale.rewriting;

import dev.telltale.detection.finding.FoundText;
import dev.telltale.limit.Limits;
import dev.telltale.rewriting.edit.CannotEdit;
import dev.telltale.rewriting.layer.Layers;
import dev.telltale.rewriting.search.FoundEdits;
import dev.telltale.rewriting.search.ValueSearch;
import dev.telltale.rewriting.search.Wanted;
import dev.telltale.scan.RecordPlace;
import dev.telltale.unpacking.layer.Layer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes the values that are to go to their places: those of one field together, in the layer that
 * holds it. Used by one thread.
 */
final class Placing {
  private final OpenLayer root;
  private final SeenObject object;
  private final Replacement replacement;
  private final ValueSearch search;
  private final Map<Place, List<Wanted>> fields = new LinkedHashMap<>();

  /** A range of the bytes of a layer, and the record that it belongs to. */
  private static final class Place {
    private final OpenLayer layer;
    private final long from;
    private final long length;
    private final RecordPlace record;

    Place(OpenLayer layer, long from, long length, RecordPlace record) {
      this.layer = layer;
      this.from = from;
      this.length = length;
      this.record = record;
    }

    boolean isThere() {
      return from >= 0 && from + length <= layer.reveal().length;
    }

    /** The record around it. */
    Place whole() {
      return new Place(layer, record.offset(), record.length(), record);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Place place
          && place.layer == layer
          && place.from == from
          && place.length == length
          && place.record.equals(record);
    }

    @Override
    public int hashCode() {
      return Long.hashCode(31 * from + length);
    }

    @Override
    public String toString() {
      return length + " bytes at " + from;
    }
  }

  Placing(OpenLayer root, SeenObject object, Limits limits, Replacement replacement) {
    this.root = root;
    this.object = object;
    this.replacement = replacement;
    search = new ValueSearch(limits, new Layers(Limits.MAX_REWRITTEN_UNPACKED_BYTES));
  }

  void add(SeenObject.PlacedText placed) throws CannotEdit {
    SeenRecord record = object.records().get(placed.record());
    if (record == null) {
      throw new CannotEdit(CannotEdit.Reason.NOT_LOCATED);
    }
    FoundText found = placed.text();
    boolean messages = found.finding() != null && found.finding().encodings().contains("protobuf");
    OpenLayer layer = root;
    for (Layer each : record.place().layers()) {
      if (messages) {
        layer.holdsMessages();
      }
      layer = layer.open(each);
    }
    if (messages) {
      layer.holdsMessages();
    }
    Place field = new Place(layer, placed.offset(), found.span().length(), record.place());
    Place whole = field.whole();
    fields
        .computeIfAbsent(field.isThere() ? field : whole, place -> new ArrayList<>())
        .add(new Wanted(found, replacement.of(found)));
  }

  /** Adds the edits to the layers. What is not in its field is looked for in its record. */
  void edit() throws CannotEdit {
    Map<Place, List<Wanted>> missing = new LinkedHashMap<>();
    for (Map.Entry<Place, List<Wanted>> each : fields.entrySet()) {
      List<Wanted> left = edit(each.getKey(), each.getValue());
      if (!left.isEmpty()) {
        missing.computeIfAbsent(each.getKey().whole(), place -> new ArrayList<>()).addAll(left);
      }
    }
    for (Map.Entry<Place, List<Wanted>> each : missing.entrySet()) {
      if (!edit(each.getKey(), each.getValue()).isEmpty()) {
        throw new CannotEdit(CannotEdit.Reason.NOT_LOCATED);
      }
    }
  }

  private List<Wanted> edit(Place place, List<Wanted> values) throws CannotEdit {
    if (!place.isThere()) {
      return values;
    }
    int from = (int) place.from;
    FoundEdits found = search.of(values, place.layer.reveal(), from, from + (int) place.length);
    place.layer.add(found.edits());
    List<Wanted> left = new ArrayList<>(values);
    left.removeAll(found.found());
    return left;
  }
}
