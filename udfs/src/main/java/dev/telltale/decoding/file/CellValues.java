package dev.telltale.decoding.file;

import dev.telltale.decoding.raw.PrintableRuns;
import dev.telltale.value.LiteralValue;
import dev.telltale.value.NumberValue;
import dev.telltale.value.Span;
import dev.telltale.value.TextValue;
import dev.telltale.value.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.UUID;

/**
 * Cells of a table as values, each charged to the budget. Times are ISO 8601 text; what is beyond
 * the calendar, the decimals or the JSON numbers of Java stays what it was stored as.
 */
public final class CellValues {
  private static final int MAX_DECIMAL_LENGTH = 64;
  private static final int PLAIN_SCALE = 100;
  private static final int GZIP = 0x1f8b;

  private final RowBudget budget;
  private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();

  public CellValues(RowBudget budget) {
    this.budget = budget;
  }

  public Value nothing() {
    budget.charge(RowBudget.VALUE);
    return LiteralValue.NULL;
  }

  public Value truth(boolean value) {
    budget.charge(RowBudget.VALUE);
    return value ? LiteralValue.TRUE : LiteralValue.FALSE;
  }

  public Value number(long value, Span at) {
    return literal(Long.toString(value), at);
  }

  public Value unsigned(long value, Span at) {
    return literal(Long.toUnsignedString(value), at);
  }

  public Value real(double value, Span at) {
    return Double.isFinite(value)
        ? literal(Double.toString(value), at)
        : text(Double.toString(value), at);
  }

  public Value real(float value, Span at) {
    return Float.isFinite(value)
        ? literal(Float.toString(value), at)
        : text(Float.toString(value), at);
  }

  /** The text, charged before it is kept. */
  public TextValue text(String text, Span at) {
    budget.charge(RowBudget.VALUE + (long) text.length());
    return new TextValue(text, at.offset(), at.length());
  }

  /** Bytes that are declared to be UTF-8; what is not is replaced. */
  public TextValue utf8(byte[] bytes, int from, int length, Span at) {
    budget.charge(RowBudget.VALUE + (long) length);
    return new TextValue(
        new String(bytes, from, length, StandardCharsets.UTF_8), at.offset(), at.length());
  }

  /**
   * Bytes of any content: as text where they are UTF-8, as their printable runs where they have
   * some, otherwise, and where they are gzip, as base64.
   */
  public TextValue binary(byte[] bytes, int from, int length, Span at) {
    budget.charge(RowBudget.VALUE + 2L * length);
    String text = strict(bytes, from, length);
    if (text == null && !isGzip(bytes, from, length)) {
      String runs = PrintableRuns.of(bytes, from, length);
      text = runs.isEmpty() ? null : runs;
    }
    if (text == null) {
      ByteBuffer encoded = Base64.getEncoder().encode(ByteBuffer.wrap(bytes, from, length));
      text = StandardCharsets.US_ASCII.decode(encoded).toString();
    }
    return new TextValue(text, at.offset(), at.length());
  }

  private static boolean isGzip(byte[] bytes, int from, int length) {
    return length > 2 && ((bytes[from] & 0xff) << 8 | bytes[from + 1] & 0xff) == GZIP;
  }

  private String strict(byte[] bytes, int from, int length) {
    for (int i = from; i < from + length; i++) {
      boolean blank = bytes[i] == '\t' || bytes[i] == '\n' || bytes[i] == '\r';
      if (bytes[i] >= 0 && bytes[i] < ' ' && !blank) {
        return null;
      }
    }
    try {
      CharBuffer text = utf8.decode(ByteBuffer.wrap(bytes, from, length));
      return text.toString();
    } catch (CharacterCodingException notText) {
      return null;
    }
  }

  /** A number in two's complement, most significant byte first. */
  public Value decimal(byte[] bytes, int from, int length, int scale, Span at) {
    if (length == 0 || length > MAX_DECIMAL_LENGTH) {
      return binary(bytes, from, length, at);
    }
    return decimal(new BigInteger(bytes, from, length), scale, at);
  }

  public Value decimal(BigInteger unscaled, int scale, Span at) {
    BigDecimal decimal = new BigDecimal(unscaled, scale);
    boolean plain = Math.abs((long) scale) <= PLAIN_SCALE;
    return literal(plain ? decimal.toPlainString() : decimal.toString(), at);
  }

  public Value date(long daysSince1970, Span at) {
    try {
      return text(LocalDate.ofEpochDay(daysSince1970).toString(), at);
    } catch (DateTimeException beyondTheCalendar) {
      return number(daysSince1970, at);
    }
  }

  public Value timeOfDay(long nanos, Span at) {
    try {
      return text(LocalTime.ofNanoOfDay(nanos).toString(), at);
    } catch (DateTimeException beyondTheDay) {
      return number(nanos, at);
    }
  }

  /**
   * @param perSecond in what unit {@code time} counts since 1970
   * @param zoned whether it is an instant; otherwise it is a time on an unknown wall
   */
  public Value timestamp(long time, long perSecond, boolean zoned, Span at) {
    long nanos = Math.floorMod(time, perSecond) * (1_000_000_000L / perSecond);
    return instant(Math.floorDiv(time, perSecond), nanos, zoned, at);
  }

  /** A time in seconds since 1970 and nanoseconds. */
  public Value instant(long second, long nanos, boolean zoned, Span at) {
    try {
      Instant instant = Instant.ofEpochSecond(second, nanos);
      return text(
          zoned ? instant.toString() : instant.atZone(ZoneOffset.UTC).toLocalDateTime().toString(),
          at);
    } catch (DateTimeException | ArithmeticException beyondTheCalendar) {
      return number(second, at);
    }
  }

  public Value uuid(byte[] bytes, int from, Span at) {
    ByteBuffer halves = ByteBuffer.wrap(bytes, from, 16);
    return text(new UUID(halves.getLong(), halves.getLong()).toString(), at);
  }

  private NumberValue literal(String literal, Span at) {
    budget.charge(RowBudget.VALUE + (long) literal.length());
    return new NumberValue(literal, at.offset(), at.length());
  }
}
