package dev.telltale.unpacking.layer;

/** The extent of a part in the layer around it; its length is known when the part ends. */
public final class LayerExtent {
  private final String container;
  private final long offset;
  private final Source in;
  private long length = -1;

  public LayerExtent(String container, long offset, Source in) {
    this.container = container;
    this.offset = offset;
    this.in = in;
  }

  /** The part was read to its end, which is where the source stands now. */
  void end() {
    if (length < 0) {
      length = in.position() - offset;
    }
  }

  public String container() {
    return container;
  }

  public Layer layer() {
    return new Layer(container, offset, length);
  }
}
