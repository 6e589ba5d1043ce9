package dev.telltale.decoding.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.limit.ChangedLimits;
import dev.telltale.limit.Limits;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.generic.GenericData;
import org.apache.orc.CompressionKind;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;

class FileLimitsTest {
  private static Limits limits(int frame, int file, int block, int ratio, long floor) {
    return ChangedLimits.with("frameBytes", frame)
        .and("fileBytes", file)
        .and("fileBlockBytes", block)
        .and("ratio", ratio)
        .and("ratioFloorBytes", floor)
        .limits();
  }

  private static final int LARGE = 64 << 20;
  private static final Limits SMALL_BLOCKS = limits(LARGE, LARGE, 100_000, 1_100, LARGE);

  @Test
  void fileBeyondTheLimitIsScannedRaw() {
    for (byte[] bytes :
        List.of(
            AvroFiles.events(CodecFactory.nullCodec(), 2_000, 100),
            ParquetFiles.events(2_000, builder -> builder.withDictionaryEncoding(false)),
            OrcFiles.events(CompressionKind.NONE, 2_000))) {
      DecodedFile file =
          DecodedFile.whole(bytes, limits(LARGE, bytes.length - 1, LARGE, 1_100, LARGE));
      assertEquals(List.of("file-limit"), file.faultIds());
      assertEquals(bytes.length, file.raw);
      assertTrue(file.rawText().contains("user-1000@mail.test"));
      assertEquals(
          List.of(),
          DecodedFile.whole(bytes, limits(LARGE, bytes.length, LARGE, 1_100, LARGE)).faults);
    }
  }

  @Test
  void avroBlockThatBecomesTooLongIsNotDecompressed() {
    Schema text = Schema.createArray(Schema.create(Schema.Type.STRING));
    for (String codec : List.of("deflate", "snappy", "zstandard", "bzip2", "xz")) {
      byte[] bytes =
          AvroFiles.row(text, List.of("x".repeat(110_000)), CodecFactory.fromString(codec));
      DecodedFile file = DecodedFile.whole(bytes, SMALL_BLOCKS);
      assertEquals(List.of("file-block-limit"), file.faultIds(), codec);
    }
  }

  @Test
  void parquetPagesThatBecomeTooLongAreNotDecompressed() {
    MessageType schema =
        MessageTypeParser.parseMessageType("message m { required binary text (STRING); }");
    for (CompressionCodecName codec :
        List.of(
            CompressionCodecName.SNAPPY, CompressionCodecName.GZIP, CompressionCodecName.ZSTD)) {
      byte[] bytes =
          ParquetFiles.write(
              schema,
              builder -> builder.withCompressionCodec(codec).withDictionaryEncoding(false),
              rows -> {
                for (int i = 0; i < 3; i++) {
                  SimpleGroup row = new SimpleGroup(schema);
                  row.append("text", Binary.fromConstantByteArray(new byte[80_000]));
                  rows.accept(row);
                }
              });
      DecodedFile file = DecodedFile.whole(bytes, SMALL_BLOCKS);
      assertEquals(List.of("file-block-limit"), file.faultIds(), codec.name());
    }
  }

  @Test
  void orcTextsThatAreTooLongForABatchAreNotRead() {
    org.apache.orc.TypeDescription schema =
        org.apache.orc.TypeDescription.fromString("struct<text:string>");
    byte[] bytes =
        OrcFiles.write(
            org.apache.orc.OrcFile.writerOptions(new org.apache.hadoop.conf.Configuration(false))
                .setSchema(schema)
                .compress(CompressionKind.ZLIB),
            schema,
            4,
            (batch, row, id) -> OrcFiles.text(batch.cols[0], row, "x".repeat(20_000) + id));
    DecodedFile file = DecodedFile.whole(bytes, SMALL_BLOCKS);
    assertEquals(List.of("file-block-limit"), file.faultIds());
  }

  @Test
  void rowsThatAreTooManyForTheirBytesMeetTheRatio() {
    Schema schema = Schema.createArray(Schema.create(Schema.Type.NULL));
    List<Object> nulls = java.util.Collections.nCopies(3_000, null);
    byte[] one = AvroFiles.row(schema, nulls);
    Limits tight = limits(LARGE, LARGE, LARGE, 10, 10_000);
    assertEquals(List.of("file-ratio-limit"), DecodedFile.whole(one, tight).faultIds());
    byte[] parquet = ParquetFiles.events(5_000, builder -> builder);
    DecodedFile file = DecodedFile.whole(parquet, limits(LARGE, LARGE, LARGE, 1, 20_000));
    assertEquals(List.of("file-ratio-limit"), file.faultIds());
    assertTrue(file.rows("parquet").size() < 5_000 && !file.allRows("parquet").isEmpty());
  }

  @Test
  void rowThatIsLargerThanAFrameIsNotBuilt() {
    Schema schema = Schema.createArray(Schema.create(Schema.Type.STRING));
    byte[] bytes =
        AvroFiles.row(schema, java.util.Collections.nCopies(1_000, "some text of some length"));
    DecodedFile file = DecodedFile.whole(bytes, limits(20_000, LARGE, LARGE, 1_100, LARGE));
    assertEquals(List.of("frame-limit"), file.faultIds());
  }

  @Test
  void avroTypeThatContainsItselfMeetsTheDepth() {
    Schema schema =
        new Schema.Parser()
            .parse(
                "{\"type\":\"record\",\"name\":\"N\",\"fields\":"
                    + "[{\"name\":\"n\",\"type\":[\"null\",\"N\"]}]}");
    GenericData.Record row = new GenericData.Record(schema);
    for (int i = 0; i < 500; i++) {
      GenericData.Record outer = new GenericData.Record(schema);
      outer.put("n", row);
      row = outer;
    }
    assertEquals(
        List.of("json-depth-limit"), DecodedFile.whole(AvroFiles.row(schema, row)).faultIds());
  }
}
