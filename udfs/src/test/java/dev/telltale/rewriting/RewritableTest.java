package dev.telltale.rewriting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RewritableTest {
  @Test
  void theLayersOfTheRecordDecide() {
    assertEquals(
        Optional.empty(),
        Rewritable.of(
            "gitpod-metrics",
            List.of("gzip"),
            List.of("gzip", "base64", "snappy"),
            List.of("base64", "snappy", "protobuf")));
    assertEquals(
        Optional.of(Obstacle.CONTAINER),
        Rewritable.of("json", List.of("gzip"), List.of("gzip", "hadoop-lz4"), List.of()));
    assertEquals(
        Optional.of(Obstacle.CONTAINER),
        Rewritable.of("json", List.of("hadoop-lz4"), List.of(), List.of()));
  }

  @Test
  void filesWithAnIndexAreNotWritten() {
    assertEquals(
        Optional.of(Obstacle.FORMAT), Rewritable.of("parquet", List.of(), List.of(), List.of()));
    assertEquals(
        Optional.of(Obstacle.FORMAT),
        Rewritable.of("json", List.of("gzip"), List.of("gzip", "base64"), List.of("avro")));
  }

  @Test
  void largeObjectsAreNotWritten() {
    assertEquals(Optional.empty(), Rewritable.ofSize(64 << 20, 256 << 20));
    assertEquals(Optional.of(Obstacle.STORED_LIMIT), Rewritable.ofSize((64 << 20) + 1, 1));
    assertEquals(Optional.of(Obstacle.UNPACKED_LIMIT), Rewritable.ofSize(1, (256 << 20) + 1));
  }
}
