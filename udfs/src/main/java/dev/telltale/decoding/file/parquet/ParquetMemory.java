package dev.telltale.decoding.file.parquet;

import dev.telltale.decoding.file.BoundedBytes;

/** What the decompressed pages of a row group, one a column and the dictionaries, take together. */
final class ParquetMemory {
  private final BoundedBytes bounded;
  private long held;

  ParquetMemory(BoundedBytes bounded) {
    this.bounded = bounded;
  }

  BoundedBytes bounded() {
    return bounded;
  }

  /** Fails before more is held than may be. */
  void replace(long released, long taken) {
    held += taken - released;
    bounded.check(held);
  }
}
