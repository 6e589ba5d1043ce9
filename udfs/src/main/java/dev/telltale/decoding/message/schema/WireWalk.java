package dev.telltale.decoding.message.schema;

import dev.telltale.decoding.message.wire.FieldBytes;
import dev.telltale.decoding.message.wire.Members;
import dev.telltale.decoding.message.wire.MessageReading;
import dev.telltale.decoding.message.wire.WireReader;
import dev.telltale.limit.Depth;
import dev.telltale.value.ObjectValue;
import dev.telltale.value.TextValue;
import dev.telltale.value.Value;

/**
 * Reads fields that no schema declares: their names are {@code #} and their numbers. Text that
 * could by chance be parsed as a message stays text, unless it starts with a control character, as
 * messages do.
 */
public final class WireWalk {
  private static final int MAX_NESTED_NUMBER = 1 << 15;
  private static final int MIN_TEXT_LENGTH = 3;

  private final FieldBytes contents = new FieldBytes();
  private final Depth start;
  private byte[] bytes;
  private int origin;
  private long fields;
  private long nested;
  private long textBytes;
  private long max;

  /**
   * @param maxDepth levels of messages
   */
  public WireWalk(int maxDepth) {
    start = Depth.of(maxDepth);
  }

  /**
   * Walks bytes whose places are counted from {@code newOrigin}. After so many fields the rest is
   * read as is.
   */
  public WireWalk over(byte[] newBytes, int newOrigin, long maxFields) {
    max = maxFields;
    bytes = newBytes;
    origin = newOrigin;
    fields = 0;
    nested = 0;
    textBytes = 0;
    return this;
  }

  /** The message between two places, which must be {@link #isMessage}. */
  public ObjectValue message(int from, int to) {
    return message(from, to, start);
  }

  ObjectValue message(int from, int to, Depth depth) {
    Members members = new Members();
    WireReader wire = new WireReader(bytes, from, to);
    while (fields < max && wire.next()) {
      members.addUnknown(wire.number(), value(wire, depth));
    }
    if (wire.after() < to) {
      members.add(MessageReading.UNREAD, readable(wire.after(), to));
    }
    return members.build(from - origin, to - from);
  }

  /** The field that was read last. */
  Value value(WireReader wire, Depth depth) {
    fields++;
    int from = wire.from();
    int to = wire.end();
    return switch (wire.wireType()) {
      case WireReader.VARINT -> Numbers.undeclared(wire.bits(), from - origin, to - from);
      case WireReader.FIXED64 ->
          Numbers.undeclaredFixed(wire.bits(), true, from - origin, to - from);
      case WireReader.FIXED32 ->
          Numbers.undeclaredFixed(wire.bits(), false, from - origin, to - from);
      case WireReader.GROUP ->
          depth.isSpent() ? readable(from, to) : message(from, to, depth.deeper());
      default -> content(from, to, depth);
    };
  }

  /** The content of a length-delimited field. */
  Value content(int from, int to, Depth depth) {
    boolean message = to > from && !depth.isSpent() && isMessage(bytes, from, to);
    if (contents.isText(bytes, from, to) && !(message && bytes[from] < ' ')) {
      textBytes += to - from >= MIN_TEXT_LENGTH ? to - from : 0;
      return new TextValue(FieldBytes.utf8(bytes, from, to), from - origin, to - from);
    }
    if (message) {
      nested++;
      return message(from, to, depth.deeper());
    }
    return readable(from, to);
  }

  private Value readable(int from, int to) {
    return new TextValue(contents.readable(bytes, from, to), from - origin, to - from);
  }

  /** Whether the bytes are fields to their exact end, with numbers as people give them. */
  public static boolean isMessage(byte[] bytes, int from, int to) {
    WireReader wire = new WireReader(bytes, from, to);
    while (wire.next()) {
      if (wire.number() > MAX_NESTED_NUMBER) {
        return false;
      }
    }
    return wire.violation() == null && to > from;
  }

  /** How many fields were walked, on all levels. */
  public long fields() {
    return fields;
  }

  /** How many of them were messages. */
  public long nested() {
    return nested;
  }

  /** How many bytes of the content were text, in runs of three and more. */
  public long textBytes() {
    return textBytes;
  }
}
