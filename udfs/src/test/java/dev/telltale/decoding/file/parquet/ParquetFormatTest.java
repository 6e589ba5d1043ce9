package dev.telltale.decoding.file.parquet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.decoding.file.DecodedFile;
import dev.telltale.decoding.file.ParquetFiles;
import dev.telltale.record.DecodedRecord;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.example.data.simple.NanoTime;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("smoke")
class ParquetFormatTest {
  private static final UnaryOperator<ExampleParquetWriter.Builder> PLAIN = UnaryOperator.identity();

  /** Row groups of 100 rows, each with several pages. */
  private static ExampleParquetWriter.Builder smallGroups(ExampleParquetWriter.Builder builder) {
    return builder
        .withRowGroupRowCountLimit(100)
        .withPageRowCountLimit(30)
        .withMinRowCountForPageSizeCheck(10);
  }

  static List<String> expected(int from, int to) {
    return IntStream.range(from, to).mapToObj(ParquetFiles::eventJson).toList();
  }

  @Test
  void everyCodecEncodingAndPageVersionGivesEveryRow() {
    List<CompressionCodecName> codecs =
        List.of(
            CompressionCodecName.UNCOMPRESSED,
            CompressionCodecName.SNAPPY,
            CompressionCodecName.GZIP,
            CompressionCodecName.ZSTD,
            CompressionCodecName.LZ4_RAW,
            CompressionCodecName.LZ4);
    for (CompressionCodecName codec : codecs) {
      for (WriterVersion version : WriterVersion.values()) {
        for (boolean dictionary : new boolean[] {true, false}) {
          byte[] bytes =
              ParquetFiles.events(
                  1_050,
                  builder ->
                      smallGroups(builder)
                          .withCompressionCodec(codec)
                          .withWriterVersion(version)
                          .withDictionaryEncoding(dictionary));
          String hint = codec + " " + version + " " + dictionary;
          DecodedFile file = DecodedFile.whole(bytes);
          assertEquals(List.of(), file.faults, hint);
          assertEquals(expected(0, 1_050), file.rows("parquet"), hint);
          assertEquals(bytes.length, file.decoded, hint);
        }
      }
    }
  }

  @Test
  void manyRowsOfOneGroupComeInBatches() {
    DecodedFile file = DecodedFile.whole(ParquetFiles.events(5_000, PLAIN));
    assertEquals(expected(0, 5_000), file.rows("parquet"));
  }

  @Test
  void rowNamesItsRowGroup() {
    DecodedFile file = DecodedFile.whole(ParquetFiles.events(250, ParquetFormatTest::smallGroups));
    DecodedRecord first = file.records.get(0);
    DecodedRecord other = file.records.get(150);
    assertEquals("parquet-row-group", first.provenance().layers().get(0).name());
    assertEquals(4, first.provenance().layers().get(0).offset());
    assertEquals(
        first.provenance().layers().get(0).offset() + first.provenance().layers().get(0).length(),
        other.provenance().layers().get(0).offset());
  }

  @Test
  void descriptionHoldsSchemaMetadataWriterAndBounds() {
    String description = DecodedFile.whole(ParquetFiles.events(50, PLAIN)).description();
    assertTrue(description.contains("message event"));
    assertTrue(description.contains("\"owner\":\"team@mail.test\""));
    assertTrue(description.contains("\"createdBy\":\"parquet-mr"));
    assertTrue(description.contains("\"user\":{\"min\":\"user-10@mail.test\""), description);
  }

  @Test
  void everyLogicalTypeIsRead() {
    MessageType schema =
        MessageTypeParser.parseMessageType(
            """
            message all {
              required boolean b; required float f; required double d; required int96 old;
              required binary raw; required fixed_len_byte_array(16) uuid (UUID);
              required int32 day (DATE); required int64 ts (TIMESTAMP(MICROS,true));
              required int64 lts (TIMESTAMP(MILLIS,false)); required int32 tod (TIME(MILLIS,true));
              required int32 dec (DECIMAL(9,2)); required binary big (DECIMAL(20,3));
              required int32 u (INTEGER(32,false)); required binary json (JSON);
              repeated int32 many;
            }
            """);
    byte[] bytes =
        ParquetFiles.write(
            schema,
            PLAIN,
            rows -> {
              SimpleGroup row = new SimpleGroup(schema);
              row.append("b", true).append("f", 1.5f).append("d", Double.NEGATIVE_INFINITY);
              row.append("old", new NanoTime(2_440_588 + 20_000, 1_000_000_000L));
              row.append("raw", Binary.fromConstantByteArray(new byte[] {0, (byte) 0xff}));
              row.append("uuid", Binary.fromConstantByteArray(new byte[16]));
              row.append("day", 20_000).append("ts", 1_700_000_000_000_001L);
              row.append("lts", 1_700_000_000_000L).append("tod", 3_600_000);
              row.append("dec", -1234);
              row.append("big", Binary.fromConstantByteArray(new byte[] {1, 0}));
              row.append("u", -1).append("json", "{\"k\":1}").append("many", 1).append("many", 2);
              rows.accept(row);
            });
    assertEquals(
        List.of(
            "{\"b\":true,\"f\":1.5,\"d\":\"-Infinity\",\"old\":\"2024-10-04T00:00:01Z\","
                + "\"raw\":\"AP8=\",\"uuid\":\"00000000-0000-0000-0000-000000000000\","
                + "\"day\":\"2024-10-04\",\"ts\":\"2023-11-14T22:13:20.000001Z\","
                + "\"lts\":\"2023-11-14T22:13:20\",\"tod\":\"01:00\",\"dec\":-12.34,\"big\":0.256,"
                + "\"u\":4294967295,\"json\":\"{\\\"k\\\":1}\",\"many\":[1,2]}"),
        DecodedFile.whole(bytes).rows("parquet"));
  }

