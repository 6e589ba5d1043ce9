package dev.telltale.jobs.stream;

import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.connector.read.streaming.MicroBatchStream;
import org.apache.spark.sql.connector.read.streaming.Offset;
import org.apache.spark.sql.connector.read.streaming.ReadLimit;
import org.apache.spark.sql.connector.read.streaming.SupportsTriggerAvailableNow;

/** The runs of a feed as offsets. Driver; used by the query's thread. */
final class RunStream implements MicroBatchStream, SupportsTriggerAvailableNow {
  private final RunFeed feed;
  private RunOffset latest = RunOffset.START;

  RunStream(RunFeed feed) {
    this.feed = feed;
  }

  /** What is available now is what the feed lists; it lists once where it is asked to. */
  @Override
  public void prepareForTriggerAvailableNow() {}

  @Override
  public Offset latestOffset(Offset start, ReadLimit limit) {
    String runId = feed.next();
    latest = runId == null ? (RunOffset) start : new RunOffset(runId);
    return latest;
  }

  @Override
  public Offset latestOffset() {
    throw new UnsupportedOperationException("Spark asks with the offset to start from");
  }

  @Override
  public Offset reportLatestOffset() {
    return latest;
  }

  @Override
  public Offset initialOffset() {
    return RunOffset.START;
  }

  @Override
  public Offset deserializeOffset(String json) {
    return RunOffset.read(json);
  }

  @Override
  public InputPartition[] planInputPartitions(Offset start, Offset end) {
    return new InputPartition[] {new RunPartition(((RunOffset) end).runId())};
  }

  @Override
  public PartitionReaderFactory createReaderFactory() {
    return new RunPartition.Factory();
  }

  @Override
  public void commit(Offset end) {}

  @Override
  public void stop() {}
}
