package dev.telltale.decoding.line.system;

import dev.telltale.decoding.line.Line;
import dev.telltale.decoding.line.SampleLines;
import dev.telltale.decoding.line.TokenScan;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a sample into messages that an octet count precedes (RFC 6587, section 3.4.1), so that they
 * are weighed like lines.
 */
final class OctetCountedMessages {
  private OctetCountedMessages() {}

  /** The sample's lines, or its messages where counts divide it. */
  static List<Line> of(SampleLines sample) {
    String text = sample.reveal();
    if (!starts(text, 0)) {
      return sample.lines();
    }
    List<Line> messages = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= text.length(); i++) {
      if (i == text.length() || starts(text, i)) {
        byte[] bytes = text.substring(from, i).strip().getBytes(StandardCharsets.UTF_8);
        messages.add(new Line(bytes, 0, bytes.length));
        from = i;
      }
    }
    return messages;
  }

  private static boolean starts(String text, int at) {
    boolean first = at == 0 || !TokenScan.isDigit(text.charAt(at - 1));
    int digits = first ? TokenScan.digits(text, at, text.length()) : at;
    if (digits == at || !text.startsWith(" <", digits)) {
      return false;
    }
    int priority = TokenScan.digits(text, digits + 2, text.length());
    return priority > digits + 2 && text.startsWith(">", priority);
  }
}
