package dev.telltale.decoding.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.hive.ql.exec.vector.BytesColumnVector;
import org.apache.hadoop.hive.ql.exec.vector.ListColumnVector;
import org.apache.hadoop.hive.ql.exec.vector.LongColumnVector;
import org.apache.hadoop.hive.ql.exec.vector.MapColumnVector;
import org.apache.hadoop.hive.ql.exec.vector.VectorizedRowBatch;
import org.apache.hadoop.util.Progressable;
import org.apache.orc.CompressionKind;
import org.apache.orc.OrcFile;
import org.apache.orc.TypeDescription;
import org.apache.orc.Writer;

/** ORC files made in memory by the format's own library. */
public final class OrcFiles {
  static final TypeDescription EVENT =
      TypeDescription.fromString(
          "struct<id:bigint,user:string,level:string,tags:map<string,string>,sizes:array<int>>");

  private OrcFiles() {}

  public static String eventJson(int id) {
    String user = id % 3 == 0 ? "null" : "\"user-" + id + "@mail.test\"";
    return "{\"id\":"
        + id
        + ",\"user\":"
        + user
        + ",\"level\":\""
        + (id % 2 == 0 ? "info" : "warn")
        + "\",\"tags\":{\"host\":\"node-"
        + id
        + "\"},\"sizes\":["
        + id
        + ",7]}";
  }

  /** Events in stripes of some thousand rows, fewer where they do not compress. */
  public static byte[] events(CompressionKind compression, int count) {
    return events(compression, count, 4_000_000);
  }

  public static byte[] events(CompressionKind compression, int count, long stripeBytes) {
    OrcFile.WriterOptions options =
        OrcFile.writerOptions(new Configuration(false))
            .setSchema(EVENT)
            .compress(compression)
            .stripeSize(stripeBytes)
            .bufferSize(4_096)
            .rowIndexStride(1_000);
    return write(
        options,
        EVENT,
        count,
        (batch, row, id) -> {
          ((LongColumnVector) batch.cols[0]).vector[row] = id;
          if (id % 3 == 0) {
            batch.cols[1].noNulls = false;
            batch.cols[1].isNull[row] = true;
          } else {
            text(batch.cols[1], row, "user-" + id + "@mail.test");
          }
          text(batch.cols[2], row, id % 2 == 0 ? "info" : "warn");
          MapColumnVector tags = (MapColumnVector) batch.cols[3];
          tags.offsets[row] = row;
          tags.lengths[row] = 1;
          text(tags.keys, row, "host");
          text(tags.values, row, "node-" + id);
          ListColumnVector sizes = (ListColumnVector) batch.cols[4];
          sizes.offsets[row] = 2L * row;
          sizes.lengths[row] = 2;
          sizes.child.ensureSize(2 * row + 2, true);
          ((LongColumnVector) sizes.child).vector[2 * row] = id;
          ((LongColumnVector) sizes.child).vector[2 * row + 1] = 7;
        });
  }

  public static void text(
      org.apache.hadoop.hive.ql.exec.vector.ColumnVector column, int row, String text) {
    ((BytesColumnVector) column).setVal(row, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Puts one row into a batch. */
  public interface Row {
    void put(VectorizedRowBatch batch, int row, int id);
  }

  public static byte[] write(
      OrcFile.WriterOptions options, TypeDescription schema, int count, Row rows) {
    Memory memory = new Memory();
    try (Writer writer =
        OrcFile.createWriter(
            new Path("memory:///file"), options.fileSystem(memory).overwrite(true))) {
      writer.addUserMetadata("owner", StandardCharsets.UTF_8.encode("team@mail.test"));
      VectorizedRowBatch batch = schema.createRowBatch(1_000);
      for (int id = 0; id < count; id++) {
        rows.put(batch, batch.size++, id);
        if (batch.size == 1_000 || id == count - 1) {
          writer.addRowBatch(batch);
          batch.reset();
        }
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return memory.bytes.toByteArray();
  }

  private static final class Memory extends RawLocalFileSystem {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Memory() {
      setConf(new Configuration(false));
    }

    @Override
    public URI getUri() {
      return URI.create("memory:///");
    }

    @Override
    public FSDataOutputStream create(
        Path path,
        FsPermission permission,
        boolean overwrite,
        int bufferSize,
        short replication,
        long blockSize,
        Progressable progress)
        throws IOException {
      return new FSDataOutputStream(bytes, null);
    }

    @Override
    public FSDataOutputStream create(
        Path path, boolean overwrite, int bufferSize, short replication, long blockSize)
        throws IOException {
      return new FSDataOutputStream(bytes, null);
    }

    @Override
    public FSDataOutputStream create(
        Path path,
        boolean overwrite,
        int bufferSize,
        short replication,
        long blockSize,
        Progressable progress)
        throws IOException {
      return new FSDataOutputStream(bytes, null);
    }
  }
}
