package dev.telltale.decoding.message;

import dev.telltale.decoding.message.schema.SchemaReader;
import dev.telltale.decoding.message.wire.MessageReading;
import dev.telltale.decoding.message.wire.Violation;
import dev.telltale.fault.FaultKind;
import dev.telltale.framing.MessageFraming;
import dev.telltale.framing.MessageProbe;
import dev.telltale.record.DecodedRecord;
import dev.telltale.record.Emission;
import dev.telltale.record.RecordColumns;
import dev.telltale.value.ObjectValue;
import java.util.List;

/** The format of a leaf's messages and how they follow one another. Used by one thread. */
public final class MessageChoice {
  private final MessageFormat format;
  private final MessageFraming framing;
  private final MessageProbe probe;
  private final SchemaReader reader;
  private final List<Weighed> weighed;

  /**
   * A way in which the leaf could be read.
   *
   * @param evidence in counts and names of the format
   */
  public record Weighed(String format, String evidence) {}

  MessageChoice(
      MessageFormat format,
      MessageFraming framing,
      MessageProbe probe,
      SchemaReader reader,
      List<Weighed> weighed) {
    this.format = format;
    this.framing = framing;
    this.probe = probe;
    this.reader = reader;
    this.weighed = List.copyOf(weighed);
  }

  public MessageFraming framing() {
    return framing;
  }

  public MessageProbe probe() {
    return probe;
  }

  /** This choice, and the ones after it. */
  public List<Weighed> weighed() {
    return weighed;
  }

  /**
   * Decodes one message: its records, and a fault for each part that could only be read raw.
   *
   * @return false if next to nothing fits, so that the bytes are to be scanned raw
   */
  public boolean decode(byte[] bytes, int from, int length, Emission emission) {
    if (length == 0) {
      ObjectValue nothing = new ObjectValue(List.of());
      emission.record(DecodedRecord.of(format.id(), nothing, body -> RecordColumns.none()));
      return true;
    }
    int header = Math.max(0, format.header(bytes, from, from + length));
    int content = from + header;
    int to = from + length;
    MessageReading reading = reader.read(format.type(bytes, content, to), bytes, from, content, to);
    boolean open = format.type().isOpen();
    boolean credible = reading.violationCount() == 0 || (!open && assessed(reading).isCredible());
    report(reading, emission);
    if (credible) {
      format.emit(reading.value(), emission);
    }
    return credible;
  }

  private Assessment assessed(MessageReading reading) {
    return new Assessment(
        format,
        framing,
        1,
        0,
        reading.violationCount(),
        reading.unknown(),
        reading.known(),
        reading.texts(),
        0);
  }

  private static void report(MessageReading reading, Emission emission) {
    for (Violation violation : reading.violations()) {
      emission.undecodable(kind(violation), violation.position());
    }
    if (reading.firstUnknown() >= 0) {
      emission.undecodable(FaultKind.UNKNOWN_FIELDS, reading.firstUnknown());
    }
  }

  private static FaultKind kind(Violation violation) {
    return switch (violation.kind()) {
      case UTF_8 -> FaultKind.INVALID_UTF8;
      case DEPTH -> FaultKind.MESSAGE_DEPTH_LIMIT;
      case FIELDS -> FaultKind.MESSAGE_FIELD_LIMIT;
      default -> FaultKind.PROTOBUF;
    };
  }
}
