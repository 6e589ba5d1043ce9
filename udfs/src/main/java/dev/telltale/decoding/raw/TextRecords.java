package dev.telltale.decoding.raw;

import dev.telltale.record.DecodedRecord;
import dev.telltale.record.EventTime;
import dev.telltale.record.RecordColumns;
import dev.telltale.value.TextValue;
import dev.telltale.value.Value;
import java.time.Instant;
import java.util.Map;

/**
 * Records of what has no structure: {@code text}, and {@code binary} for the printable runs of
 * other bytes.
 */
public final class TextRecords {
  private static final int MAX_TIME_LENGTH = 35;

  private TextRecords() {}

  /**
   * A text that fills its frame.
   *
   * @param length of the frame, in bytes
   */
  public static DecodedRecord text(String text, int length) {
    return DecodedRecord.of("text", new TextValue(text, 0, length), TextRecords::describe);
  }

  /** A text in a frame, or in a value of it. */
  public static DecodedRecord text(TextValue text) {
    return DecodedRecord.of("text", text, TextRecords::describe);
  }

  /** Bytes that fill their frame; the text is empty where nothing is printable. */
  public static DecodedRecord binary(byte[] bytes, int from, int length) {
    String runs = PrintableRuns.of(bytes, from, length);
    return DecodedRecord.of("binary", new TextValue(runs, 0, length), body -> RecordColumns.none());
  }

  /** A line often starts with its time, up to the first space or with one inside. */
  private static RecordColumns describe(Value redactedBody) {
    if (!(redactedBody instanceof TextValue line)) {
      return RecordColumns.none();
    }
    String text = line.reveal();
    String start = text.substring(0, Math.min(MAX_TIME_LENGTH + 1, text.length()));
    int first = start.indexOf(' ');
    Instant time = first > 0 ? dated(start.substring(0, first)) : null;
    int second = start.indexOf(' ', first + 1);
    if (time == null && first > 0 && second > 0) {
      time = dated(start.substring(0, second));
    }
    return new RecordColumns(time, null, null, null, Map.of());
  }

  /** Only dates: a number at the start of a line is rarely a time. */
  private static Instant dated(String token) {
    return token.length() > 4 && token.charAt(4) == '-' ? EventTime.of(token) : null;
  }
}
