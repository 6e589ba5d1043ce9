package dev.telltale.decoding.file.parquet;

import dev.telltale.decoding.file.CellValues;
import dev.telltale.value.Span;
import dev.telltale.value.Value;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Consumer;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/**
 * The cells of one Parquet column as values, by the column's logical type
 * (https://github.com/apache/parquet-format/blob/master/LogicalTypes.md).
 */
final class ParquetCell extends PrimitiveConverter {
  private static final int INT96 = 12;
  private static final long JULIAN_DAY_OF_1970 = 2_440_588;
  private static final long SECONDS_A_DAY = 86_400;
  private static final long NANOS = 1_000_000_000;

  private final PrimitiveTypeName type;
  private final LogicalTypeAnnotation logical;
  private final CellValues cells;
  private final Consumer<Value> parent;

  ParquetCell(PrimitiveType column, CellValues cells, Consumer<Value> parent) {
    type = column.getPrimitiveTypeName();
    logical = column.getLogicalTypeAnnotation();
    this.cells = cells;
    this.parent = parent;
  }

  @Override
  public void addBoolean(boolean value) {
    parent.accept(cells.truth(value));
  }

  @Override
  public void addDouble(double value) {
    parent.accept(cells.real(value, Span.NONE));
  }

  @Override
  public void addFloat(float value) {
    parent.accept(cells.real(value, Span.NONE));
  }

  @Override
  public void addInt(int value) {
    boolean unsigned = logical instanceof IntLogicalTypeAnnotation whole && !whole.isSigned();
    parent.accept(integer(unsigned ? Integer.toUnsignedLong(value) : value));
  }

  @Override
  public void addLong(long value) {
    parent.accept(integer(value));
  }

  @Override
  public void addBinary(Binary value) {
    parent.accept(binary(value.getBytes()));
  }

  private Value integer(long value) {
    if (logical instanceof DecimalLogicalTypeAnnotation decimal) {
      return cells.decimal(BigInteger.valueOf(value), decimal.getScale(), Span.NONE);
    }
    if (logical instanceof TimestampLogicalTypeAnnotation time) {
      return cells.timestamp(value, perSecond(time.getUnit()), time.isAdjustedToUTC(), Span.NONE);
    }
    if (logical instanceof TimeLogicalTypeAnnotation time) {
      long nanos = NANOS / perSecond(time.getUnit());
      boolean sound = value >= 0 && value <= SECONDS_A_DAY * NANOS / nanos;
      return sound ? cells.timeOfDay(value * nanos, Span.NONE) : cells.number(value, Span.NONE);
    }
    if (logical instanceof IntLogicalTypeAnnotation whole && !whole.isSigned()) {
      return cells.unsigned(value, Span.NONE);
    }
    return logical instanceof LogicalTypeAnnotation.DateLogicalTypeAnnotation
        ? cells.date(value, Span.NONE)
        : cells.number(value, Span.NONE);
  }

  private static long perSecond(TimeUnit unit) {
    return switch (unit) {
      case MILLIS -> 1_000;
      case MICROS -> 1_000_000;
      case NANOS -> NANOS;
    };
  }

  private Value binary(byte[] bytes) {
    if (type == PrimitiveTypeName.INT96 && bytes.length == INT96) {
      return int96(bytes);
    }
    if (logical instanceof DecimalLogicalTypeAnnotation decimal) {
      return cells.decimal(bytes, 0, bytes.length, decimal.getScale(), Span.NONE);
    }
    if (logical instanceof LogicalTypeAnnotation.UUIDLogicalTypeAnnotation && bytes.length == 16) {
      return cells.uuid(bytes, 0, Span.NONE);
    }
    boolean text =
        logical instanceof LogicalTypeAnnotation.StringLogicalTypeAnnotation
            || logical instanceof LogicalTypeAnnotation.EnumLogicalTypeAnnotation
            || logical instanceof LogicalTypeAnnotation.JsonLogicalTypeAnnotation;
    return text
        ? cells.utf8(bytes, 0, bytes.length, Span.NONE)
        : cells.binary(bytes, 0, bytes.length, Span.NONE);
  }

  /** Nanoseconds of the day and Julian day, as older writers stored timestamps. */
  private Value int96(byte[] bytes) {
    ByteBuffer parts = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    long nanos = parts.getLong();
    long day = parts.getInt() - JULIAN_DAY_OF_1970;
    return cells.instant(day * SECONDS_A_DAY, nanos, true, Span.NONE);
  }
}
