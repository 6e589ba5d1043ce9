package dev.telltale.decoding.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;

/** Avro files made in memory by the format's own library. */
public final class AvroFiles {
  static final Schema EVENT =
      new Schema.Parser()
          .parse(
              """
              {"type":"record","name":"Event","namespace":"t","fields":[
                {"name":"id","type":"long"},
                {"name":"user","type":["null","string"]},
                {"name":"tags","type":{"type":"map","values":"string"}},
                {"name":"sizes","type":{"type":"array","items":"int"}}]}
              """);

  private AvroFiles() {}

  static GenericRecord event(int id) {
    GenericRecord event = new GenericData.Record(EVENT);
    event.put("id", (long) id);
    event.put("user", id % 3 == 0 ? null : "user-" + id + "@mail.test");
    event.put("tags", java.util.Map.of("host", "node-" + id));
    event.put("sizes", List.of(id, -id));
    return event;
  }

  public static String eventJson(int id) {
    String user = id % 3 == 0 ? "null" : "\"user-" + id + "@mail.test\"";
    return "{\"id\":"
        + id
        + ",\"user\":"
        + user
        + ",\"tags\":{\"host\":\"node-"
        + id
        + "\"},\"sizes\":["
        + id
        + ","
        + -id
        + "]}";
  }

  /** Events in blocks of so many. */
  public static byte[] events(CodecFactory codec, int count, int perBlock) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DataFileWriter<GenericRecord> writer =
        new DataFileWriter<>(new GenericDatumWriter<GenericRecord>(EVENT))) {
      writer.setCodec(codec);
      writer.setMeta("owner", "team-" + count + "@mail.test");
      byte[] sync = new byte[16];
      java.util.Arrays.fill(sync, (byte) 0x5a);
      writer.create(EVENT, out, sync);
      for (int i = 0; i < count; i++) {
        writer.append(event(i));
        if ((i + 1) % perBlock == 0) {
          writer.sync();
        }
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  /** One row of any schema. */
  public static byte[] row(Schema schema, Object row) {
    return row(schema, row, CodecFactory.nullCodec());
  }

  public static byte[] row(Schema schema, Object row, CodecFactory codec) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DataFileWriter<Object> writer = new DataFileWriter<>(new GenericDatumWriter<>(schema))) {
      writer.setCodec(codec);
      writer.create(schema, out);
      writer.append(row);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }
}
