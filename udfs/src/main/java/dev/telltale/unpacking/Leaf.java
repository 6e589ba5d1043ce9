package dev.telltale.unpacking;

import dev.telltale.unpacking.layer.Layer;
import dev.telltale.unpacking.layer.LayerExtent;
import dev.telltale.unpacking.layer.Part;
import java.io.InputStream;
import java.util.List;

/**
 * One innermost stream of an object, valid until the next one is asked for.
 *
 * <p>A raw leaf holds bytes of the layer around a container, which {@link #containers()} therefore
 * does not name: bytes that the container could not unpack, or text of its headers.
 */
public final class Leaf {
  private final List<LayerExtent> extents;
  private final Part.Kind kind;
  private final long offset;
  private final InputStream stream;
  private final boolean mayHoldMembers;
  private boolean holdsMembers;

  public Leaf(List<LayerExtent> extents, Part.Kind kind, long offset, InputStream stream) {
    this(extents, kind, offset, stream, false);
  }

  Leaf(
      List<LayerExtent> extents,
      Part.Kind kind,
      long offset,
      InputStream stream,
      boolean mayHoldMembers) {
    this.mayHoldMembers = mayHoldMembers;
    this.extents = List.copyOf(extents);
    this.kind = kind;
    this.offset = offset;
    this.stream = stream;
  }

  /** The names of what was unpacked to get here, outermost first. */
  public List<String> containers() {
    return extents.stream().map(LayerExtent::container).toList();
  }

  /**
   * The same with their extents, outermost first. A length is known once the part was read to its
   * end, which may be after this leaf; so ask again when the object was read.
   */
  public List<Layer> layers() {
    return extents.stream().map(LayerExtent::layer).toList();
  }

  /** How many containers were unpacked. */
  public int layer() {
    return extents.size();
  }

  /** Offset of the first byte in the stream of this layer; 0 unless it is a part of that stream. */
  public long offset() {
    return offset;
  }

  /** Whether these bytes could not be unpacked and get a raw scan. */
  public boolean raw() {
    return kind == Part.Kind.RAW || kind == Part.Kind.HEADER;
  }

  /** Whether this is text of a container's header, such as the name of a file; it is raw, too. */
  public boolean header() {
    return kind == Part.Kind.HEADER;
  }

  /** Whether its reader may end it early, where {@link #holdMembers() members} start. */
  public boolean mayHoldMembers() {
    return mayHoldMembers;
  }

  /**
   * Ends the leaf where its stream stands now: members start there, and are leaves of their own.
   */
  public void holdMembers() {
    holdsMembers = true;
  }

  boolean holdsMembers() {
    return holdsMembers;
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
