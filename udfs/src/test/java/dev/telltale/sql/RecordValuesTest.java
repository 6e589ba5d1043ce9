package dev.telltale.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.telltale.record.RecordColumns;
import dev.telltale.record.Sample;
import dev.telltale.scan.RecordPlace;
import dev.telltale.scan.RecordRow;
import dev.telltale.unpacking.layer.Layer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a scan writes is what the functions show. */
final class RecordValuesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-20T10:00:00.123456789Z",
        "1969-12-31T23:59:59.999999999Z",
        "1900-01-01T00:00:00Z",
        "1883-11-18T12:00:00Z",
        "1582-10-04T00:00:00Z",
        "0001-01-03T00:00:00Z",
        "-0001-01-01T00:00:00Z",
        "+10000-01-01T00:00:00Z"
      })
  void isTheRowThatSparkWouldMakeOfIt(String time) {
    RecordRow record = record(Instant.parse(time));
    Object made =
        CatalystTypeConverters.createToCatalystConverter(RecordSchema.TYPE)
            .apply(RecordSchema.of(record));
    assertEquals(read(made), read(RecordValues.of(record)));
  }

  private static Object read(Object row) {
    return CatalystTypeConverters.createToScalaConverter(RecordSchema.TYPE).apply(row);
  }

  private static RecordRow record(Instant time) {
    return new RecordRow(
        3,
        "metrics",
        "gitpod-metrics",
        new RecordColumns(time, "emitter", null, "error", Map.of("pod", "server-0", "job", "")),
        "{\"a\":\"\u00fc\"}",
        List.of(new Sample(time, 0.5), Sample.redacted(time), new Sample(null, -0.0)),
        2,
        new RecordPlace(List.of(new Layer("gzip", 0, 12), new Layer("base64", -1, -1)), 7, 11));
  }
}
