package dev.telltale.decoding.file.parquet;

import dev.telltale.decoding.file.CellValues;
import dev.telltale.decoding.file.RowBudget;
import dev.telltale.value.ArrayValue;
import dev.telltale.value.Member;
import dev.telltale.value.ObjectValue;
import dev.telltale.value.Span;
import dev.telltale.value.Value;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.KeyValue;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Statistics;
import org.apache.parquet.io.api.Binary;

/**
 * What a Parquet file says about itself: schema, key-value metadata, writer, and the minimum and
 * maximum of its columns, which can outlive the rows that they came from.
 */
final class ParquetDescription {
  private final ParquetFooter footer;
  private final RowBudget budget;
  private final CellValues cells;

  ParquetDescription(ParquetFooter footer, RowBudget budget) {
    this.footer = footer;
    this.budget = budget;
    cells = new CellValues(budget);
  }

  void describe(ObjectValue.Builder body) {
    FileMetaData metadata = footer.metadata();
    body.add("schema", cells.text(footer.schema().toString(), Span.NONE));
    if (metadata.isSetCreated_by()) {
      body.add("createdBy", cells.text(metadata.getCreated_by(), Span.NONE));
    }
    List<Member> pairs = new ArrayList<>();
    if (metadata.isSetKey_value_metadata()) {
      pairs(metadata.getKey_value_metadata(), pairs);
    }
    List<Value> statistics = new ArrayList<>();
    for (RowGroup group : metadata.getRow_groups()) {
      for (int i = 0; i < group.getColumnsSize(); i++) {
        ColumnMetaData column = group.getColumns().get(i).getMeta_data();
        if (column != null) {
          statistics(i, column, statistics);
          pairs(
              column.isSetKey_value_metadata() ? column.getKey_value_metadata() : List.of(), pairs);
        }
      }
    }
    body.add("metadata", pairs.isEmpty() ? null : new ObjectValue(pairs));
    body.add("statistics", statistics.isEmpty() ? null : new ArrayValue(statistics));
  }

  private void pairs(List<KeyValue> from, List<Member> to) {
    for (KeyValue pair : from) {
      String value = pair.isSetValue() ? pair.getValue() : "";
      budget.charge(pair.getKey().length());
      to.add(new Member(pair.getKey(), cells.text(value, Span.NONE)));
    }
  }

  private void statistics(int leaf, ColumnMetaData column, List<Value> to) {
    Statistics statistics = column.getStatistics();
    List<ColumnDescriptor> leaves = footer.schema().getColumns();
    if (statistics == null || leaf >= leaves.size()) {
      return;
    }
    ObjectValue.Builder entry = ObjectValue.builder();
    ColumnDescriptor descriptor = leaves.get(leaf);
    add(entry, descriptor, "min", statistics.isSetMin_value() ? statistics.getMin_value() : null);
    add(entry, descriptor, "max", statistics.isSetMax_value() ? statistics.getMax_value() : null);
    add(entry, descriptor, "oldMin", statistics.isSetMin() ? statistics.getMin() : null);
    add(entry, descriptor, "oldMax", statistics.isSetMax() ? statistics.getMax() : null);
    if (!entry.isEmpty()) {
      budget.charge(RowBudget.VALUE);
      ObjectValue bounds = entry.build();
      String name = String.join(".", descriptor.getPath());
      to.add(ObjectValue.builder().add("column", name).add(last(descriptor), bounds).build());
    }
  }

  /** The bounds are under the name of their column, so that it counts as their context. */
  private static String last(ColumnDescriptor descriptor) {
    String[] path = descriptor.getPath();
    return path[path.length - 1];
  }

  /** In the plain encoding, but that texts have no length in front. */
  private void add(
      ObjectValue.Builder entry, ColumnDescriptor descriptor, String name, byte[] bytes) {
    if (bytes == null) {
      return;
    }
    Consumer<Value> taker = value -> entry.add(name, value);
    ParquetCell cell = new ParquetCell(descriptor.getPrimitiveType(), cells, taker);
    ByteBuffer plain = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    switch (descriptor.getPrimitiveType().getPrimitiveTypeName()) {
      case INT32 -> {
        if (bytes.length == Integer.BYTES) {
          cell.addInt(plain.getInt());
        }
      }
      case INT64 -> {
        if (bytes.length == Long.BYTES) {
          cell.addLong(plain.getLong());
        }
      }
      case BINARY, FIXED_LEN_BYTE_ARRAY -> cell.addBinary(Binary.fromConstantByteArray(bytes));
      default -> {
        // Truths, fractions and INT96, whose order is not defined: nothing that a rule looks for.
      }
    }
  }
}
