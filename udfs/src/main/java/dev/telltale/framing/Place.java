package dev.telltale.framing;

/** Where a part lies in the layer before; learns its length when the part ends. */
final class Place {
  private final String container;
  private final long offset;
  private final Source in;
  private long length = -1;

  Place(String container, long offset, Source in) {
    this.container = container;
    this.offset = offset;
    this.in = in;
  }

  /** The part was read to its end; the source stands behind it. */
  void end() {
    if (length < 0) {
      length = in.position() - offset;
    }
  }

  String container() {
    return container;
  }

  Layer layer() {
    return new Layer(container, offset, length);
  }
}
