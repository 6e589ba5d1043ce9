package dev.telltale.decoding.file.parquet;

import dev.telltale.decoding.file.CellValues;
import dev.telltale.decoding.file.RowBudget;
import dev.telltale.decoding.file.RowSource;
import dev.telltale.limit.Depth;
import dev.telltale.value.Value;
import java.util.List;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.MessageType;

/** The rows of one row group, put together from its columns. Used by one thread. */
final class ParquetRows extends RecordMaterializer<Value> implements RowSource, PageReadStore {
  private final List<ColumnDescriptor> descriptors;
  private final List<ParquetColumn> columns;
  private final long count;
  private final GroupConverter root;
  private final RecordReader<Value> reader;
  private Value row;
  private long read;

  /**
   * @param columns in the order of the leaves of the schema
   */
  ParquetRows(
      MessageType schema,
      List<ColumnDescriptor> descriptors,
      List<ParquetColumn> columns,
      long count,
      RowBudget budget) {
    this.descriptors = descriptors;
    this.columns = columns;
    this.count = count;
    Depth depth = Depth.of(budget.limits().jsonDepth() + 1);
    root = new ParquetGroup(schema, depth, new CellValues(budget), budget, value -> row = value);
    reader = new ColumnIOFactory().getColumnIO(schema).getRecordReader(this, this);
  }

  @Override
  public Value next() {
    if (read == count) {
      return null;
    }
    read++;
    return reader.read();
  }

  @Override
  public PageReader getPageReader(ColumnDescriptor descriptor) {
    return columns.get(descriptors.indexOf(descriptor));
  }

  @Override
  public long getRowCount() {
    return count;
  }

  @Override
  public Value getCurrentRecord() {
    return row;
  }

  @Override
  public GroupConverter getRootConverter() {
    return root;
  }
}
