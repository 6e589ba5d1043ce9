package dev.telltale.rewriting;

import dev.telltale.limit.Limits;
import dev.telltale.rewriting.layer.Layers;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether an object can be rewritten, as far as rows of the lake tell: no source is read. */
public final class Rewritable {
  private static final Set<String> FILES = Set.of("parquet", "orc", "avro");

  private Rewritable() {}

  /**
   * What is known to keep a value from being replaced; empty where it can be tried.
   *
   * @param format of the record
   * @param containers of the object; they count where no layers are known
   * @param layers around the record, by their names
   * @param encodings of the finding
   */
  public static Optional<Obstacle> of(
      String format, List<String> containers, List<String> layers, List<String> encodings) {
    if (FILES.contains(format) || encodings.stream().anyMatch(FILES::contains)) {
      return Optional.of(Obstacle.FORMAT);
    }
    List<String> around = layers.isEmpty() ? containers : layers;
    return around.stream().allMatch(Layers::areWritten)
        ? Optional.empty()
        : Optional.of(Obstacle.CONTAINER);
  }

  /**
   * The same for the size of an object.
   *
   * @param storedBytes size of the object
   * @param unpackedBytes what it unpacks to: decoded, scanned raw and unread bytes together
   */
  public static Optional<Obstacle> ofSize(long storedBytes, long unpackedBytes) {
    if (storedBytes > Limits.MAX_REWRITTEN_BYTES) {
      return Optional.of(Obstacle.STORED_LIMIT);
    }
    return unpackedBytes > Limits.MAX_REWRITTEN_UNPACKED_BYTES
        ? Optional.of(Obstacle.UNPACKED_LIMIT)
        : Optional.empty();
  }
}
