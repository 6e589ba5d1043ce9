package dev.telltale.decoding.file;

import dev.telltale.record.DecodedRecord;
import dev.telltale.record.Describer;
import dev.telltale.record.RecordColumns;
import dev.telltale.unpacking.layer.Layer;
import dev.telltale.value.Value;
import java.util.List;

/** Makes the records of one format: its rows, and what a file says about itself. */
public final class FileRecords {
  private final String format;
  private final Describer rows;

  public FileRecords(String format, Describer rows) {
    this.format = format;
    this.rows = rows;
  }

  DecodedRecord row(Value body, List<Layer> layers) {
    return DecodedRecord.of(format, body, rows).within("", List.of(format), layers);
  }

  public DecodedRecord metadata(Value body) {
    return DecodedRecord.of(format, body, redacted -> RecordColumns.none())
        .within("", List.of(format), List.of());
  }
}
