package dev.telltale.jobs.listing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.jobs.settings.UserMistake;
import dev.telltale.scan.ObjectRef;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SourceListingTest {
  private static ListedBucket bucket;

  @TempDir Path folder;

  @BeforeAll
  static void start() throws Exception {
    bucket = new ListedBucket();
    bucket.putAll(manyHours());
    bucket.putAll(oddKeys());
  }

  @AfterAll
  static void stop() throws Exception {
    bucket.close();
  }

  /** 10,080 objects in 5 x 4 x 24 folders, as Firehose lays them out. */
  private static List<String> manyHours() {
    List<String> keys = new ArrayList<>();
    for (String type : List.of("metrics", "logs", "k8s", "analytics", "billing")) {
      for (int day = 27; day <= 30; day++) {
        for (int hour = 0; hour < 24; hour++) {
          for (int number = 0; number < 21; number++) {
            keys.add(
                String.format(
                    "hours/%s/2026/04/%02d/%02d/stream-1-2026-04-%02d-%02d-%02d-00-"
                        + "00000000-0000-0000-0000-%012d",
                    type, day, hour, day, hour, number, number));
          }
        }
      }
    }
    return keys;
  }

  private static List<String> oddKeys() {
    return List.of(
        "odd/plain",
        "odd/percent%20sign",
        "odd/plus+sign",
        "odd/a space",
        "odd/emoji-\uD83D\uDE00",
        "odd/\u00e9t\u00e9",
        "odd/colon:and=equals&and?question#hash",
        "odd/tab\there",
        "odd/" + "k".repeat(1019));
  }

  @Test
  void everyObjectOfManyFoldersIsListedOnce() {
    List<String> listed = bucket.keys(ListingOptions.of(List.of(ListedBucket.uri("hours"))));
    assertEquals(10_080, listed.size());
    assertEquals(manyHours().stream().sorted().toList(), listed);
  }

  @Test
  void manyFoldersAreListedByManyTasks() {
    ListingOptions options = ListingOptions.of(List.of(ListedBucket.uri("hours")));
    assertTrue(bucket.list(options).javaRDD().getNumPartitions() >= 16);
  }

  @Test
  void everyOddKeyIsListedAndRead() throws Exception {
    List<ObjectRef> listed = bucket.objects(ListingOptions.of(List.of(ListedBucket.uri("odd/"))));
    assertEquals(
        new TreeSet<>(oddKeys()), new TreeSet<>(listed.stream().map(ObjectRef::key).toList()));
    assertEquals(oddKeys().size(), listed.size());
    for (ObjectRef object : listed) {
      assertEquals(object.key(), bucket.content(object), object.key());
    }
  }

  @Test
  void overlappingSourcesGiveEveryObjectOnce() {
    List<String> sources =
        List.of(
            ListedBucket.uri("odd"),
            ListedBucket.uri("odd/"),
            ListedBucket.uri("odd/plain"),
            ListedBucket.uri("odd/plain"));
    assertEquals(oddKeys().stream().sorted().toList(), bucket.keys(ListingOptions.of(sources)));
  }

  @Test
  void anObjectThatIsNamedIsListedAlone() {
    assertEquals(
        List.of("odd/a space"),
        bucket.keys(ListingOptions.of(List.of(ListedBucket.uri("odd/a space")))));
  }

  @Test
  void aPrefixIsAFolderAndNotTheBeginningOfAName() {
    UserMistake mistake =
        assertThrows(
            UserMistake.class,
            () -> bucket.list(ListingOptions.of(List.of(ListedBucket.uri("hou")))));
    assertTrue(mistake.getMessage().contains("nothing is there"), mistake.getMessage());
  }

  @Test
  void everySourceThatCannotBeListedIsNamedAtOnce() {
    UserMistake mistake =
        assertThrows(
            UserMistake.class,
            () ->
                bucket.list(
                    ListingOptions.of(
                        List.of(
                            ListedBucket.uri("odd"),
                            ListedBucket.uri("missing"),
                            "s3a://no-such-bucket/x",
                            ListedBucket.uri("also-missing/")))));
    assertEquals(3, mistake.problems().size(), mistake.getMessage());
  }

  @Test
  void onlyTheFoldersOfTheWindowAreLookedInto() {
    TimeWindow window =
        new TimeWindow(
            Instant.parse("2026-04-29T05:00:00Z"),
            Instant.parse("2026-04-29T07:00:00Z"),
            Duration.ofHours(1));
    ListingOptions options =
        new ListingOptions(List.of(ListedBucket.uri("hours")), window, false, null);
    List<ListingUnit> units = new SourceListing(bucket.spark(), options).units();
    assertEquals(5 * 4, units.size(), units.toString());
    for (ListingUnit unit : units) {
      assertTrue(unit.prefix().matches("hours/[a-z0-9]+/2026/04/29/0[4567]/"), unit.prefix());
    }
    assertEquals(
        manyHours().stream().filter(key -> key.matches(".*/29/0[56]/.*")).sorted().toList(),
        bucket.keys(options));
  }

  @Test
  void windowsThatMeetHoldEveryObjectOnce() {
    Instant edge = Instant.parse("2026-04-28T10:05:00Z");
    List<String> sources = List.of(ListedBucket.uri("hours/logs"));
    Duration slack = Duration.ofHours(1);
    List<String> early =
        bucket.keys(new ListingOptions(sources, new TimeWindow(null, edge, slack), false, null));
    List<String> late =
        bucket.keys(new ListingOptions(sources, new TimeWindow(edge, null, slack), false, null));
    assertTrue(late.get(0).contains("2026-04-28-10-05-00"), late.get(0));
    List<String> both = new ArrayList<>(early);
    both.addAll(late);
    assertEquals(bucket.keys(ListingOptions.of(sources)), both.stream().sorted().toList());
  }

  @Test
  void aKeyWithoutATimeIsJudgedByItsLastModification() {
    List<String> sources = List.of(ListedBucket.uri("odd"));
    Instant hourAgo = Instant.now().minusSeconds(3600);
    TimeWindow now = new TimeWindow(hourAgo, null, Duration.ZERO);
    TimeWindow before = new TimeWindow(null, hourAgo, Duration.ZERO);
    assertEquals(
        oddKeys().size(), bucket.keys(new ListingOptions(sources, now, false, null)).size());
    assertEquals(List.of(), bucket.keys(new ListingOptions(sources, before, false, null)));
  }

  @Test
  void localFoldersAreListedWithEveryName() throws Exception {
    for (String name :
        List.of("a", "sub/b", "sub/deeper/c:d", "sub/%20", "sub/.hidden", "sub/.b.crc")) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, name);
    }
    Files.createSymbolicLink(folder.resolve("sub/loop"), folder);
    List<ObjectRef> listed =
        bucket.objects(
            ListingOptions.of(List.of(folder.toUri().toString(), folder + "/sub", folder + "/a")));
    assertEquals(
        List.of("a", "sub/%20", "sub/.b.crc", "sub/.hidden", "sub/b", "sub/deeper/c:d"),
        listed.stream().map(ObjectRef::key).sorted().toList());
    for (ObjectRef object : listed) {
      assertEquals(object.key(), bucket.content(object));
    }
  }

  @Test
  void linksOutOfTheFolderAreListedAndNotRead() throws Exception {
    Path export = Files.createDirectories(folder.resolve("export/sub"));
    Path outside = Files.createDirectory(folder.resolve("outside"));
    Files.writeString(outside.resolve("secret"), "secret");
    Files.writeString(export.resolve("plain"), "plain");
    Files.createSymbolicLink(export.resolve("within"), export.resolve("plain"));
    Files.createSymbolicLink(export.resolve("file"), outside.resolve("secret"));
    Files.createSymbolicLink(export.resolve("folder"), outside);
    Files.createSymbolicLink(export.resolve("climbing"), Path.of("../../outside/secret"));
    Files.createSymbolicLink(export.resolve("broken"), export.resolve("nothing"));
    String source = folder.resolve("export").toString();
    List<ObjectRef> listed = bucket.objects(ListingOptions.of(List.of(source)));
    assertEquals(
        List.of("sub/broken", "sub/climbing", "sub/file", "sub/folder", "sub/plain", "sub/within"),
        listed.stream().map(ObjectRef::key).sorted().toList());
    for (ObjectRef object : listed) {
      if (object.key().matches(".*/(plain|within)")) {
        assertEquals("plain", bucket.content(object));
      } else {
        assertThrows(Exception.class, () -> bucket.content(object), object.key());
      }
    }
    // What is named is meant.
    List<ObjectRef> named =
        bucket.objects(ListingOptions.of(List.of(export.resolve("file").toString())));
    assertEquals("secret", bucket.content(named.get(0)));
  }
}
