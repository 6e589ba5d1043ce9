package dev.telltale.jobs.erasure.proof;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;

/** Searches what a Parquet file decompresses and decodes to, row by row, whatever its columns. */
final class ParquetText {
  private ParquetText() {}

  /** How many different texts some row holds, at most. */
  static int countIn(Configuration hadoop, Path file, Needles needles) throws IOException {
    int most = 0;
    try (ParquetReader<Group> rows =
        ParquetReader.builder(new GroupReadSupport(), file).withConf(hadoop).build()) {
      for (Group row = rows.read(); row != null; row = rows.read()) {
        most = Math.max(most, needles.countIn(row.toString()));
      }
    }
    return most;
  }
}
