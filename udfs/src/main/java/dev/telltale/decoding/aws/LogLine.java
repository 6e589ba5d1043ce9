package dev.telltale.decoding.aws;

import dev.telltale.record.DecodedRecord;
import dev.telltale.record.Emission;
import dev.telltale.record.Payload;
import dev.telltale.value.TextValue;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A trial decoding of text that may be one line of a known format. What is found counts only if it
 * is one record without a fault: otherwise the text stays what it was.
 */
final class LogLine {
  private LogLine() {}

  /** Null where the text is more than one line, or no line of a known format. */
  static DecodedRecord of(TextValue text, String path, Emission outer) {
    String line = text.reveal().stripTrailing();
    if (!isPlainLine(line)) {
      return null;
    }
    DecodedRecord record =
        outer.single(
            new Payload(line.getBytes(StandardCharsets.UTF_8), text.span(), path, List.of()));
    boolean known = record != null && !record.format().equals("text");
    return known ? record : null;
  }

  /** Not what opens as JSON does, either: that was tried as a whole. */
  private static boolean isPlainLine(String line) {
    if (line.isEmpty() || "{[\"".indexOf(line.charAt(0)) >= 0) {
      return false;
    }
    boolean spaced = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if ((c < ' ' && c != '\t') || c == 0x7f || Character.isSurrogate(c)) {
        return false;
      }
      spaced |= c == ' ' || c == '\t' || c == ',';
    }
    return spaced;
  }
}
