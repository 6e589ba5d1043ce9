package dev.telltale.jobs.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.telltale.scan.ObjectRef;
import dev.telltale.scan.ScanRun;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ManifestStoreTest {
  @TempDir private Path lake;

  @Test
  void aFrozenManifestComesBackAsItWasUntilItIsFinished() throws IOException {
    ManifestStore store = new ManifestStore(new Configuration(), lake.toString());
    assertEquals(List.of(), store.unfinished());
    Manifest first = manifest("20261123T000000Z-a");
    Manifest second = manifest("20261123T010000Z-b");
    store.freeze(second);
    store.freeze(first);
    assertEquals(List.of(first, second), store.unfinished());
    store.finish(first.run().runId());
    assertEquals(List.of(second), store.unfinished());
  }

  private static Manifest manifest(String runId) {
    return new Manifest(
        new ScanRun(runId, "0123456789abcdef", Instant.parse("2026-11-23T01:02:03.456Z")),
        List.of("s3a://a/b", "file:///c"),
        "fedcba98",
        "00112233",
        true,
        1 << 20,
        1L << 31,
        7,
        List.of(
            new ObjectRef("a", "b/ü \"quoted\"\nline", "v1", "e1", 12, Instant.EPOCH),
            new ObjectRef("a", "b/2", null, "e2", 0, Instant.parse("2026-11-20T00:00:00Z"))));
  }
}
