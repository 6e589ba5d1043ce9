package dev.telltale.hostile;

import dev.telltale.decoding.file.AvroFiles;
import dev.telltale.decoding.file.OrcFiles;
import dev.telltale.decoding.file.ParquetFiles;
import dev.telltale.unpacking.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.apache.avro.Schema;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.generic.GenericData;
import org.apache.hadoop.conf.Configuration;
import org.apache.orc.CompressionKind;
import org.apache.orc.OrcFile;
import org.apache.orc.TypeDescription;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/** Files with an index of their own that lie, nest, or repeat. */
final class HostileFiles {
  private static final int DEEP = 30_000;

  private HostileFiles() {}

  static List<HostileObject> all() {
    return List.of(
        parquet("lists", Bytes.of(0x19), Bytes.of(0x19)),
        parquet("lists-of-many", Bytes.of(0x19, 0xf9), Bytes.of(0x01, 0xf9)),
        parquet("maps", Bytes.of(0x1b), Bytes.of(0x01, 0xbb)),
        parquet("structs", Bytes.of(0x1c), Bytes.of(0x1c)),
        parquet("sets", Bytes.of(0x1a), Bytes.of(0x1a)),
        object(
            "parquet-count-of-a-list",
            () -> footer(Bytes.of(0x19, 0xfc, 0xff, 0xff, 0xff, 0xff, 7))),
        object("parquet-repeated-value", HostileFiles::parquetRepeated),
        object("parquet-many-columns", HostileFiles::parquetColumns),
        object("parquet-head-only", () -> Bytes.join(ascii("PAR1"), new byte[4 << 20])),
        object(
            "avro-deep-schema",
            () ->
                avro("{\"type\":\"array\",\"items\":".repeat(DEEP) + "\"int\"" + "}".repeat(DEEP))),
        object(
            "avro-deep-as-allowed",
            () -> avro("{\"type\":\"array\",\"items\":".repeat(250) + "\"int\"" + "}".repeat(250))),
        object("avro-deep-rows", HostileFiles::avroDeepRows),
        object(
            "avro-header-count",
            () ->
                Bytes.join(
                    ascii("Obj\u0001"),
                    Bytes.of(0xfe, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1))),
        object("avro-rows-of-nothing", HostileFiles::avroNulls),
        object("avro-long-names", HostileFiles::avroLongNames),
        object(
            "avro-deflate-bomb",
            () ->
                AvroFiles.row(
                    Schema.create(Schema.Type.STRING),
                    "a".repeat(100 << 20),
                    CodecFactory.deflateCodec(9))),
        object("orc-repeated-value", HostileFiles::orcRepeated),
        object("orc-deep-types", HostileFiles::orcDeep),
        object("orc-head-only", () -> Bytes.join(ascii("ORC"), new byte[4 << 20])));
  }

