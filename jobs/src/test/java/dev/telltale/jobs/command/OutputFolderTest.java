package dev.telltale.jobs.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.demo.server.S3Server;
import dev.telltale.jobs.SparkForTests;
import dev.telltale.jobs.settings.UserMistake;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OutputFolderTest {
  @TempDir private Path temporary;

  @Test
  void onDiskOwnerAndGroupReadWhatIsWritten() throws IOException {
    Path folder = temporary.resolve("a b/c");
    for (String text : new String[] {folder.toString(), "file://" + folder, folder + "/"}) {
      OutputFolder out = OutputFolder.at("--out", text);
      String place = out.write("report.json", text);
      assertEquals(folder.resolve("report.json").toString(), place);
      assertEquals(text, Files.readString(Path.of(place)));
      assertEquals(
          PosixFilePermissions.fromString("rw-r-----"),
          Files.getPosixFilePermissions(Path.of(place)));
    }
  }

  @Test
  void aFileIsNoFolder() throws IOException {
    Path file = Files.createFile(temporary.resolve("file"));
    UserMistake refused =
        assertThrows(UserMistake.class, () -> OutputFolder.at("--out", file.toString()));
    assertTrue(refused.getMessage().contains("--out"), refused.getMessage());
  }

  @Test
  void inABucketFilesAreReplaced() throws IOException {
    Configuration hadoop = SparkForTests.session().sparkContext().hadoopConfiguration();
    Map<String, String> before = new TreeMap<>();
    try (S3Server server = S3Server.memory()) {
      server.createBucket("pages");
      FileSystem.closeAll();
      server
          .s3aSettings()
          .forEach(
              (name, value) -> {
                before.put(name, hadoop.get(name, ""));
                hadoop.set(name, value);
              });
      OutputFolder out = OutputFolder.at("--out", "s3://pages/of/november/");
      out.write("report.html", "an older one");
      assertEquals("s3a://pages/of/november/report.html", out.write("report.html", "the page"));
      try (OutputStream pieces = out.open("findings.csv")) {
        pieces.write("a,b".getBytes(StandardCharsets.UTF_8));
      }
      assertEquals("the page", read(hadoop, "s3a://pages/of/november/report.html"));
      assertEquals("a,b", read(hadoop, "s3a://pages/of/november/findings.csv"));
      OutputFolder nowhere = OutputFolder.at("--out", "s3a://no-such-bucket/x");
      UserMistake refused =
          assertThrows(UserMistake.class, () -> nowhere.write("report.html", "the page"));
      assertTrue(refused.getMessage().contains("s3a://no-such-bucket/x"), refused.getMessage());
    } finally {
      before.forEach(
          (name, value) -> {
            if (value.isEmpty()) {
              hadoop.unset(name);
            } else {
              hadoop.set(name, value);
            }
          });
      FileSystem.closeAll();
    }
  }

  private static String read(Configuration hadoop, String place) throws IOException {
    org.apache.hadoop.fs.Path file = new org.apache.hadoop.fs.Path(place);
    try (InputStream in = file.getFileSystem(hadoop).open(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
