package dev.telltale.decoding;

import dev.telltale.framing.LeafHead;
import dev.telltale.framing.MessageFraming;
import dev.telltale.framing.MessageProbe;
import java.util.List;

/**
 * JSON values with the length of each in front, as the file exporter of the OpenTelemetry Collector
 * writes them under native compression: they follow one another exactly.
 */
final class JsonMessages implements MessageProbe {
  private static final List<MessageFraming> FRAMINGS =
      List.of(MessageFraming.BIG_ENDIAN, MessageFraming.VARINT);

  /** How the values of a leaf follow one another, or null if its first bytes are something else. */
  static MessageFraming framing(LeafHead head) {
    for (MessageFraming framing : FRAMINGS) {
      if (fits(framing, head.reveal(), head.from(), head.from() + head.length())) {
        return framing;
      }
    }
    return null;
  }

  private static boolean fits(MessageFraming framing, byte[] bytes, int from, int to) {
    int at = from;
    while (at < to) {
      long length = framing.length(bytes, at, to);
      int start = at + MessageFraming.prefix(length);
      if (length == MessageFraming.NONE || start >= to) {
        return length == MessageFraming.NONE && at > from && to - at < MessageFraming.MAX_LENGTH;
      }
      if (MessageFraming.message(length) > to - start) {
        return opens(bytes, start, to);
      }
      int end = start + MessageFraming.message(length);
      if (!isValue(bytes, start, end)) {
        return false;
      }
      at = end;
    }
    return at > from;
  }

  private static boolean opens(byte[] bytes, int start, int to) {
    boolean object =
        bytes[start] == '{' && start + 1 < to && "\"} \n\r\t".indexOf(bytes[start + 1]) >= 0;
    return object
        || (bytes[start] == '[' && start + 1 < to && "{[\"]".indexOf(bytes[start + 1]) >= 0);
  }

  private static boolean isValue(byte[] bytes, int from, int to) {
    int end = to;
    if (end == from || !opens(bytes, from, to)) {
      return false;
    }
    while (end > from && (bytes[end - 1] == '\n' || bytes[end - 1] == '\r')) {
      end--;
    }
    return end - from >= 2
        && ((bytes[from] == '{' && bytes[end - 1] == '}')
            || (bytes[from] == '[' && bytes[end - 1] == ']'));
  }

  @Override
  public boolean intact(byte[] bytes, int from, int to) {
    return isValue(bytes, from, to);
  }

  @Override
  public boolean convincing(byte[] bytes, int from, int to) {
    return isValue(bytes, from, to);
  }
}
