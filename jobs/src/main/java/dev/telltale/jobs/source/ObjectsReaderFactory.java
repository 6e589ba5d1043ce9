package dev.telltale.jobs.source;

import dev.telltale.jobs.source.ObjectsScan.PartOfObjects;
import dev.telltale.sql.SealedKey;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;

/** Serialised to executors: what all tasks of a query need. The key travels sealed. */
final class ObjectsReaderFactory implements PartitionReaderFactory {
  private static final long serialVersionUID = 1L;

  private final SourceContent content;
  private final StructType columns;
  private final KeyFilter filter;
  private final boolean skipping;
  private final SealedKey key;
  private final Broadcast<SerializableConfiguration> hadoop;

  ObjectsReaderFactory(
      SourceContent content,
      StructType columns,
      KeyFilter filter,
      boolean skipping,
      SealedKey key,
      Broadcast<SerializableConfiguration> hadoop) {
    this.content = content;
    this.columns = columns;
    this.filter = filter;
    this.skipping = skipping;
    this.key = key;
    this.hadoop = hadoop;
  }

  @Override
  public PartitionReader<InternalRow> createReader(InputPartition part) {
    return new ObjectsReader(
        content,
        new SourceColumns(content, columns),
        filter,
        skipping,
        key.open(),
        hadoop.value().value(),
        ((PartOfObjects) part).unit());
  }
}
