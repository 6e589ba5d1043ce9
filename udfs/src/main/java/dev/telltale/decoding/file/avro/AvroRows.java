package dev.telltale.decoding.file.avro;

import dev.telltale.decoding.file.CellValues;
import dev.telltale.decoding.file.RowBudget;
import dev.telltale.decoding.file.RowSource;
import dev.telltale.limit.Depth;
import dev.telltale.value.ArrayValue;
import dev.telltale.value.Member;
import dev.telltale.value.ObjectValue;
import dev.telltale.value.Span;
import dev.telltale.value.TextValue;
import dev.telltale.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** The data of one Avro block as values, which know their bytes in it. Used by one thread. */
final class AvroRows implements RowSource {
  private final AvroInput in;
  private final Schema schema;
  private final RowBudget budget;
  private final CellValues cells;
  private final Depth depth;
  private long left;

  /**
   * @param count of the rows in the block
   */
  AvroRows(AvroInput in, Schema schema, long count, RowBudget budget) {
    this.in = in;
    this.schema = schema;
    this.budget = budget;
    cells = new CellValues(budget);
    depth = Depth.of(budget.limits().jsonDepth());
    left = count;
  }

  @Override
  public @Nullable Value next() {
    if (left == 0) {
      if (in.left() > 0) {
        throw in.damaged();
      }
      return null;
    }
    left--;
    return value(schema, depth);
  }

  private Value value(Schema type, Depth depth) {
    budget.charge(RowBudget.VALUE);
    int start = in.position();
    return switch (type.getType()) {
      case NULL -> cells.nothing();
      case BOOLEAN -> cells.truth(in.fixed(1) != 0);
      case INT, LONG -> integer(type, in.varint(), in.since(start));
      case FLOAT -> cells.real(Float.intBitsToFloat((int) in.fixed(4)), in.since(start));
      case DOUBLE -> cells.real(Double.longBitsToDouble(in.fixed(8)), in.since(start));
      case STRING -> string();
      case BYTES -> bytes(type, in.length());
      case FIXED -> bytes(type, type.getFixedSize());
      case ENUM -> {
        List<String> symbols = type.getEnumSymbols();
        String symbol = symbols.get(in.choice(symbols.size()));
        yield cells.text(symbol, in.since(start));
      }
      case UNION -> value(type.getTypes().get(in.choice(type.getTypes().size())), depth.deeper());
      case RECORD -> row(type, depth);
      case ARRAY -> array(type, depth);
      case MAP -> map(type, depth);
    };
  }

  private Value integer(Schema type, long number, Span at) {
    return switch (AvroSchema.logical(type)) {
      case "date" -> cells.date(number, at);
      case "time-millis" -> cells.timeOfDay(scaled(number, 1_000_000), at);
      case "time-micros" -> cells.timeOfDay(scaled(number, 1_000), at);
      case "timestamp-millis" -> cells.timestamp(number, 1_000, true, at);
      case "timestamp-micros" -> cells.timestamp(number, 1_000_000, true, at);
      case "timestamp-nanos" -> cells.timestamp(number, 1_000_000_000, true, at);
      case "local-timestamp-millis" -> cells.timestamp(number, 1_000, false, at);
      case "local-timestamp-micros" -> cells.timestamp(number, 1_000_000, false, at);
      case "local-timestamp-nanos" -> cells.timestamp(number, 1_000_000_000, false, at);
      default -> cells.number(number, at);
    };
  }

  /** What is not a time of day overflows to what is not one either. */
  private static long scaled(long number, long nanos) {
    return Math.abs(number) > Long.MAX_VALUE / nanos ? -1 : number * nanos;
  }

  private TextValue string() {
    int length = in.length();
    int start = in.position();
    return cells.utf8(in.reveal(), in.skip(length), length, Span.of(start, length));
  }

  private Value bytes(Schema type, int length) {
    int start = in.position();
    int first = in.skip(length);
    Span at = in.since(start);
    return switch (AvroSchema.logical(type)) {
      case "decimal" -> cells.decimal(in.reveal(), first, length, scale(type), at);
      case "uuid" ->
          length == 16
              ? cells.uuid(in.reveal(), first, at)
              : cells.binary(in.reveal(), first, length, at);
      default -> cells.binary(in.reveal(), first, length, at);
    };
  }

  private int scale(Schema type) {
    int scale = AvroSchema.scale(type);
    if (scale < 0) {
      throw in.damaged();
    }
    return scale;
  }

  private Value row(Schema type, Depth depth) {
    int start = in.position();
    List<Member> members = new ArrayList<>(type.getFields().size());
    for (Schema.Field field : type.getFields()) {
      budget.charge(field.name().length());
      members.add(new Member(field.name(), value(field.schema(), depth.deeper())));
    }
    Span at = in.since(start);
    return new ObjectValue(members, at.offset(), at.length());
  }

  private Value array(Schema type, Depth depth) {
    int start = in.position();
    List<Value> items = new ArrayList<>();
    for (long count = blockCount(); count != 0; count = blockCount()) {
      for (long i = 0; i < count; i++) {
        items.add(value(type.getElementType(), depth.deeper()));
      }
    }
    Span at = in.since(start);
    return new ArrayValue(items, at.offset(), at.length());
  }

  private Value map(Schema type, Depth depth) {
    int start = in.position();
    List<Member> members = new ArrayList<>();
    for (long count = blockCount(); count != 0; count = blockCount()) {
      for (long i = 0; i < count; i++) {
        TextValue key = string();
        members.add(
            new Member(key.reveal(), key.span(), value(type.getValueType(), depth.deeper())));
      }
    }
    Span at = in.since(start);
    return new ObjectValue(members, at.offset(), at.length());
  }

  /** A negative count is followed by the length of the block in bytes. */
  private long blockCount() {
    long count = in.varint();
    if (count >= 0) {
      return count;
    }
    in.length();
    if (count == Long.MIN_VALUE) {
      throw in.damaged();
    }
    return -count;
  }
}
