package dev.telltale.unpacking;

import dev.telltale.unpacking.layer.Layer;
import dev.telltale.unpacking.layer.LayerExtent;
import dev.telltale.unpacking.layer.Part;
import java.io.InputStream;
import java.util.List;

/**
 * One innermost stream of an object, valid until the next one is asked for.
 *
 * <p>A raw leaf holds bytes as they lie in the layer that holds a container, so that {@link
 * #containers()} does not name it: bytes that the container could not unpack, or text of its
 * headers.
 */
public final class Leaf {
  private final List<LayerExtent> places;
  private final Part.Kind kind;
  private final long offset;
  private final InputStream stream;

  public Leaf(List<LayerExtent> places, Part.Kind kind, long offset, InputStream stream) {
    this.places = List.copyOf(places);
    this.kind = kind;
    this.offset = offset;
    this.stream = stream;
  }

  /** What was undone to get here, outermost first. */
  public List<String> containers() {
    return places.stream().map(LayerExtent::container).toList();
  }

  /**
   * The same with places, outermost first. A length is known once the part was read to its end,
   * also when that happens after this leaf; so ask again when the object was read.
   */
  public List<Layer> layers() {
    return places.stream().map(LayerExtent::layer).toList();
  }

  /** How many containers were undone. */
  public int layer() {
    return places.size();
  }

  /** Where the first byte lies in the stream of this layer; 0 unless the leaf is raw. */
  public long offset() {
    return offset;
  }

  /** Whether these bytes were not unpacked and are to be scanned as they lie. */
  public boolean raw() {
    return kind != Part.Kind.UNPACKED;
  }

  /** Whether this is text of a container's header, such as the name of a file; it is raw, too. */
  public boolean header() {
    return kind == Part.Kind.HEADER;
  }

  public InputStream stream() {
    return stream;
  }

  @Override
  public String toString() {
    String what = header() ? "header leaf in " : raw() ? "raw leaf in " : "leaf in ";
    return what + containers();
  }
}
