package dev.telltale.decoding.file.orc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.decoding.file.DecodedFile;
import dev.telltale.decoding.file.OrcFiles;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hive.common.type.HiveDecimal;
import org.apache.hadoop.hive.ql.exec.vector.DecimalColumnVector;
import org.apache.hadoop.hive.ql.exec.vector.DoubleColumnVector;
import org.apache.hadoop.hive.ql.exec.vector.LongColumnVector;
import org.apache.hadoop.hive.ql.exec.vector.TimestampColumnVector;
import org.apache.hadoop.hive.ql.exec.vector.UnionColumnVector;
import org.apache.orc.CompressionKind;
import org.apache.orc.OrcFile;
import org.apache.orc.TypeDescription;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("smoke")
class OrcFormatTest {
  private static List<String> expected(int from, int to) {
    return IntStream.range(from, to).mapToObj(OrcFiles::eventJson).toList();
  }

  @Test
  void everyCompressionGivesEveryRow() {
    List<CompressionKind> kinds =
        List.of(
            CompressionKind.NONE,
            CompressionKind.ZLIB,
            CompressionKind.SNAPPY,
            CompressionKind.LZ4,
            CompressionKind.ZSTD);
    for (CompressionKind kind : kinds) {
      byte[] bytes = OrcFiles.events(kind, 2_500);
      DecodedFile file = DecodedFile.whole(bytes);
      assertEquals(List.of(), file.faults, kind.name());
      assertEquals(expected(0, 2_500), file.rows("orc"), kind.name());
      assertEquals(bytes.length, file.decoded, kind.name());
    }
  }

  @Test
  void descriptionHoldsSchemaMetadataAndBounds() {
    String description = DecodedFile.whole(OrcFiles.events(CompressionKind.ZLIB, 50)).description();
    assertTrue(description.contains("struct<id:bigint,user:string"));
    assertTrue(description.contains("\"owner\":\"team@mail.test\""));
    assertTrue(description.contains("\"user-10@mail.test\""));
  }

  @Test
  void everyTypeIsRead() {
    TypeDescription schema =
        TypeDescription.fromString(
            "struct<b:boolean,t:tinyint,f:float,d:double,day:date,ts:timestamp,"
                + "tz:timestamp with local time zone,dec:decimal(9,2),raw:binary,"
                + "u:uniontype<int,string>>");
    byte[] bytes =
        OrcFiles.write(
            OrcFile.writerOptions(new Configuration(false)).setSchema(schema).useUTCTimestamp(true),
            schema,
            1,
            (batch, row, id) -> {
              ((LongColumnVector) batch.cols[0]).vector[row] = 1;
              ((LongColumnVector) batch.cols[1]).vector[row] = -5;
              ((DoubleColumnVector) batch.cols[2]).vector[row] = 1.5;
              ((DoubleColumnVector) batch.cols[3]).vector[row] = Double.NaN;
              ((LongColumnVector) batch.cols[4]).vector[row] = 20_000;
              for (int i = 5; i < 7; i++) {
                ((TimestampColumnVector) batch.cols[i]).time[row] = 1_700_000_000_000L;
                ((TimestampColumnVector) batch.cols[i]).nanos[row] = 1_000;
              }
              ((DecimalColumnVector) batch.cols[7]).set(row, HiveDecimal.create("-12.34"));
              OrcFiles.text(batch.cols[8], row, "some text");
              UnionColumnVector union = (UnionColumnVector) batch.cols[9];
              union.tags[row] = 1;
              OrcFiles.text(union.fields[1], row, "branch");
            });
    assertEquals(
        List.of(
            "{\"b\":true,\"t\":-5,\"f\":1.5,\"d\":\"NaN\",\"day\":\"2024-10-04\","
                + "\"ts\":\"2023-11-14T22:13:20.000001\",\"tz\":\"2023-11-14T22:13:20.000001Z\","
                + "\"dec\":-12.34,\"raw\":\"some text\",\"u\":\"branch\"}"),
        DecodedFile.whole(bytes).rows("orc"));
  }

  @Test
  void fileWithoutItsTailIsNamedAndScanned() {
    byte[] bytes = OrcFiles.events(CompressionKind.NONE, 50);
    for (int length : new int[] {40, 200, bytes.length - 1, bytes.length - 30}) {
      DecodedFile file = DecodedFile.whole(Arrays.copyOf(bytes, length));
      assertEquals(List.of("orc"), file.faultIds(), "at " + length);
      assertEquals(length, file.raw);
    }
    DecodedFile cut = DecodedFile.whole(Arrays.copyOf(bytes, bytes.length - 30));
    assertTrue(cut.rawText().contains("user-41@mail.test"));
  }

  @Test
  void damagedStripeIsNamedAndScannedAndTheOthersAreRead() {
    byte[] bytes = OrcFiles.events(CompressionKind.ZLIB, 30_000, 200_000);
    DecodedFile sound = DecodedFile.whole(bytes);
    assertEquals(expected(0, 30_000), sound.rows("orc"));
    List<Long> stripes =
        sound.records.stream()
            .filter(record -> !record.provenance().layers().isEmpty())
            .map(record -> record.provenance().layers().get(0).offset())
            .distinct()
            .toList();
    assertTrue(stripes.size() > 2, "stripes: " + stripes.size());
    byte[] broken = bytes.clone();
    Arrays.fill(broken, stripes.get(1).intValue(), stripes.get(2).intValue(), (byte) 0xff);
    DecodedFile file = DecodedFile.whole(broken);
    assertEquals(List.of("orc"), file.faultIds());
    assertEquals(stripes.get(1), file.faults.get(0).position());
    assertEquals(stripes.get(2) - stripes.get(1), file.raw);
    assertTrue(file.rows("orc").contains(OrcFiles.eventJson(0)));
    assertTrue(file.rows("orc").contains(OrcFiles.eventJson(29_999)));
  }
}
