package dev.telltale.jobs.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.jobs.SparkForTests;
import dev.telltale.jobs.listing.ListedRow;
import dev.telltale.jobs.listing.OutsideSources;
import dev.telltale.jobs.settings.UserMistake;
import dev.telltale.scan.ObjectRef;
import dev.telltale.scan.ScanRun;
import dev.telltale.sql.ObjectRefSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ManifestStoreTest {
  private static final BatchLimits THREE_OBJECTS = new BatchLimits(1L << 30, 1L << 30, 3);

  @TempDir private Path lake;

  @Test
  void aFrozenManifestComesBackAsItWasUntilItIsFinished() throws IOException {
    ManifestStore store = store();
    assertEquals(List.of(), store.unfinished());
    Manifest second = store.freeze(unplanned("20261123T010000Z-b"), listing(), THREE_OBJECTS);
    Manifest first = store.freeze(unplanned("20261123T000000Z-a"), listing(), THREE_OBJECTS);
    assertEquals(List.of(first, second), store.unfinished());
    assertEquals(
        List.of(new BatchSize(0, 3, 12), new BatchSize(1, 3, 12), new BatchSize(2, 1, 4)),
        first.batches());
    store.finish(first.run().runId());
    assertEquals(List.of(second), store.unfinished());
  }

  @Test
  void theBatchesTogetherHoldEveryObjectInItsOrder() throws IOException {
    ManifestStore store = store();
    Manifest manifest = store.freeze(unplanned("20261123T000000Z-c"), listing(), THREE_OBJECTS);
    List<ObjectRef> back = new ArrayList<>();
    for (BatchSize size : manifest.batches()) {
      store
          .batch(manifest.run().runId(), size.number())
          .tasks()
          .forEach(task -> task.objects().forEach(object -> back.add(object.ref())));
    }
    assertEquals(refs(), back);
  }

  @Test
  void objectsWithoutAHeadAreNobodys() throws IOException {
    ManifestStore store = store();
    Manifest manifest = store.freeze(unplanned("20261123T000000Z-d"), listing(), THREE_OBJECTS);
    Files.delete(lake.resolve("_telltale/manifests/" + manifest.run().runId() + ".json"));
    assertEquals(List.of(), store.unfinished());
  }

  @Test
  void aRunThatNamesObjectsOutsideOfTheSourcesIsNotResumed() throws IOException {
    ManifestStore store = store();
    Manifest left = store.freeze(unplanned("20261123T000000Z-e"), listing(), THREE_OBJECTS);
    store.requireWithin(left, List.of("s3a://a"));
    store.requireWithin(left, List.of("s3a://a/b/", "s3a://c"));
    for (String other : List.of("s3a://a/c", "s3a://a/bb", "s3a://b", "/tmp")) {
      UserMistake mistake =
          assertThrows(UserMistake.class, () -> store.requireWithin(left, List.of(other)), other);
      assertTrue(mistake.getMessage().contains("outside of --source"), mistake.getMessage());
      assertTrue(mistake.getMessage().contains("s3a://a/b, file:///c"), mistake.getMessage());
    }
  }

  @Test
  void aKeyThatClimbsOutOfItsFolderIsOutside() throws IOException {
    java.nio.file.Path export = Files.createDirectory(lake.resolve("export"));
    OutsideSources outside = OutsideSources.of(List.of(export.toString()));
    String bucket = "file://" + export;
    assertFalse(outside.call(row(bucket, "a/b")));
    assertFalse(outside.call(row(bucket + "/a", "b")));
    assertTrue(outside.call(row(bucket, "../secret")));
    assertTrue(outside.call(row(bucket, "a/../../secret")));
    assertTrue(outside.call(row(bucket, "/etc/hostname")));
    assertTrue(outside.call(row("file://" + lake, "secret")));
    assertTrue(outside.call(row("s3bucket", "export")));
  }

  private static Row row(String bucket, String key) {
    return spark()
        .createDataFrame(
            List.of(RowFactory.create(bucket, key)),
            new StructType().add("bucket", "string").add("object_key", "string"))
        .first();
  }

  private static org.apache.spark.sql.SparkSession spark() {
    return SparkForTests.session();
  }

  @Test
  void aManifestThatSomebodyChangedIsNotRead() throws IOException {
    ManifestStore store = store();
    Manifest left = store.freeze(unplanned("20261123T000000Z-f"), listing(), THREE_OBJECTS);
    java.nio.file.Path folder = lake.resolve("_telltale/manifests");
    java.nio.file.Path head = folder.resolve(left.run().runId() + ".json");
    String sound = Files.readString(head);
    for (String changed :
        List.of(
            sound.replace("20261123T000000Z-f", "../../../../etc"),
            sound.replace("20261123T000000Z-f", "20261123T000000Z-g"),
            sound.substring(0, 40),
            "{}",
            "")) {
      Files.deleteIfExists(folder.resolve("." + head.getFileName() + ".crc"));
      Files.writeString(head, changed);
      UserMistake mistake = assertThrows(UserMistake.class, store::unfinished, changed);
      assertTrue(mistake.getMessage().contains("is damaged"), mistake.getMessage());
    }
    Files.delete(head);
    Files.writeString(
        folder.resolve("a' OR true.json"), sound.replace("20261123T000000Z-f", "a' OR true"));
    UserMistake mistake = assertThrows(UserMistake.class, store::unfinished);
    assertTrue(mistake.getMessage().contains("is damaged"), mistake.getMessage());
  }

  private ManifestStore store() {
    return new ManifestStore(SparkForTests.session(), lake.toString());
  }

  private static Manifest unplanned(String runId) {
    return new Manifest(
        new ScanRun(runId, "0123456789abcdef", Instant.parse("2026-11-23T01:02:03.456Z")),
        List.of("s3a://a/b", "file:///c"),
        "fedcba98",
        "00112233",
        true,
        true,
        7,
        0,
        List.of());
  }

  private static List<ObjectRef> refs() {
    List<ObjectRef> refs = new ArrayList<>();
    for (int number = 0; number < 6; number++) {
      refs.add(
          new ObjectRef(
              "a", "b/" + number, null, "e2", 4, Instant.parse("2026-11-20T00:00:00.123Z")));
    }
    refs.add(new ObjectRef("a", "b/\u00fc \"quoted\"\nline", "v1", "e1", 4, Instant.EPOCH));
    return refs;
  }

  private static Dataset<Row> listing() {
    List<ObjectRef> shuffled = new ArrayList<>(refs());
    java.util.Collections.reverse(shuffled);
    return SparkForTests.session()
        .createDataFrame(shuffled.stream().map(ObjectRefSchema::of).toList(), ListedRow.TYPE);
  }
}
