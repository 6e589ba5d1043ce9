package dev.telltale.decoding.file.avro;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.decoding.file.AvroFiles;
import dev.telltale.decoding.file.DecodedFile;
import dev.telltale.record.DecodedRecord;
import dev.telltale.value.ObjectValue;
import dev.telltale.value.Span;
import dev.telltale.value.TextValue;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.avro.Conversions;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.generic.GenericData;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("smoke")
class AvroFormatTest {
  private static List<String> expected(int from, int to) {
    return IntStream.range(from, to).mapToObj(AvroFiles::eventJson).toList();
  }

  @Test
  void everyCodecGivesEveryRow() {
    for (String codec : List.of("null", "deflate", "snappy", "zstandard", "bzip2", "xz")) {
      byte[] bytes = AvroFiles.events(CodecFactory.fromString(codec), 2_500, 700);
      DecodedFile file = DecodedFile.whole(bytes);
      assertEquals(expected(0, 2_500), file.rows("avro"), codec);
      assertEquals(List.of(), file.faults, codec);
      assertEquals(bytes.length, file.decoded, codec);
      assertEquals("avro", file.records.get(0).provenance().encodings().get(0));
    }
  }

  @Test
  void headerIsTheLastRecord() {
    DecodedFile file = DecodedFile.whole(AvroFiles.events(CodecFactory.nullCodec(), 3, 10));
    assertTrue(file.description().contains("team-3@mail.test"));
    assertTrue(file.description().contains("avro.schema"));
  }

  @Test
  void valuesOfUncompressedBlocksStandForTheirBytes() {
    byte[] bytes = AvroFiles.events(CodecFactory.nullCodec(), 20, 10);
    DecodedFile file = DecodedFile.whole(bytes);
    DecodedRecord row = file.records.get(14);
    TextValue user = (TextValue) ((ObjectValue) row.body()).first("user");
    Span span = user.span();
    int at = (int) row.provenance().layers().get(0).offset() + span.offset();
    assertEquals("user-14@mail.test", text(bytes, at, span.length()));
    TextValue owner = (TextValue) ((ObjectValue) file.records.get(20).body()).first("owner");
    assertEquals("team-20@mail.test", text(bytes, owner.span().offset(), owner.span().length()));
  }

  private static String text(byte[] bytes, int at, int length) {
    return new String(bytes, at, length, StandardCharsets.UTF_8);
  }

  @Test
  void everyTypeOfTheSpecificationIsRead() {
    Schema schema =
        new Schema.Parser()
            .parse(
                """
                {"type":"record","name":"All","fields":[
                  {"name":"b","type":"boolean"},{"name":"f","type":"float"},
                  {"name":"d","type":"double"},{"name":"y","type":"bytes"},
                  {"name":"x","type":{"type":"fixed","name":"Two","size":2}},
                  {"name":"e","type":{"type":"enum","name":"Colour","symbols":["RED","BLUE"]}},
                  {"name":"date","type":{"type":"int","logicalType":"date"}},
                  {"name":"tod","type":{"type":"int","logicalType":"time-millis"}},
                  {"name":"ts","type":{"type":"long","logicalType":"timestamp-micros"}},
                  {"name":"lts","type":{"type":"long","logicalType":"local-timestamp-millis"}},
                  {"name":"dec","type":{"type":"bytes","logicalType":"decimal","precision":9,"scale":2}},
                  {"name":"u","type":["null","Two",{"type":"array","items":"Colour"}]}]}
                """);
    GenericData.Record row = new GenericData.Record(schema);
    row.put("b", true);
    row.put("f", Float.NaN);
    row.put("d", 2.5);
    row.put("y", ByteBuffer.wrap("some text".getBytes(StandardCharsets.UTF_8)));
    row.put("x", new GenericData.Fixed(schema.getField("x").schema(), new byte[] {0, 1}));
    row.put("e", new GenericData.EnumSymbol(schema.getField("e").schema(), "BLUE"));
    row.put("date", 20_000);
    row.put("tod", 3_600_000);
    row.put("ts", 1_700_000_000_000_001L);
    row.put("lts", 1_700_000_000_000L);
    Schema decimal = schema.getField("dec").schema();
    row.put(
        "dec",
        new Conversions.DecimalConversion()
            .toBytes(new BigDecimal("-12.34"), decimal, LogicalTypes.decimal(9, 2)));
    row.put("u", List.of(new GenericData.EnumSymbol(schema.getField("e").schema(), "RED")));
    DecodedFile file = DecodedFile.whole(AvroFiles.row(schema, row));
    assertEquals(
        List.of(
            "{\"b\":true,\"f\":\"NaN\",\"d\":2.5,\"y\":\"some text\",\"x\":\"AAE=\",\"e\":\"BLUE\","
                + "\"date\":\"2024-10-04\",\"tod\":\"01:00\",\"ts\":\"2023-11-14T22:13:20.000001Z\","
                + "\"lts\":\"2023-11-14T22:13:20\",\"dec\":-12.34,\"u\":[\"RED\"]}"),
        file.rows("avro"));
  }