  private static HostileObject object(String name, Supplier<byte[]> bytes) {
    return new HostileObject("file-" + name, bytes);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** A description of nothing but fields of Thrift's compact protocol inside one another. */
  private static HostileObject parquet(String name, byte[] first, byte[] more) {
    return object(
        "parquet-deep-" + name,
        () -> {
          byte[] bytes = new byte[first.length + DEEP * more.length];
          System.arraycopy(first, 0, bytes, 0, first.length);
          for (int i = 0; i < DEEP; i++) {
            System.arraycopy(more, 0, bytes, first.length + i * more.length, more.length);
          }
          return footer(bytes);
        });
  }

  private static byte[] footer(byte[] description) {
    int length = description.length;
    return Bytes.join(
        ascii("PAR1"),
        description,
        Bytes.of(length, length >> 8, length >> 16, length >> 24),
        ascii("PAR1"));
  }

  private static byte[] parquetRepeated() {
    MessageType schema =
        MessageTypeParser.parseMessageType("message m { required binary text (STRING); }");
    Binary text = Binary.fromString("z".repeat(100_000));
    return ParquetFiles.write(
        schema,
        builder -> builder.withCompressionCodec(CompressionCodecName.GZIP),
        rows -> {
          for (int i = 0; i < 20_000; i++) {
            SimpleGroup row = new SimpleGroup(schema);
            row.append("text", text);
            rows.accept(row);
          }
        });
  }

  private static byte[] parquetColumns() {
    StringBuilder columns = new StringBuilder("message m {");
    for (int i = 0; i < 3_000; i++) {
      columns.append(" optional int32 ").append("c".repeat(100)).append(i).append(';');
    }
    MessageType schema = MessageTypeParser.parseMessageType(columns.append(" }").toString());
    return ParquetFiles.write(
        schema,
        builder -> builder,
        rows -> {
          for (int i = 0; i < 300; i++) {
            rows.accept(new SimpleGroup(schema));
          }
        });
  }

  private static byte[] avro(String schema) {
    byte[] text = schema.getBytes(StandardCharsets.UTF_8);
    return Bytes.join(
        ascii("Obj\u0001"),
        Bytes.of(2, 22),
        ascii("avro.schema"),
        zigzag(text.length),
        text,
        new byte[17],
        Bytes.of(2, 2, 0),
        new byte[16]);
  }

  private static byte[] zigzag(long number) {
    byte[] bytes = new byte[10];
    int size = 0;
    for (long rest = number << 1; size == 0 || rest != 0; rest >>>= 7) {
      bytes[size++] = (byte) (rest > 0x7f ? rest & 0x7f | 0x80 : rest);
    }
    return java.util.Arrays.copyOf(bytes, size);
  }

  private static byte[] avroDeepRows() {
    String schema =
        "{\"type\":\"record\",\"name\":\"N\",\"fields\":[{\"name\":\"n\",\"type\":[\"null\",\"N\"]}]}";
    byte[] row = new byte[200_000];
    java.util.Arrays.fill(row, (byte) 2);
    byte[] text = schema.getBytes(StandardCharsets.UTF_8);
    return Bytes.join(
        ascii("Obj\u0001"),
        Bytes.of(2, 22),
        ascii("avro.schema"),
        zigzag(text.length),
        text,
        new byte[17],
        Bytes.of(2),
        zigzag(row.length),
        row,
        new byte[16]);
  }

  private static byte[] avroNulls() {
    Schema schema = Schema.createArray(Schema.create(Schema.Type.NULL));
    return AvroFiles.row(
        schema, Collections.nCopies(20_000_000, null), CodecFactory.deflateCodec(9));
  }

  private static byte[] avroLongNames() {
    String name = "n".repeat(500_000);
    Schema schema =
        new Schema.Parser()
            .parse(
                "{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\""
                    + name
                    + "\",\"type\":\"int\"}]}}");
    GenericData.Record item = new GenericData.Record(schema.getElementType());
    item.put(0, 1);
    return AvroFiles.row(schema, Collections.nCopies(100_000, item));
  }

  private static byte[] orcRepeated() {
    TypeDescription schema = TypeDescription.fromString("struct<text:string>");
    String text = "z".repeat(20_000);
    return OrcFiles.write(
        OrcFile.writerOptions(new Configuration(false))
            .setSchema(schema)
            .compress(CompressionKind.ZLIB),
        schema,
        20_000,
        (batch, row, id) -> OrcFiles.text(batch.cols[0], row, text));
  }

  private static byte[] orcDeep() {
    TypeDescription schema =
        TypeDescription.fromString("array<".repeat(200) + "int" + ">".repeat(200));
    return OrcFiles.write(
        OrcFile.writerOptions(new Configuration(false))
            .setSchema(TypeDescription.createStruct().addField("deep", schema))
            .compress(CompressionKind.NONE),
        TypeDescription.createStruct().addField("deep", schema.clone()),
        1,
        (batch, row, id) -> {
          batch.cols[0].noNulls = false;
          batch.cols[0].isNull[row] = true;
        });
  }
}
