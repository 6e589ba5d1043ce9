package dev.telltale.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.limit.Limits;
import dev.telltale.sql.FindingSchema;
import dev.telltale.sql.ObjectSchema;
import dev.telltale.sql.RecordSchema;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

/**
 * Every column that a scan writes is one of few kinds, none of which can hold what detection found.
 * A new column is entered here, with the kind that it is.
 */
class WrittenColumnsTest {
  private static final String EMAIL = "anna.schmidt@blaugruen-handel.de";
  private static final String CARD = "4539173502846154";

  /** Text that was read from the redacted body, or the body itself. */
  private static final Set<String> REDACTED_TEXT =
      Set.of(
          "record.emitter",
          "record.name",
          "record.severity",
          "record.attributes",
          "record.body",
          "finding.emitter");

  /** Numbers and times: of the redacted body, or scanned as samples are. */
  private static final Set<String> SCANNED_NUMBERS =
      Set.of(
          "record.event_time", "record.samples.time", "record.samples.value", "finding.event_time");

  /** Positions, lengths and counts that are made here. */
  private static final Set<String> COUNTED =
      Set.of(
          "record.record_index",
          "record.finding_count",
          "record.layers.offset",
          "record.layers.length",
          "record.byte_offset",
          "record.byte_length",
          "finding.record_index",
          "finding.value.confidence",
          "finding.value.match_start",
          "finding.value.match_length",
          "finding.value_offset",
          "finding.value_length",
          "object.fault_position",
          "object.faults.layer",
          "object.faults.position",
          "object.fault_count",
          "object.bytes_decoded",
          "object.bytes_raw_scanned",
          "object.bytes_unread",
          "object.record_count",
          "object.finding_count",
          "object.suppressed_count");

  /** Words of this program: rules, formats, kinds of faults. */
  private static final Set<String> WORDS =
      Set.of(
          "record.telemetry_type",
          "record.format",
          "record.layers.name",
          "finding.value.rule",
          "finding.value.category",
          "finding.value.severity",
          "finding.value.encodings",
          "finding.value.suppressed_by",
          "finding.known_case",
          "finding.telemetry_type",
          "finding.format",
          "object.telemetry_type",
          "object.format",
          "object.containers",
          "object.status",
          "object.fault",
          "object.faults.kind");

  /** Made of what was found, and not to be turned back without the key. */
  private static final Set<String> DIGESTS =
      Set.of(
          "finding.finding_id",
          "finding.value.fingerprint",
          "finding.value.masked",
          "object.content_sha256");

  /** Names with what is sensitive in them masked. */
  private static final Set<String> MASKED_NAMES =
      Set.of("finding.value.field_path", "finding.value.field_pattern");

  @Test
  void everyColumnIsOfAKnownKind() {
    Set<String> known = new TreeSet<>();
    Stream.of(REDACTED_TEXT, SCANNED_NUMBERS, COUNTED, WORDS, DIGESTS, MASKED_NAMES)
        .forEach(kind -> kind.forEach(column -> assertTrue(known.add(column), column)));
    Set<String> written = new TreeSet<>();
    Map.of("record", RecordSchema.TYPE, "finding", FindingSchema.PLACE, "object", ObjectSchema.TYPE)
        .forEach((table, type) -> columns(table, type, written));
    assertEquals(written, known);
  }

  private static void columns(String path, DataType type, Set<String> into) {
    if (type instanceof StructType struct) {
      for (StructField field : struct.fields()) {
        columns(path + "." + field.name(), field.dataType(), into);
      }
    } else if (type instanceof ArrayType array && array.elementType() instanceof StructType) {
      columns(path, array.elementType(), into);
    } else {
      into.add(path);
    }
  }

  /** One object of each kind of record, with a value wherever its sender can write one. */
  @Test
  void noColumnShowsWhatWasFound() {
    for (String object :
        List.of(
            "{\"resourceLogs\":[{\"resource\":{\"attributes\":[{\"key\":\"service.name\",\"value\":{\"stringValue\":\"E\"}}]},"
                + "\"scopeLogs\":[{\"logRecords\":[{\"timeUnixNano\":\"1772000000000000000\",\"severityText\":\"E\","
                + "\"eventName\":\"E\",\"body\":{\"stringValue\":\"E\"},\"attributes\":[{\"key\":\"E\",\"value\":{\"stringValue\":\"E\"}}]}]}]}]}",
            "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"E\",\"namespace\":\"E\",\"labels\":{\"E\":\"E\"}},"
                + "\"spec\":{\"containers\":[{\"image\":\"E\",\"args\":[\"E\"]}]}}",
            "{\"time\":\"2026-04-01T10:00:00Z\",\"level\":\"E\",\"component\":\"E\",\"message\":\"E\",\"E\":{\"card_number\":C}}",
            "{\"time\":C,\"card_number\":C,\"level\":\"info\",\"message\":\"E\"}",
            "{\"resourceMetrics\":[{\"scopeMetrics\":[{\"metrics\":[{\"name\":\"card_number\",\"gauge\":{\"dataPoints\":["
                + "{\"attributes\":[{\"key\":\"E\",\"value\":{\"stringValue\":\"E\"}}],\"timeUnixNano\":\"C\",\"asInt\":\"C\"}]}}]}]}]}")) {
      String text = object.replace("\"E\"", "\"" + EMAIL + "\"").replace("C", CARD);
      ScannedObject scanned =
          ScannedObject.of(
              "other/a.json", (text + "\n").getBytes(StandardCharsets.UTF_8), Limits.defaults());
      assertFalse(scanned.findings.isEmpty(), object);
      for (RecordRow record : scanned.records) {
        String shown =
            record.columns()
                + record.body()
                + record.telemetryType()
                + record.format()
                + record.place().layers();
        assertFalse(shown.contains(EMAIL) || shown.contains(CARD), object);
        assertTrue(
            record.samples().stream()
                .allMatch(
                    sample ->
                        (sample.isRedacted() || sample.value() != Double.parseDouble(CARD))
                            && (sample.time() == null
                                || sample.time().getEpochSecond() < 3_000_000_000L)),
            object);
        assertTrue(
            record.columns().eventTime() == null
                || record.columns().eventTime().getEpochSecond() < 3_000_000_000L,
            object);
      }
      for (FindingRow row : scanned.findings) {
        String shown = row.finding() + row.id() + row.emitter() + row.format();
        assertFalse(shown.contains(EMAIL) || shown.contains(CARD), object);
      }
    }
  }
}