  @Test
  void columnsOfOpenTelemetryTablesAreRead() {
    MessageType schema =
        MessageTypeParser.parseMessageType(
            """
            message log {
              required int64 Timestamp (TIMESTAMP(NANOS,true)); required binary ServiceName (STRING);
              required binary SeverityText (STRING); required binary LogAttributes (STRING);
              required binary EventName (STRING);
            }
            """);
    byte[] bytes =
        ParquetFiles.write(
            schema,
            PLAIN,
            rows -> {
              SimpleGroup row = new SimpleGroup(schema);
              row.append("Timestamp", 1_700_000_000_000_000_000L).append("ServiceName", "cart");
              row.append("SeverityText", "WARN").append("LogAttributes", "{\"a\":\"b\"}");
              row.append("EventName", "checkout");
              rows.accept(row);
            });
    assertEquals(
        "RecordColumns[eventTime=2023-11-14T22:13:20Z, emitter=cart, name=checkout, severity=WARN,"
            + " attributes={LogAttributes={\"a\":\"b\"}}]",
        DecodedFile.whole(bytes).columns(0).toString());
  }

  @Test
  void damagedRowGroupIsNamedAndScannedAndTheOthersAreRead() {
    byte[] bytes =
        ParquetFiles.events(
            300,
            builder ->
                smallGroups(builder)
                    .withDictionaryEncoding(false)
                    .withPageWriteChecksumEnabled(true));
    int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("user-161@mail");
    bytes[at] ^= 1;
    DecodedFile file = DecodedFile.whole(bytes);
    assertEquals(List.of("parquet"), file.faultIds());
    List<String> rows = file.rows("parquet");
    assertTrue(rows.containsAll(expected(0, 150)) && rows.containsAll(expected(200, 300)));
    assertTrue(file.raw > 0 && file.decoded > file.raw);
    assertTrue(file.rawText().contains("user-170@mail.test"));
  }

  @Test
  void fileWithoutItsTailIsNamedAndScanned() {
    byte[] bytes = ParquetFiles.events(50, builder -> builder.withDictionaryEncoding(false));
    for (int length : new int[] {8, 20, 100, bytes.length - 1, bytes.length - 9}) {
      DecodedFile file = DecodedFile.whole(Arrays.copyOf(bytes, length));
      assertEquals(List.of("parquet"), file.faultIds(), "at " + length);
      assertEquals(length, file.raw);
    }
    DecodedFile cut = DecodedFile.whole(Arrays.copyOf(bytes, bytes.length - 9));
    assertTrue(cut.rawText().contains("user-41@mail.test"));
  }

  @Test
  void encryptedFileIsNamed() {
    byte[] bytes = ParquetFiles.events(50, PLAIN);
    byte[] encrypted = bytes.clone();
    encrypted[3] = 'E';
    encrypted[bytes.length - 1] = 'E';
    DecodedFile file = DecodedFile.whole(encrypted);
    assertEquals(List.of("parquet-encrypted"), file.faultIds());
    assertEquals(bytes.length, file.raw);
  }

  @Test
  void footerLongerThanTheFileIsNamed() {
    byte[] bytes = ParquetFiles.events(50, PLAIN);
    for (int length : new int[] {0, -1, Integer.MAX_VALUE, bytes.length}) {
      byte[] broken = bytes.clone();
      ByteBuffer.wrap(broken).order(ByteOrder.LITTLE_ENDIAN).putInt(bytes.length - 8, length);
      assertEquals(List.of("parquet"), DecodedFile.whole(broken).faultIds());
    }
  }
}
