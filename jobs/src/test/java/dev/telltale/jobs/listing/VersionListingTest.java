package dev.telltale.jobs.listing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.telltale.fault.FaultKind;
import dev.telltale.jobs.store.ObjectReading;
import dev.telltale.scan.ObjectRef;
import dev.telltale.scan.VersionState;
import dev.telltale.sql.ObjectRefSchema;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class VersionListingTest {
  private static final int PAGE = 10;
  private static final int MORE_THAN_A_PAGE = 12;

  private static ListedBucket bucket;

  @BeforeAll
  static void start() throws Exception {
    bucket = new ListedBucket(PAGE);
    bucket.put("logs/before-versions", "unversioned");
    bucket.keepVersions();
    bucket.put("logs/rewritten", "first");
    bucket.put("logs/rewritten", "second");
    bucket.put("logs/deleted", "leak");
    bucket.delete("logs/deleted");
    bucket.put("logs/back", "old");
    bucket.delete("logs/back");
    bucket.put("logs/back", "new");
    bucket.put("gone/only/deleted", "leak");
    bucket.delete("gone/only/deleted");
    for (int i = 0; i < MORE_THAN_A_PAGE; i++) {
      bucket.put("many/same-key", "version " + i);
    }
    bucket.delete("many/same-key");
  }

  @AfterAll
  static void stop() throws Exception {
    bucket.close();
  }

  private static ListingOptions all(String path) {
    return new ListingOptions(List.of(ListedBucket.uri(path)), TimeWindow.ALWAYS, true, null);
  }

  @Test
  void everyVersionIsListedWithItsStateAndRead() throws Exception {
    Map<String, String> states = new TreeMap<>();
    for (ObjectRef object : bucket.objects(all("logs"))) {
      states.put(object.key() + ": " + bucket.content(object), object.versionState().id());
    }
    assertEquals(
        Map.of(
            "logs/before-versions: unversioned", "current",
            "logs/rewritten: first", "noncurrent",
            "logs/rewritten: second", "current",
            "logs/deleted: leak", "deleted",
            "logs/back: old", "noncurrent",
            "logs/back: new", "current"),
        states);
  }

  @Test
  void deleteMarkersAreRowsOfTheirOwn() {
    List<String> markers =
        bucket.list(all("logs")).where(ListedRow.isDeleteMarker()).collectAsList().stream()
            .map(ObjectRefSchema::key)
            .sorted()
            .toList();
    assertEquals(List.of("logs/back", "logs/deleted"), markers);
  }

  @Test
  void aFolderOfDeletedObjectsOnlyIsFound() throws Exception {
    List<ObjectRef> gone = bucket.objects(all("gone"));
    assertEquals(1, gone.size());
    assertEquals(VersionState.DELETED, gone.get(0).versionState());
    assertEquals("leak", bucket.content(gone.get(0)));
  }

  @Test
  void aMarkerOnTheFirstPageHidesTheVersionsOfTheSecond() {
    Map<VersionState, Long> states =
        bucket.objects(all("many/")).stream()
            .collect(Collectors.groupingBy(ObjectRef::versionState, Collectors.counting()));
    assertEquals(Map.of(VersionState.DELETED, (long) MORE_THAN_A_PAGE), states);
  }

  @Test
  void withoutAllVersionsOnlyTheCurrentOnesAreListed() {
    assertEquals(
        List.of("logs/back", "logs/before-versions", "logs/rewritten"),
        bucket.keys(ListingOptions.of(List.of(ListedBucket.uri("")))));
  }

  @Test
  void anObjectThatWasOverwrittenSinceTheListingIsChanged() throws Exception {
    bucket.put("changing/key", "one");
    ObjectRef listed =
        bucket.objects(ListingOptions.of(List.of(ListedBucket.uri("changing/")))).get(0);
    bucket.put("changing/key", "other");
    IOException failed = assertThrows(IOException.class, () -> bucket.content(listed));
    assertEquals(FaultKind.OBJECT_CHANGED, ObjectReading.fault(failed));
    bucket.delete("changing/key");
    failed = assertThrows(IOException.class, () -> bucket.content(listed));
    assertEquals(FaultKind.OBJECT_GONE, ObjectReading.fault(failed));
  }

  @Test
  void anArchivedObjectIsNotAskedFor() {
    for (String storageClass : List.of("GLACIER", "DEEP_ARCHIVE")) {
      ObjectRef archived =
          new ObjectRef(
              "no-such-bucket",
              "key",
              null,
              "etag",
              1,
              Instant.EPOCH,
              VersionState.CURRENT,
              storageClass);
      IOException failed = assertThrows(IOException.class, () -> bucket.content(archived));
      assertEquals(FaultKind.STORAGE_CLASS, ObjectReading.fault(failed));
    }
  }
}
