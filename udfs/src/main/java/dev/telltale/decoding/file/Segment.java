package dev.telltale.decoding.file;

import dev.telltale.unpacking.layer.Layer;
import java.util.List;

/**
 * A range of a file that holds rows and is read on its own: a row group, stripe or block.
 *
 * @param layers between the range, which is the frame, and the rows
 */
public record Segment(int offset, int length, List<Layer> layers, Opening rows) {
  /** Starts to read the rows of a segment. */
  @FunctionalInterface
  public interface Opening {
    RowSource open() throws Exception;
  }

  public Segment {
    layers = List.copyOf(layers);
  }

  /** A range of which it is known that it cannot be read. */
  public static Segment damaged(int offset, int length, DamagedFile damage) {
    return new Segment(
        offset,
        length,
        List.of(),
        () -> {
          throw damage;
        });
  }

  /** A range without rows. */
  static Segment empty(int offset, int length) {
    return new Segment(offset, length, List.of(), () -> () -> null);
  }

  public int end() {
    return offset + length;
  }
}
