package dev.telltale.decoding.file.orc;

import dev.telltale.decoding.file.CellValues;
import dev.telltale.decoding.file.DamagedFile;
import dev.telltale.decoding.file.RowBudget;
import dev.telltale.fault.FaultKind;
import dev.telltale.limit.Depth;
import dev.telltale.value.ArrayValue;
import dev.telltale.value.Member;
import dev.telltale.value.ObjectValue;
import dev.telltale.value.Span;
import dev.telltale.value.TextValue;
import dev.telltale.value.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.hive.ql.exec.vector.BytesColumnVector;
import org.apache.hadoop.hive.ql.exec.vector.ColumnVector;
import org.apache.hadoop.hive.ql.exec.vector.DecimalColumnVector;
import org.apache.hadoop.hive.ql.exec.vector.DoubleColumnVector;
import org.apache.hadoop.hive.ql.exec.vector.ListColumnVector;
import org.apache.hadoop.hive.ql.exec.vector.LongColumnVector;
import org.apache.hadoop.hive.ql.exec.vector.MapColumnVector;
import org.apache.hadoop.hive.ql.exec.vector.StructColumnVector;
import org.apache.hadoop.hive.ql.exec.vector.TimestampColumnVector;
import org.apache.hadoop.hive.ql.exec.vector.UnionColumnVector;
import org.apache.orc.TypeDescription;

/** The cells of ORC's column vectors as values. */
final class OrcCells {
  private final CellValues cells;
  private final RowBudget budget;
  private final Depth depth;

  OrcCells(RowBudget budget) {
    this.budget = budget;
    depth = Depth.of(budget.limits().jsonDepth() + 1);
    cells = new CellValues(budget);
  }

  /** The cell of a column that is not inside another one. */
  Value value(TypeDescription type, ColumnVector vector, int index) {
    return value(type, vector, index, depth);
  }

  private Value value(TypeDescription type, ColumnVector vector, int index, Depth depth) {
    int at = vector.isRepeating ? 0 : index;
    budget.charge(RowBudget.VALUE);
    if (!vector.noNulls && vector.isNull[at]) {
      return cells.nothing();
    }
    return switch (type.getCategory()) {
      case BOOLEAN -> cells.truth(((LongColumnVector) vector).vector[at] != 0);
      case BYTE, SHORT, INT, LONG ->
          cells.number(((LongColumnVector) vector).vector[at], Span.NONE);
      case DATE -> cells.date(((LongColumnVector) vector).vector[at], Span.NONE);
      case FLOAT -> cells.real((float) ((DoubleColumnVector) vector).vector[at], Span.NONE);
      case DOUBLE -> cells.real(((DoubleColumnVector) vector).vector[at], Span.NONE);
      case STRING, CHAR, VARCHAR -> text((BytesColumnVector) vector, at);
      case BINARY -> binary((BytesColumnVector) vector, at);
      case DECIMAL -> decimal((DecimalColumnVector) vector, at);
      case TIMESTAMP -> time((TimestampColumnVector) vector, at, false);
      case TIMESTAMP_INSTANT -> time((TimestampColumnVector) vector, at, true);
      case STRUCT -> struct(type, (StructColumnVector) vector, at, depth.deeper());
      case LIST -> list(type, (ListColumnVector) vector, at, depth.deeper());
      case MAP -> map(type, (MapColumnVector) vector, at, depth.deeper());
      case UNION -> {
        UnionColumnVector union = (UnionColumnVector) vector;
        int tag = union.tags[at];
        yield value(type.getChildren().get(tag), union.fields[tag], at, depth.deeper());
      }
      default -> {
        // Newer types that the library gives as bytes, such as geometries.
        if (vector instanceof BytesColumnVector bytes) {
          yield binary(bytes, at);
        }
        throw new DamagedFile(FaultKind.ORC, DamagedFile.UNPLACED);
      }
    };
  }

  private Value text(BytesColumnVector vector, int at) {
    return cells.utf8(vector.vector[at], vector.start[at], vector.length[at], Span.NONE);
  }

  private Value binary(BytesColumnVector vector, int at) {
    return cells.binary(vector.vector[at], vector.start[at], vector.length[at], Span.NONE);
  }

  private Value decimal(DecimalColumnVector vector, int at) {
    BigInteger unscaled = vector.vector[at].getHiveDecimal().unscaledValue();
    return cells.decimal(unscaled, vector.vector[at].getHiveDecimal().scale(), Span.NONE);
  }

  private Value time(TimestampColumnVector vector, int at, boolean zoned) {
    long second = Math.floorDiv(vector.time[at], 1_000L);
    return cells.instant(second, vector.nanos[at], zoned, Span.NONE);
  }

  private Value struct(TypeDescription type, StructColumnVector vector, int at, Depth depth) {
    List<Member> members = new ArrayList<>(vector.fields.length);
    for (int i = 0; i < vector.fields.length; i++) {
      Value value = value(type.getChildren().get(i), vector.fields[i], at, depth);
      budget.charge(type.getFieldNames().get(i).length());
      members.add(new Member(type.getFieldNames().get(i), value));
    }
    return new ObjectValue(members);
  }

  private Value list(TypeDescription type, ListColumnVector vector, int at, Depth depth) {
    List<Value> items = new ArrayList<>();
    for (long i = 0; i < vector.lengths[at]; i++) {
      items.add(
          value(type.getChildren().get(0), vector.child, (int) (vector.offsets[at] + i), depth));
    }
    return new ArrayValue(items);
  }

  /** An object where every key is text; otherwise pairs of key and value. */
  private Value map(TypeDescription type, MapColumnVector vector, int at, Depth depth) {
    List<Member> members = new ArrayList<>();
    List<Value> pairs = new ArrayList<>();
    for (long i = 0; i < vector.lengths[at]; i++) {
      int entry = (int) (vector.offsets[at] + i);
      Value key = value(type.getChildren().get(0), vector.keys, entry, depth);
      Value value = value(type.getChildren().get(1), vector.values, entry, depth);
      pairs.add(ObjectValue.builder().add("key", key).add("value", value).build());
      if (key instanceof TextValue text) {
        members.add(new Member(text.reveal(), value));
      }
    }
    return members.size() == pairs.size() ? new ObjectValue(members) : new ArrayValue(pairs);
  }
}
