package dev.telltale.scan;

import dev.telltale.record.RecordColumns;
import dev.telltale.record.Sample;
import java.util.List;

/**
 * One row of the {@code records} table; all text in it is redacted.
 *
 * @param index 0-based ordinal of the record in its object, in stream order
 * @param body the record as JSON, or as text for formats without structure
 */
public record RecordRow(
    long index,
    String telemetryType,
    String format,
    RecordColumns columns,
    String body,
    List<Sample> samples,
    int findingCount,
    RecordPlace place)
    implements ScanRow {
  public RecordRow {
    samples = List.copyOf(samples);
  }
}
