package dev.telltale.decoding.message.schema;

import dev.telltale.value.LiteralValue;
import dev.telltale.value.NumberValue;
import dev.telltale.value.TextValue;
import dev.telltale.value.Value;

/** Numbers as values, in the JSON encoding of protobuf except that none is quoted. */
final class Numbers {
  private static final double MAX_PLAUSIBLE = 1e15;
  private static final double MIN_PLAUSIBLE = 1e-9;

  private Numbers() {}

  static Value of(SchemaField field, long bits, int offset, int length) {
    return switch (field.type()) {
      case BOOL -> bits == 0 ? LiteralValue.FALSE : LiteralValue.TRUE;
      case ENUM -> named(field, bits, offset, length);
      case INT32 -> literal(Integer.toString((int) bits), offset, length);
      case UINT32, FIXED32 -> literal(Long.toString(bits & 0xffff_ffffL), offset, length);
      case UINT64, FIXED64 -> literal(Long.toUnsignedString(bits), offset, length);
      case SINT64 -> literal(Long.toString(bits >>> 1 ^ -(bits & 1)), offset, length);
      case FLOAT ->
          fraction(
              Double.parseDouble(Float.toString(Float.intBitsToFloat((int) bits))), offset, length);
      case DOUBLE -> fraction(Double.longBitsToDouble(bits), offset, length);
      default -> literal(Long.toString(bits), offset, length);
    };
  }

  private static Value named(SchemaField field, long bits, int offset, int length) {
    return bits >= 0 && bits < field.names().size()
        ? new TextValue(field.names().get((int) bits), offset, length)
        : literal(Integer.toString((int) bits), offset, length);
  }

  /** A varint of which nothing is known. */
  static Value undeclared(long bits, int offset, int length) {
    return literal(Long.toString(bits), offset, length);
  }

  /** Fixed bytes of which nothing is known: a fraction if that is a likely one. */
  static Value undeclaredFixed(long bits, boolean wide, int offset, int length) {
    double fraction = wide ? Double.longBitsToDouble(bits) : Float.intBitsToFloat((int) bits);
    double size = Math.abs(fraction);
    return size >= MIN_PLAUSIBLE && size <= MAX_PLAUSIBLE
        ? fraction(fraction, offset, length)
        : literal(Long.toUnsignedString(bits), offset, length);
  }

  /** JSON has no infinities and no NaN: they become text. */
  private static Value fraction(double value, int offset, int length) {
    String literal = Double.toString(value);
    return Double.isFinite(value)
        ? new NumberValue(literal, offset, length)
        : new TextValue(literal, offset, length);
  }

  private static Value literal(String literal, int offset, int length) {
    return new NumberValue(literal, offset, length);
  }
}
