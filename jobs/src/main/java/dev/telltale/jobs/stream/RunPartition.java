package dev.telltale.jobs.stream;

import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.unsafe.types.UTF8String;

/** The one row of a batch. */
record RunPartition(String runId) implements InputPartition {
  private static final long serialVersionUID = 1L;

  /** Reads such partitions. */
  static final class Factory implements PartitionReaderFactory {
    private static final long serialVersionUID = 1L;

    @Override
    public PartitionReader<InternalRow> createReader(InputPartition partition) {
      return new Reader(((RunPartition) partition).runId());
    }
  }

  private static final class Reader implements PartitionReader<InternalRow> {
    private final String runId;
    private boolean read;

    Reader(String runId) {
      this.runId = runId;
    }

    @Override
    public boolean next() {
      boolean first = !read;
      read = true;
      return first;
    }

    @Override
    public InternalRow get() {
      return new GenericInternalRow(new Object[] {UTF8String.fromString(runId)});
    }

    @Override
    public void close() {}
  }
}
