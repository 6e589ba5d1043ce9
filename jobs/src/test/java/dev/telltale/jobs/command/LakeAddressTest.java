package dev.telltale.jobs.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.demo.server.S3Server;
import dev.telltale.jobs.SparkForTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A lake is the same lake however it is written, in every command, on disk and on S3. */
final class LakeAddressTest {
  @TempDir private static Path folder;

  private static S3Server server;

  @BeforeAll
  static void start() throws IOException {
    Path export = Files.createDirectories(folder.resolve("my export/100%25"));
    Files.writeString(export.resolve("a b"), "{\"message\":\"ines.weber@norvikfreight.com\"}\n");
    server = S3Server.memory();
    server.createBucket("lakes");
    Configuration hadoop = SparkForTests.session().sparkContext().hadoopConfiguration();
    server.s3aSettings().forEach(hadoop::set);
    hadoop.set("fs.s3a.impl.disable.cache", "true");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  static Stream<Arguments> addresses() {
    Path here = Path.of("").toAbsolutePath();
    return Stream.of(
        Arguments.of("file://" + folder + "/new", folder + "/new", folder + "/new/"),
        Arguments.of(
            "file:" + folder + "/x/../a b%20c//100%/",
            folder + "/a b%20c/100%",
            folder + "/a b%20c/100%"),
        Arguments.of(
            here.relativize(folder.resolve("rel")).toString(),
            "file://" + folder + "/rel",
            folder + "/rel"),
        Arguments.of("s3://lakes/x/../a b%20c/", "s3n://lakes/a b%20c", "s3a://lakes/a b%20c"),
        Arguments.of("s3a://lakes/plain//", "S3://lakes/./plain", "s3a://lakes/plain"));
  }

  @ParameterizedTest
  @MethodSource("addresses")
  void oneLakeHasManySpellings(String written, String read, String place) throws IOException {
    Path here = Path.of("").toAbsolutePath();
    String source = here.relativize(folder.resolve("my export")) + "/../my export/100%25";
    CommandRun scan = CommandRun.of("", "scan", "--source", source, "--lake", written);
    assertEquals(ExitCode.DONE, scan.code(), scan.err());
    org.apache.hadoop.fs.Path table = new org.apache.hadoop.fs.Path(place, "objects/_delta_log");
    FileSystem files =
        table.getFileSystem(SparkForTests.session().sparkContext().hadoopConfiguration());
    assertTrue(files.exists(table), place);
    CommandRun again = CommandRun.of("", "scan", "--source", source, "--lake", read);
    assertTrue(again.out().contains("Nothing new: 1 object"), again.out() + again.err());
    CommandRun query =
        CommandRun.of(
            "",
            "sql",
            "--lake",
            read,
            "--format",
            "csv",
            "SELECT bucket, object_key, (SELECT max(source) FROM runs) AS source FROM findings");
    String folderUri = "file://" + folder + "/my export/100%25";
    assertEquals(
        "bucket,object_key,source\n" + folderUri + ",a b," + folderUri + "\n",
        query.out(),
        query.err());
    CommandRun optimized = CommandRun.of("", "optimize", "--lake", written, "--dry-run");
    assertEquals(ExitCode.DONE, optimized.code(), optimized.err());
  }
}
