package dev.telltale.demo.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.demo.server.S3Server;
import dev.telltale.demo.telemetry.ExportObject;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExportUploadTest {
  private static final Path ROOT = new Path("s3a://export/");

  @TempDir java.nio.file.Path folder;

  @Test
  void everyObjectArrivesAsItWasMade() throws Exception {
    List<ExportObject> objects =
        new ExportGenerator(new ExportSettings(7, 0.1, false))
            .objects()
            .filter(object -> object.reveal().length < 1_000_000)
            .limit(24)
            .toList();
    try (S3Server server = S3Server.files(folder, 0);
        FileSystem files = bucket(server)) {
      long bytes = new ExportUpload(files, ROOT).run(objects.iterator());

      assertEquals(objects.stream().mapToLong(object -> object.reveal().length).sum(), bytes);
      assertEquals(24, objects.size());
      for (ExportObject object : objects) {
        try (FSDataInputStream in = files.open(new Path(ROOT, object.key()))) {
          assertArrayEquals(object.reveal(), in.readAllBytes(), object.key());
        }
      }
    }
  }

  @Test
  void aBucketThatIsMissingIsNamed() throws Exception {
    try (S3Server server = S3Server.memory();
        FileSystem files = bucket(server)) {
      List<ExportObject> one =
          new ExportGenerator(new ExportSettings(7, 0.1, false)).objects().limit(1).toList();
      FileSystem other = FileSystem.newInstance(URI.create("s3a://other/"), files.getConf());
      ExportUpload upload = new ExportUpload(other, new Path("s3a://other/"));
      IOException failed = assertThrows(IOException.class, () -> upload.run(one.iterator()));
      assertTrue(failed.getMessage().contains("s3a://other/"), failed.getMessage());
      other.close();
    }
  }

  private static FileSystem bucket(S3Server server) throws IOException {
    server.createBucket("export");
    Configuration configuration = new Configuration();
    server.s3aSettings().forEach(configuration::set);
    configuration.set("fs.s3a.attempts.maximum", "1");
    configuration.set("fs.s3a.retry.limit", "1");
    return FileSystem.newInstance(ROOT.toUri(), configuration);
  }
}
