package dev.telltale.decoding.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.DelegatingPositionOutputStream;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.io.SeekableInputStream;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/** Parquet files made and read in memory by the format's own library. */
public final class ParquetFiles {
  static final MessageType EVENT =
      MessageTypeParser.parseMessageType(
          """
          message event {
            required int64 id;
            optional binary user (STRING);
            required binary level (STRING);
            optional group tags (MAP) {
              repeated group key_value { required binary key (STRING); optional binary value (STRING); }
            }
            optional group sizes (LIST) { repeated group list { optional int32 element; } }
          }
          """);

  private ParquetFiles() {}

  static Group event(int id) {
    SimpleGroup event = new SimpleGroup(EVENT);
    event.append("id", (long) id);
    if (id % 3 != 0) {
      event.append("user", "user-" + id + "@mail.test");
    }
    event.append("level", id % 2 == 0 ? "info" : "warn");
    Group pair = event.addGroup("tags").addGroup("key_value");
    pair.append("key", "host").append("value", "node-" + id);
    Group sizes = event.addGroup("sizes");
    sizes.addGroup("list").append("element", id);
    sizes.addGroup("list");
    return event;
  }

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
        + ",null]}";
  }

  public static byte[] events(int count, UnaryOperator<ExampleParquetWriter.Builder> settings) {
    return write(
        EVENT,
        settings,
        writer -> {
          for (int i = 0; i < count; i++) {
            writer.accept(event(i));
          }
        });
  }

  public static byte[] write(
      MessageType schema,
      UnaryOperator<ExampleParquetWriter.Builder> settings,
      Consumer<Consumer<Group>> rows) {
    Memory out = new Memory();
    ExampleParquetWriter.Builder builder =
        ExampleParquetWriter.builder(out)
            .withType(schema)
            .withExtraMetaData(Map.of("owner", "team@mail.test"));
    try (ParquetWriter<Group> writer = settings.apply(builder).build()) {
      rows.accept(
          row -> {
            try {
              writer.write(row);
            } catch (IOException impossible) {
              throw new UncheckedIOException(impossible);
            }
          });
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.bytes.toByteArray();
  }

  /** How many rows the library reads, each of them put together. */
  static long count(byte[] bytes) throws IOException {
    long count = 0;
    try (ParquetFileReader reader = ParquetFileReader.open(new Stored(bytes))) {
      MessageType schema = reader.getFooter().getFileMetaData().getSchema();
      for (PageReadStore group = reader.readNextRowGroup();
          group != null;
          group = reader.readNextRowGroup()) {
        RecordReader<Group> rows =
            new ColumnIOFactory()
                .getColumnIO(schema)
                .getRecordReader(group, new GroupRecordConverter(schema));
        for (long i = 0; i < group.getRowCount(); i++) {
          rows.read();
          count++;
        }
      }
    }
    return count;
  }

  /** Every text that the library reads in the columns of text at the top. */
  static List<String> texts(byte[] bytes) throws IOException {
    List<String> texts = new ArrayList<>();
    try (ParquetFileReader reader = ParquetFileReader.open(new Stored(bytes))) {
      MessageType schema = reader.getFooter().getFileMetaData().getSchema();
      for (PageReadStore group = reader.readNextRowGroup();
          group != null;
          group = reader.readNextRowGroup()) {
        RecordReader<Group> rows =
            new ColumnIOFactory()
                .getColumnIO(schema)
                .getRecordReader(group, new GroupRecordConverter(schema));
        for (long i = 0; i < group.getRowCount(); i++) {
          Group row = rows.read();
          for (int field = 0; field < schema.getFieldCount(); field++) {
            boolean text =
                schema.getType(field).isPrimitive()
                    && schema.getType(field).getLogicalTypeAnnotation() != null
                    && schema.getType(field).getLogicalTypeAnnotation().toString().equals("STRING");
            if (text && row.getFieldRepetitionCount(field) > 0) {
              texts.add(row.getString(field, 0));
            }
          }
        }
      }
    }
    return texts;
  }

  private static final class Memory implements OutputFile {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Override
    public PositionOutputStream create(long blockSizeHint) {
      return new DelegatingPositionOutputStream(bytes) {
        @Override
        public long getPos() {
          return bytes.size();
        }
      };
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSizeHint) {
      return create(blockSizeHint);
    }

    @Override
    public boolean supportsBlockSize() {
      return false;
    }

    @Override
    public long defaultBlockSize() {
      return 0;
    }
  }

  private record Stored(byte[] bytes) implements InputFile {
    @Override
    public long getLength() {
      return bytes.length;
    }

    @Override
    public SeekableInputStream newStream() {
      org.apache.parquet.bytes.ByteBufferInputStream in =
          org.apache.parquet.bytes.ByteBufferInputStream.wrap(ByteBuffer.wrap(bytes));
      return new DelegatingSeekableInputStream(in) {
        @Override
        public long getPos() {
          return in.position();
        }

        @Override
        public void seek(long position) throws IOException {
          in.reset();
          in.mark(bytes.length);
          in.skipFully(position);
        }

        {
          in.mark(bytes.length);
        }
      };
    }
  }
}
