package dev.telltale.decoding.message;

import dev.telltale.decoding.message.schema.MessageType;
import dev.telltale.decoding.message.schema.WireWalk;
import dev.telltale.decoding.message.wire.WireReader;
import dev.telltale.record.DecodedRecord;
import dev.telltale.record.Emission;
import dev.telltale.record.RecordColumns;
import dev.telltale.value.ObjectValue;

/**
 * Messages without a declared schema: one record each, whose names are the numbers of fields. Bytes
 * are taken for such a message only on evidence that chance does not give: fields to the exact end,
 * low numbers, several fields or nested ones, and a good part of text.
 */
public final class UndeclaredFormat implements MessageFormat {
  private static final MessageType ANYTHING = MessageType.of().open().build();
  private static final int MAX_NUMBER = 1_000;
  private static final int MIN_TEXT = 6;
  private static final int TEXT_SHARE = 8;

  private final int maxDepth;
  private final int maxFields;

  public UndeclaredFormat(int maxDepth, int maxFields) {
    this.maxDepth = maxDepth;
    this.maxFields = maxFields;
  }

  @Override
  public String id() {
    return "protobuf-unknown";
  }

  @Override
  public MessageType type() {
    return ANYTHING;
  }

  /** Whether the bytes between two places are a message beyond doubt. */
  public boolean accepts(byte[] bytes, int from, int to) {
    if (!hasLowNumbers(bytes, from, to)) {
      return false;
    }
    WireWalk walk = new WireWalk(maxDepth).over(bytes, from, maxFields);
    walk.message(from, to);
    return (walk.fields() >= 2 || walk.nested() > 0)
        && walk.textBytes() >= MIN_TEXT
        && walk.textBytes() * TEXT_SHARE >= to - from;
  }

  private static boolean hasLowNumbers(byte[] bytes, int from, int to) {
    WireReader wire = new WireReader(bytes, from, to);
    while (wire.next()) {
      if (wire.number() > MAX_NUMBER) {
        return false;
      }
    }
    return wire.violation() == null && to > from;
  }

  @Override
  public void emit(ObjectValue message, Emission emission) {
    emission.record(DecodedRecord.of(id(), message, body -> RecordColumns.none()));
  }
}
