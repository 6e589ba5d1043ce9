package dev.telltale.decoding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.telltale.record.DecodedRecord;
import dev.telltale.value.ArrayValue;
import dev.telltale.value.Member;
import dev.telltale.value.ObjectValue;
import dev.telltale.value.Span;
import dev.telltale.value.TextValue;
import dev.telltale.value.Value;
import java.nio.charset.StandardCharsets;

/** Compares texts, and names that were read, with the bytes that their spans point at. */
public final class TextSpans {
  private final byte[] bytes;
  private final int origin;
  private int checked;

  private TextSpans(byte[] bytes, int origin) {
    this.bytes = bytes;
    this.origin = origin;
  }

  /** How many were compared. */
  public static int checked(DecodedRecord record, byte[] bytes) {
    TextSpans spans = new TextSpans(bytes, (int) record.provenance().origin());
    spans.check(record.body());
    return spans.checked;
  }

  private void check(Value value) {
    if (value instanceof TextValue text) {
      check(text.reveal(), text.span());
    } else if (value instanceof ArrayValue array) {
      array.items().forEach(this::check);
    } else if (value instanceof ObjectValue object) {
      for (Member member : object.members()) {
        check(member.name(), member.nameSpan());
        check(member.value());
      }
    }
  }

  private void check(String text, Span span) {
    if (span.isKnown()) {
      checked++;
      assertEquals(
          text, new String(bytes, origin + span.offset(), span.length(), StandardCharsets.UTF_8));
    }
  }
}
