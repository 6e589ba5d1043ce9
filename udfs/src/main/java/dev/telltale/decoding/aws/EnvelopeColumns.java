package dev.telltale.decoding.aws;

import dev.telltale.record.RecordColumns;
import dev.telltale.record.RedactedBody;
import dev.telltale.value.Value;

/**
 * What the envelope of log events says of each of them, read once for all that share it. For one
 * thread.
 */
final class EnvelopeColumns {
  private Value last;
  private RecordColumns columns = RecordColumns.none();

  /**
   * @param redacted the envelope, or null
   */
  RecordColumns of(Value redacted) {
    if (redacted == null) {
      return RecordColumns.none();
    }
    if (redacted != last) {
      RedactedBody envelope = RedactedBody.of(redacted);
      last = redacted;
      columns =
          new RecordColumns(
              null,
              RedactedBody.joined(envelope.text("logGroup"), envelope.text("logStream")),
              null,
              null,
              envelope.attributes("owner", "logGroup", "logStream"));
    }
    return columns;
  }

  @Override
  public String toString() {
    return "columns of an envelope";
  }
}
