package dev.telltale.decoding.file.orc;

import dev.telltale.decoding.file.RowBudget;
import dev.telltale.decoding.file.RowSource;
import dev.telltale.value.Value;
import java.io.IOException;
import org.apache.hadoop.hive.ql.exec.vector.ColumnVector;
import org.apache.hadoop.hive.ql.exec.vector.StructColumnVector;
import org.apache.hadoop.hive.ql.exec.vector.VectorizedRowBatch;
import org.apache.orc.Reader;
import org.apache.orc.RecordReader;
import org.apache.orc.TypeDescription;

/** The rows of one ORC stripe. Used by one thread. */
final class OrcRows implements RowSource {
  /** Rows that the library puts together at a time. */
  static final int BATCH = 256;

  private final TypeDescription schema;
  private final RecordReader rows;
  private final VectorizedRowBatch batch;
  private final OrcCells cells;
  private final ColumnVector root;
  private long left;
  private int next;

  /**
   * @param offset of the stripe
   * @param count of its rows
   */
  OrcRows(Reader reader, long offset, long count, RowBudget budget) throws IOException {
    schema = reader.getSchema();
    rows = reader.rows(reader.options().schema(schema).range(offset, 1));
    batch = schema.createRowBatch(BATCH);
    boolean struct = schema.getCategory() == TypeDescription.Category.STRUCT;
    root = struct ? new StructColumnVector(BATCH, batch.cols) : batch.cols[0];
    cells = new OrcCells(budget);
    left = count;
  }

  @Override
  public Value next() throws IOException {
    if (left == 0) {
      rows.close();
      return null;
    }
    if (next == batch.size) {
      next = 0;
      if (!rows.nextBatch(batch)) {
        throw new IOException("a stripe of fewer rows than it has");
      }
    }
    left--;
    return row(next++);
  }

  private Value row(int index) {
    return cells.value(schema, root, index);
  }
}
