package dev.telltale.decoding.json;

import dev.telltale.value.ArrayValue;
import dev.telltale.value.Member;
import dev.telltale.value.NumberValue;
import dev.telltale.value.ObjectValue;
import dev.telltale.value.TextValue;
import dev.telltale.value.Value;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Arrays of numbers that are the bytes of a text: fields of the systemd journal that are not plain
 * text ("Journal JSON Format"), buffers of Node.js, byte slices that were logged as lists. The text
 * takes the place of the numbers.
 */
public final class SpelledNumbers {
  /** Fewer numbers may be anything. */
  private static final int MIN_COUNT = 16;

  /** One in so many is a small letter after d: percentages and ports of a list are not. */
  private static final int MIN_SHARE = 4;

  private static final int MAX_DIGITS = 3;

  private final boolean declared;

  private SpelledNumbers(boolean declared) {
    this.declared = declared;
  }

  /** The value with arrays that spell text beyond doubt as that text. */
  public static Value read(Value value) {
    return new SpelledNumbers(false).in(value);
  }

  /** The same of a format in which all arrays of bytes are text that could not be written so. */
  public static Value readAll(Value value) {
    return new SpelledNumbers(true).in(value);
  }

  private Value in(Value value) {
    if (value instanceof ObjectValue object && !object.isShared()) {
      return inObject(object);
    }
    return value instanceof ArrayValue array ? inArray(array) : value;
  }

  private Value inObject(ObjectValue object) {
    List<Member> read = null;
    for (int i = 0; i < object.members().size(); i++) {
      Member member = object.members().get(i);
      Value inside = in(member.value());
      if (inside != member.value()) {
        read = read == null ? new ArrayList<>(object.members()) : read;
        read.set(i, member.with(inside));
      }
    }
    return read == null
        ? object
        : new ObjectValue(read, object.span().offset(), object.span().length());
  }

  private Value inArray(ArrayValue array) {
    String text = text(array.items());
    if (text != null) {
      return new TextValue(text, array.span().offset(), array.span().length());
    }
    List<Value> read = null;
    for (int i = 0; i < array.items().size(); i++) {
      Value item = array.items().get(i);
      Value inside = in(item);
      if (inside != item) {
        read = read == null ? new ArrayList<>(array.items()) : read;
        read.set(i, inside);
      }
    }
    return read == null
        ? array
        : new ArrayValue(read, array.span().offset(), array.span().length());
  }

  private @Nullable String text(List<Value> items) {
    if (items.size() < (declared ? 1 : MIN_COUNT)) {
      return null;
    }
    byte[] bytes = new byte[items.size()];
    int letters = 0;
    for (int i = 0; i < bytes.length; i++) {
      int b = items.get(i) instanceof NumberValue number ? octet(number.reveal()) : -1;
      boolean text = b >= ' ' || b == '\n' || b == '\r' || b == '\t' || b == 0x1b;
      if (b < 0 || (!declared && (!text || b == 0x7f))) {
        return null;
      }
      bytes[i] = (byte) b;
      letters += b > 'd' && b <= 'z' ? 1 : 0;
    }
    if (declared) {
      return new String(bytes, StandardCharsets.UTF_8);
    }
    return letters * MIN_SHARE >= bytes.length ? strict(bytes) : null;
  }

  private static int octet(String literal) {
    if (literal.length() > MAX_DIGITS) {
      return -1;
    }
    int value = 0;
    for (int i = 0; i < literal.length(); i++) {
      int digit = literal.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value < 256 ? value : -1;
  }

  private static @Nullable String strict(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException binary) {
      return null;
    }
  }
}
