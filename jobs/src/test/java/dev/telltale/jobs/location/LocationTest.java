package dev.telltale.jobs.location;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.jobs.settings.UserMistake;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LocationTest {
  private static final String HERE = Path.of("").toAbsolutePath().toString();

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/a/lake                     | /a/lake                  | file:///a/lake",
        "/a/lake/                    | /a/lake                  | file:///a/lake",
        "/a/./b//../lake             | /a/lake                  | file:///a/lake",
        "file:///a/lake              | /a/lake                  | file:///a/lake",
        "FILE:///a/../lake/          | /lake                    | file:///lake",
        "file:/a/lake                | /a/lake                  | file:///a/lake",
        "file://localhost/a/lake     | /a/lake                  | file:///a/lake",
        "file:lake                   | HERE/lake                | file://HERE/lake",
        "lake                        | HERE/lake                | file://HERE/lake",
        "./lake                      | HERE/lake                | file://HERE/lake",
        "x/../lake                   | HERE/lake                | file://HERE/lake",
        "/a b/c%20d/100%             | /a b/c%20d/100%          | file:///a b/c%20d/100%",
        "file:///a b/c%20d           | /a b/c%20d               | file:///a b/c%20d",
        "a:b/lake                    | HERE/a:b/lake            | file://HERE/a:b/lake",
        "s3a://bucket                | s3a://bucket             | s3a://bucket",
        "s3a://bucket/               | s3a://bucket             | s3a://bucket",
        "s3://bucket/lake            | s3a://bucket/lake        | s3a://bucket/lake",
        "s3n://bucket/lake/          | s3a://bucket/lake        | s3a://bucket/lake",
        "S3A://bucket/a/../lake//    | s3a://bucket/lake        | s3a://bucket/lake",
        "s3://bucket/a b/c%20d/./e   | s3a://bucket/a b/c%20d/e | s3a://bucket/a b/c%20d/e",
        "s3://my-point-1abc-s3alias/x| s3a://my-point-1abc-s3alias/x | s3a://my-point-1abc-s3alias/x",
      })
  void aFolderHasOneSpelling(String written, String shown, String uri) {
    Location place = Location.folder(written);
    assertEquals(shown.replace("HERE", HERE), place.toString());
    assertEquals(uri.replace("HERE", HERE), place.uri());
    assertEquals(place, Location.folder(place.uri()));
    assertEquals(place, Location.folder(place.toString()));
    assertEquals(place.hashCode(), Location.folder(place.uri()).hashCode());
  }

  @Test
  void theKeyOfASourceStaysAsItIsWritten() {
    Location source = Location.of("s3://bucket//a/../b%20c d?e#f//");
    assertEquals("bucket", source.bucket());
    assertEquals("/a/../b%20c d?e#f//", source.path());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gs://bucket/x                                   | the scheme gs:// is not known",
        "hdfs:///x                                       | the scheme hdfs:// is not known",
        "https://bucket.s3.amazonaws.com/x               | the scheme https:// is not known",
        "arn:aws:s3:eu-west-1:111122223333:accesspoint/p | s3alias",
        "s3a://arn:aws:s3:eu-west-1:1:accesspoint/p/x    | s3alias",
        "s3a://bucket:9000/x                             | --endpoint",
        "s3a:///x                                        | is not the name of a bucket",
        "s3a:bucket/x                                    | names no bucket",
        "s3:/bucket/x                                    | names no bucket",
        "file://folder/x                                 | is the name of a host",
        "~/lake                                          | $HOME",
        "s3a://bucket/../x                               | lies outside of its bucket",
        "/lake[1]                                        | patterns of names",
        "s3a://bucket/{a}                                | patterns of names",
        "''                                              | names no place",
      })
  void whatNamesNoFolderIsRefusedWithARemedy(String written, String remedy) {
    UserMistake mistake = assertThrows(UserMistake.class, () -> Location.folder(written));
    assertTrue(mistake.getMessage().contains(remedy), mistake.getMessage());
  }

  @Test
  void aSecretInAUriIsNotRepeated() {
    UserMistake mistake =
        assertThrows(UserMistake.class, () -> Location.of("s3a://AKIA:hunter2@bucket/x"));
    assertFalse(mistake.getMessage().contains("hunter2"), mistake.getMessage());
    assertTrue(mistake.getMessage().contains("cannot hold credentials"), mistake.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "/a,/a/b,true",
    "/a,/a,true",
    "/a/b,/a,false",
    "/a,/ab,false",
    "s3a://one,s3://one/x,true",
    "s3a://one/x,s3a://one/x/,true",
    "s3a://one/x/,s3a://one/x,true",
    "s3a://one/x,s3a://one/xy,false",
    "s3a://one/x,s3a://two/x,false",
    "s3a://one,/one,false",
  })
  void aPlaceContainsWhatLiesBelowIt(String outer, String inner, boolean contains) {
    assertEquals(contains, Location.of(outer).contains(Location.of(inner)));
  }

  @Test
  void linksAreFollowedToSeeWhatLiesWhere() throws Exception {
    Path real = Files.createDirectory(folder.resolve("real"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), real);
    assertTrue(
        Location.of(real.toString()).contains(Location.of(link.resolve("not/yet").toString())));
  }
}
