package dev.telltale.scan;

import dev.telltale.record.RecordColumns;
import dev.telltale.record.Sample;
import java.util.List;
import java.util.Map;

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
  private static final int ROW_BYTES = 512;
  private static final int ENTRY_BYTES = 64;

  public RecordRow {
    samples = List.copyOf(samples);
  }

  @Override
  public long heldBytes() {
    long characters = body.length();
    for (Map.Entry<String, String> entry : columns.attributes().entrySet()) {
      characters += entry.getKey().length() + entry.getValue().length() + ENTRY_BYTES;
    }
    return ROW_BYTES + 2 * characters + (long) ENTRY_BYTES * samples.size();
  }
}
