package dev.telltale.decoding.line;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.telltale.decoding.DecodedFrame;
import dev.telltale.decoding.DecodedLines;
import dev.telltale.decoding.GeneratedLines;
import dev.telltale.record.DecodedRecord;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Seeded: the seed stands in every failure message. */
class LineConservationTest {
  private static final int ROWS = 12;

  @ParameterizedTest
  @EnumSource(GeneratedLines.Family.class)
  void everyColumnOfALineIsInExactlyOneRecord(GeneratedLines.Family family) {
    for (long seed = 0; seed < 40; seed++) {
      List<GeneratedLines.Row> rows = new GeneratedLines(seed).rows(family, ROWS);
      DecodedLines decoded = DecodedLines.of(GeneratedLines.document(family, rows));
      String hint = family + " seed " + seed;
      assertEquals(List.of(family.format), decoded.formats(), hint);
      assertEquals(family.headers() + ROWS, decoded.records.size(), hint);
      for (GeneratedLines.Row row : rows) {
        for (String column : row.columns()) {
          assertEquals(1, holding(decoded.records, column), hint);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(GeneratedLines.Family.class)
  void lineEndsAndAByteOrderMarkChangeNothing(GeneratedLines.Family family) {
    List<GeneratedLines.Row> rows = new GeneratedLines(3).rows(family, ROWS);
    String text = GeneratedLines.document(family, rows);
    DecodedLines plain = DecodedLines.of(text);
    DecodedLines other = DecodedLines.of("\ufeff" + text.replace("\n", "\r\n\r\n"));
    assertEquals(plain.bodies(), other.bodies());
    assertEquals(plain.formats(), other.formats());
  }

  @ParameterizedTest
  @EnumSource(GeneratedLines.Family.class)
  void bytesThatAreNotUtf8MoveNothing(GeneratedLines.Family family) {
    List<GeneratedLines.Row> rows = new GeneratedLines(3).rows(family, ROWS);
    byte[] bytes = GeneratedLines.document(family, rows).getBytes(StandardCharsets.UTF_8);
    byte[] latin =
        new String(bytes, StandardCharsets.UTF_8)
            .replace("\u00e4", "?")
            .getBytes(StandardCharsets.ISO_8859_1);
    DecodedLines decoded = DecodedLines.of(latin);
    if (family != GeneratedLines.Family.SYSLOG_COUNTED) {
      assertEquals(List.of(family.format), decoded.formats());
      assertEquals(family.headers() + ROWS, decoded.records.size());
    }
  }

  private static int holding(List<DecodedRecord> records, String column) {
    int holding = 0;
    for (DecodedRecord record : records) {
      Set<String> strings = new HashSet<>();
      DecodedFrame.collectStrings(record.body(), strings);
      holding += strings.stream().anyMatch(text -> text.contains(column)) ? 1 : 0;
    }
    return holding;
  }
}
