package dev.telltale.decoding.message;

import dev.telltale.decoding.message.schema.SchemaField;
import dev.telltale.decoding.message.schema.SchemaReader;
import dev.telltale.decoding.message.wire.MessageReading;
import dev.telltale.framing.MessageProbe;

/** Judges messages by the schema of one format. */
final class FormatProbe implements MessageProbe {
  private static final int MIN_KNOWN = 3;
  private static final int MIN_BYTES = 8;

  private final MessageFormat format;
  private final SchemaReader reader;

  FormatProbe(MessageFormat format, SchemaReader reader) {
    this.format = format;
    this.reader = reader;
  }

  /** Counts, up to the violation after the first {@code max}; null if the header is another one. */
  MessageReading checked(byte[] bytes, int from, int to, int max) {
    int header = format.header(bytes, from, to);
    return header < 0
        ? null
        : reader.check(format.type(bytes, from + header, to), bytes, from + header, to, max);
  }

  @Override
  public boolean intact(byte[] bytes, int from, int to) {
    MessageReading reading = to == from ? null : checked(bytes, from, to, 0);
    return to == from || (reading != null && reading.violationCount() == 0);
  }

  @Override
  public boolean convincing(byte[] bytes, int from, int to) {
    if (to - from < MIN_BYTES || !opens(bytes, from, to)) {
      return false;
    }
    MessageReading reading = checked(bytes, from, to, 0);
    return reading != null
        && reading.violationCount() == 0
        && reading.known() >= MIN_KNOWN
        && reading.texts() > 0
        && reading.unknown() * 2 <= reading.known();
  }

  /** Whether the first field is one of the schema: most other bytes are ruled out by that alone. */
  private boolean opens(byte[] bytes, int from, int to) {
    int header = format.header(bytes, from, to);
    int tag = header < 0 ? 0 : bytes[from + header];
    SchemaField field = tag <= 0 ? null : format.type().field(tag >> 3);
    return field != null && field.type().wireType() == (tag & 7);
  }
}
