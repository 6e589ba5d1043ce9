package dev.telltale.decoding.file.parquet;

import dev.telltale.decoding.file.CellValues;
import dev.telltale.decoding.file.RowBudget;
import dev.telltale.limit.Depth;
import dev.telltale.value.ArrayValue;
import dev.telltale.value.LiteralValue;
import dev.telltale.value.Member;
import dev.telltale.value.ObjectValue;
import dev.telltale.value.TextValue;
import dev.telltale.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;

/**
 * A group of Parquet columns as an object: lists and maps, in the forms of
 * https://github.com/apache/parquet-format/blob/master/LogicalTypes.md ("Nested Types") and the
 * older ones without a group in between, as arrays and objects.
 */
final class ParquetGroup extends GroupConverter {
  private final GroupType group;
  private final RowBudget budget;
  private final Consumer<Value> parent;
  private final Converter[] fields;
  private final Value[] values;
  private final List<List<Value>> repeated = new ArrayList<>();

  /**
   * @param depth of groups that may be inside this one
   * @param parent gets the object when it ends
   */
  ParquetGroup(
      GroupType group, Depth depth, CellValues cells, RowBudget budget, Consumer<Value> parent) {
    this.group = group;
    this.budget = budget;
    this.parent = parent;
    int count = group.getFieldCount();
    fields = new Converter[count];
    values = new Value[count];
    for (int i = 0; i < count; i++) {
      Type field = group.getType(i);
      repeated.add(field.isRepetition(Repetition.REPEATED) ? new ArrayList<>() : null);
      int index = i;
      Consumer<Value> taker = value -> take(index, value);
      fields[i] =
          field.isPrimitive()
              ? new ParquetCell(field.asPrimitiveType(), cells, taker)
              : new ParquetGroup(field.asGroupType(), depth.deeper(), cells, budget, taker);
    }
  }

  private void take(int index, Value value) {
    List<Value> items = repeated.get(index);
    if (items == null) {
      values[index] = value;
    } else {
      items.add(value);
    }
  }

  @Override
  public Converter getConverter(int index) {
    return fields[index];
  }

  @Override
  public void start() {
    budget.charge(RowBudget.VALUE);
    for (int i = 0; i < values.length; i++) {
      values[i] = LiteralValue.NULL;
      if (repeated.get(i) != null) {
        repeated.set(i, new ArrayList<>());
      }
    }
  }

  @Override
  public void end() {
    parent.accept(value());
  }

  private Value value() {
    budget.charge((long) RowBudget.VALUE * values.length);
    LogicalTypeAnnotation logical = group.getLogicalTypeAnnotation();
    boolean wraps = values.length == 1 && repeated.get(0) != null;
    if (wraps && logical instanceof LogicalTypeAnnotation.ListLogicalTypeAnnotation) {
      return list(repeated.get(0), group.getType(0));
    }
    boolean map =
        logical instanceof LogicalTypeAnnotation.MapLogicalTypeAnnotation
            || logical instanceof LogicalTypeAnnotation.MapKeyValueTypeAnnotation;
    if (wraps && map) {
      return map(repeated.get(0));
    }
    List<Member> members = new ArrayList<>(values.length);
    for (int i = 0; i < values.length; i++) {
      List<Value> items = repeated.get(i);
      budget.charge(group.getFieldName(i).length());
      members.add(
          new Member(group.getFieldName(i), items == null ? values[i] : new ArrayValue(items)));
    }
    return new ObjectValue(members);
  }

  private static Value list(List<Value> items, Type item) {
    boolean wrapped = !item.isPrimitive() && item.asGroupType().getFieldCount() == 1;
    boolean older = item.getName().equals("array") || item.getName().endsWith("_tuple");
    if (!wrapped || older) {
      return new ArrayValue(items);
    }
    List<Value> unwrapped = new ArrayList<>(items.size());
    for (Value each : items) {
      unwrapped.add(each instanceof ObjectValue object ? object.members().get(0).value() : each);
    }
    return new ArrayValue(unwrapped);
  }

  /** An object where every key is text; otherwise the entries as they are. */
  private static Value map(List<Value> entries) {
    List<Member> members = new ArrayList<>(entries.size());
    for (Value each : entries) {
      boolean pair =
          each instanceof ObjectValue entry
              && entry.members().size() == 2
              && entry.members().get(0).value() instanceof TextValue;
      if (!pair) {
        return new ArrayValue(entries);
      }
      List<Member> sides = ((ObjectValue) each).members();
      String key = ((TextValue) sides.get(0).value()).reveal();
      members.add(new Member(key, sides.get(1).value()));
    }
    return new ObjectValue(members);
  }
}
