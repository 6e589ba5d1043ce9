package dev.telltale.rewriting;

import dev.telltale.limit.Depth;
import dev.telltale.rewriting.edit.CannotEdit;
import dev.telltale.rewriting.edit.Edit;
import dev.telltale.rewriting.edit.Edits;
import dev.telltale.rewriting.layer.Layers;
import dev.telltale.rewriting.layer.OpenPart;
import dev.telltale.rewriting.message.CountedText;
import dev.telltale.rewriting.message.Framings;
import dev.telltale.unpacking.layer.Layer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of one layer of an object, what is to change in them, and the layers inside that hold
 * something to change. Holds content: never printed. Used by one thread.
 */
final class OpenLayer {
  /** More than containers and payloads inside one another can be. */
  private static final int MAX_LAYERS = 100;

  private final byte[] bytes;
  private final Layers layers;
  private final Map<String, OpenLayer> inside = new LinkedHashMap<>();
  private final Map<String, OpenPart> parts = new LinkedHashMap<>();
  private final List<String> names = new ArrayList<>();
  private final List<Edit> edits = new ArrayList<>();
  private boolean protobuf;
  private @Nullable List<Edit> settled;

  OpenLayer(byte[] bytes, Layers layers) {
    this.bytes = bytes;
    this.layers = layers;
  }

  byte[] reveal() {
    return bytes;
  }

  /** The layer inside this one, opened when it is asked for first. */
  OpenLayer open(Layer layer) throws CannotEdit {
    String key = key(layer);
    OpenLayer known = inside.get(key);
    if (known == null) {
      OpenPart part = layers.open(bytes, layer);
      known = new OpenLayer(part.reveal(), layers);
      inside.put(key, known);
      parts.put(key, part);
      names.add(layer.name());
    }
    return known;
  }

  /** A layer that was opened; null where nothing is to change in it. */
  @Nullable OpenLayer opened(Layer layer) {
    return inside.get(key(layer));
  }

  private static String key(Layer layer) {
    return layer.name() + '@' + layer.offset();
  }

  /** Records were made of protobuf messages somewhere in these bytes. */
  void holdsMessages() {
    protobuf = true;
  }

  void add(List<Edit> more) {
    edits.addAll(more);
  }

  /** All edits of these bytes, with those that follow from what changes inside. */
  List<Edit> settled() throws CannotEdit {
    return settled(Depth.of(MAX_LAYERS));
  }

  private List<Edit> settled(Depth depth) throws CannotEdit {
    if (settled == null) {
      List<Edit> all = new ArrayList<>(edits);
      for (Map.Entry<String, OpenLayer> each : inside.entrySet()) {
        List<Edit> inner = each.getValue().settled(depth.deeper());
        OpenPart part = parts.get(each.getKey());
        if (part != null && !inner.isEmpty()) {
          all.addAll(part.repacked(inner));
        }
      }
      List<Edit> mended =
          Layers.mended(bytes, Edits.joined(all), List.copyOf(parts.values()), names);
      settled = CountedText.mended(bytes, Framings.mended(bytes, mended, protobuf));
    }
    return settled;
  }

  /** These bytes as they are to be. */
  byte[] changed() throws CannotEdit {
    return Edits.applied(bytes, settled());
  }

  @Override
  public String toString() {
    return "layer of " + bytes.length + " bytes";
  }
}
