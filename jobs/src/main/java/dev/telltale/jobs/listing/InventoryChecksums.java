package dev.telltale.jobs.listing;

import dev.telltale.jobs.settings.Problem;
import dev.telltale.jobs.settings.UserMistake;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Compares the files of an inventory with the MD5 checksums in its manifest, a file a task: a
 * listing that was cut or mixed up would leave objects out without a word.
 */
final class InventoryChecksums {
  private final SparkSession spark;

  InventoryChecksums(SparkSession spark) {
    this.spark = spark;
  }

  /**
   * @throws UserMistake with a problem for each file that is missing or another one
   */
  void check(List<InventoryManifest.DataFile> files) {
    if (files.isEmpty()) {
      return;
    }
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    Broadcast<SerializableConfiguration> hadoop =
        context.broadcast(
            new SerializableConfiguration(spark.sparkContext().hadoopConfiguration()));
    List<Problem> problems =
        context
            .parallelize(files, files.size())
            .filter(file -> !matches(file, hadoop.value().value()))
            .map(InventoryManifest.DataFile::uri)
            .collect()
            .stream()
            .map(
                uri ->
                    new Problem(
                        uri + " is not the file that the manifest of the inventory names",
                        "it is missing, or its MD5 checksum differs from the one in the manifest",
                        "wait for the next inventory, or list the bucket without --inventory"))
            .toList();
    if (!problems.isEmpty()) {
      throw new UserMistake(problems);
    }
  }

  private static boolean matches(InventoryManifest.DataFile file, Configuration hadoop)
      throws IOException {
    Path path = new Path(file.uri());
    MessageDigest digest = md5();
    try (InputStream in = new DigestInputStream(path.getFileSystem(hadoop).open(path), digest)) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
    } catch (FileNotFoundException missing) {
      return false;
    }
    return HexFormat.of().formatHex(digest.digest()).equals(file.md5());
  }

  private static MessageDigest md5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("MD5 is part of every Java", impossible);
    }
  }
}
