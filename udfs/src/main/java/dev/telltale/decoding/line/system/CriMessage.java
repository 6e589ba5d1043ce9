package dev.telltale.decoding.line.system;

import dev.telltale.decoding.line.Line;
import dev.telltale.value.Span;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** One message of one stream, put together from its lines. Raw content. */
final class CriMessage {
  private final List<CriLine> parts = new ArrayList<>();
  private boolean whole;

  void add(CriLine part, String text) {
    parts.add(part);
    whole = !part.isPartial(text);
  }

  boolean isWhole() {
    return whole;
  }

  CriLine first() {
    return parts.get(0);
  }

  boolean isOneLine() {
    return parts.size() == 1;
  }

  /** From the first part to the last, what is between them included. */
  Span span(Line line) {
    return line.span(first().message(), parts.get(parts.size() - 1).end());
  }

  String text(Line line) {
    StringBuilder text = new StringBuilder();
    for (CriLine part : parts) {
      separate(part, line, text);
      text.append(line.reveal(), part.message(), part.end());
    }
    return text.toString();
  }

  /** Whole lines are in one message only where an armoured block holds them together. */
  private void separate(CriLine part, Line line, StringBuilder text) {
    int at = parts.indexOf(part);
    if (at > 0 && !parts.get(at - 1).isPartial(line.reveal())) {
      text.append('\n');
    }
  }

  byte[] bytes(Line line) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (CriLine part : parts) {
      bytes.writeBytes(line.bytes(part.message(), part.end()));
    }
    return bytes.toByteArray();
  }

  @Override
  public String toString() {
    return "message of " + parts.size() + " lines";
  }
}