  @Test
  void damagedBlockIsNamedAndScannedAndTheNextOneIsRead() {
    byte[] bytes = AvroFiles.events(CodecFactory.deflateCodec(6), 40, 10);
    int[] markers = markers(bytes);
    int block = markers[1] + 16;
    for (int i = block + 8; i < block + 30; i++) {
      bytes[i] ^= 0x77;
    }
    DecodedFile file = DecodedFile.whole(bytes);
    assertEquals(List.of("avro"), file.faultIds());
    assertEquals(block, file.faults.get(0).position());
    List<String> rows = file.rows("avro");
    assertTrue(rows.containsAll(expected(0, 10)) && rows.containsAll(expected(20, 40)));
    assertEquals(markers[2] + 16 - block, file.raw);
  }

  @Test
  void rowsBeforeTheDamageInABlockAreKept() {
    byte[] bytes = AvroFiles.events(CodecFactory.nullCodec(), 100, 100);
    int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("user-50@") - 1;
    bytes[at] = (byte) 0xff;
    DecodedFile file = DecodedFile.whole(bytes);
    assertEquals(List.of("avro"), file.faultIds());
    assertEquals(expected(0, 50), file.rows("avro").subList(0, 50));
    assertTrue(file.rawText().contains("user-70@mail.test"));
  }

  @Test
  void truncatedFileKeepsItsWholeBlocks() {
    byte[] bytes = AvroFiles.events(CodecFactory.nullCodec(), 40, 10);
    DecodedFile file = DecodedFile.whole(Arrays.copyOf(bytes, bytes.length - 20));
    assertEquals(expected(0, 30), file.rows("avro"));
    assertEquals(List.of("avro"), file.faultIds());
    assertTrue(file.rawText().contains("user-31@mail.test"));
  }

  @Test
  void headerThatIsCutOrSenselessIsNamed() {
    byte[] bytes = AvroFiles.events(CodecFactory.nullCodec(), 4, 10);
    for (int length = 4; length < 300; length++) {
      DecodedFile file = DecodedFile.whole(Arrays.copyOf(bytes, length));
      assertEquals(List.of("avro"), file.faultIds());
    }
    byte[] broken = bytes.clone();
    int schema = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("\"record\"");
    broken[schema + 2] = 'X';
    assertEquals(List.of("avro"), DecodedFile.whole(broken).faultIds());
  }

  /** A container without rows whose schema is this. */
  private static DecodedFile withSchema(String schema) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes("Obj\u0001\u0002\u0016avro.schema".getBytes(StandardCharsets.ISO_8859_1));
    byte[] json = schema.getBytes(StandardCharsets.UTF_8);
    for (int rest = json.length << 1; rest != 0; rest >>>= 7) {
      file.write(rest > 0x7f ? rest & 0x7f | 0x80 : rest);
    }
    file.writeBytes(json);
    file.writeBytes(new byte[17]);
    return DecodedFile.whole(file.toByteArray());
  }

  @Test
  void schemasOfLaxWritersAreRead() {
    for (String schema :
        List.of(
            "string",
            "\"string\"",
            "{\"type\":{\"type\":\"int\"}}",
            "{\"type\":[\"null\",\"int\"]}",
            "{\"type\":\"record\",\"name\":\"a b-c\",\"doc\":5,\"aliases\":{},\"fields\":["
                + "{\"name\":\"1 st\",\"type\":\"int\",\"default\":\"none\",\"order\":\"?\"}]}",
            "{\"type\":\"enum\",\"name\":\"E\",\"symbols\":[\"a b\",\"\"],\"default\":\"c\"}",
            "{\"type\":\"long\",\"logicalType\":\"of our own\"}",
            "{\"type\":\"record\",\"name\":\"Node\",\"namespace\":\"list\",\"fields\":["
                + "{\"name\":\"next\",\"type\":[\"null\",\"Node\"]}]}")) {
      assertEquals(List.of(), withSchema(schema).faultIds(), schema);
    }
  }

  @Test
  void schemaThatIsNoneIsNamedWithItsPlace() {
    for (String schema :
        List.of(
            "nothing",
            "5",
            "{}",
            "{\"type\":5}",
            "{\"type\":\"array\"}",
            "{\"type\":\"fixed\",\"name\":\"F\",\"size\":-1}",
            "{\"type\":\"fixed\",\"name\":\"F\",\"size\":99999999999}",
            "{\"type\":\"enum\",\"name\":\"E\",\"symbols\":[5]}",
            "{\"type\":\"record\",\"fields\":[]}",
            "{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"x\"}]}",
            "{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"x\",\"type\":\"S\"}]}",
            "{\"type\":\"array\",\"items\":".repeat(255) + "\"in\"" + "}".repeat(255))) {
      DecodedFile file = withSchema(schema);
      assertEquals(List.of("avro"), file.faultIds(), schema);
      assertEquals(schema.length() < 64 ? 18 : 19, file.faults.get(0).position(), schema);
    }
  }

  private static int[] markers(byte[] bytes) {
    return IntStream.range(0, bytes.length - 15)
        .filter(i -> IntStream.range(i, i + 16).allMatch(k -> bytes[k] == 0x5a))
        .toArray();
  }
}
