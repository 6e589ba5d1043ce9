package dev.telltale.jobs.plan;

import dev.telltale.jobs.listing.ListedRow;
import dev.telltale.sql.ObjectRefSchema;
import java.io.Serializable;
import java.util.Iterator;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Packs listed objects into tasks and batches by bytes, one after the other in the order of bucket
 * and key, so that the rows of one partition of the lake come from few tasks. The same objects give
 * the same plan. Holds one object at a time, however many there are.
 */
final class WorkPlan implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * What opening an object costs, in bytes that could have been read meanwhile: about 10 ms at 25
   * MB/s.
   */
  static final long OPEN_COST = 256 << 10;

  static final StructType TYPE =
      ListedRow.TYPE
          .add("ordinal", DataTypes.LongType, false)
          .add("task", DataTypes.IntegerType, false)
          .add("batch", DataTypes.IntegerType, false);

  static final int ORDINAL = ListedRow.TYPE.length();
  static final int TASK = ORDINAL + 1;
  static final int BATCH = ORDINAL + 2;

  private final BatchLimits limits;

  WorkPlan(BatchLimits limits) {
    this.limits = limits;
  }

  /** Rows of {@link #TYPE} from rows of {@link ListedRow#TYPE}. */
  static Dataset<Row> of(Dataset<Row> objects, BatchLimits limits) {
    MapPartitionsFunction<Row, Row> pack = new WorkPlan(limits)::pack;
    return objects
        .repartition(1)
        .sortWithinPartitions("bucket", "object_key", "version_id")
        .mapPartitions(pack, Encoders.row(TYPE));
  }

  Iterator<Row> pack(Iterator<Row> objects) {
    return new Packing(objects);
  }

  private final class Packing implements Iterator<Row> {
    private final Iterator<Row> objects;
    private long ordinal;
    private int task;
    private int batch;
    private long taskCost;
    private long batchSize;
    private int batchCount;

    Packing(Iterator<Row> objects) {
      this.objects = objects;
    }

    @Override
    public boolean hasNext() {
      return objects.hasNext();
    }

    @Override
    public Row next() {
      Row object = objects.next();
      long size = ObjectRefSchema.size(object);
      if (batchCount > 0
          && (batchSize + size > limits.batchBytes() || batchCount >= limits.batchObjects())) {
        batch++;
        batchSize = 0;
        batchCount = 0;
        task++;
        taskCost = 0;
      } else if (taskCost > 0 && taskCost + size + OPEN_COST > limits.taskBytes()) {
        task++;
        taskCost = 0;
      }
      batchSize += size;
      batchCount++;
      taskCost += size + OPEN_COST;
      Object[] planned = new Object[TYPE.length()];
      for (int column = 0; column < ORDINAL; column++) {
        planned[column] = object.get(column);
      }
      planned[ORDINAL] = ordinal++;
      planned[TASK] = task;
      planned[BATCH] = batch;
      return RowFactory.create(planned);
    }
  }
}
