package dev.telltale.jobs.listing;

import java.util.Iterator;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.util.SerializableConfiguration;

/**
 * The function that runs in a listing task: lists unit after unit and yields rows as they are asked
 * for. Serialised to executors; the store's settings travel as a broadcast.
 */
final class ListingTasks implements FlatMapFunction<Iterator<ListingUnit>, Row> {
  private static final long serialVersionUID = 1L;

  private final Broadcast<SerializableConfiguration> hadoop;
  private final TimeWindow window;
  private final boolean allVersions;

  ListingTasks(
      Broadcast<SerializableConfiguration> hadoop, TimeWindow window, boolean allVersions) {
    this.hadoop = hadoop;
    this.window = window;
    this.allVersions = allVersions;
  }

  @Override
  public Iterator<Row> call(Iterator<ListingUnit> units) {
    return new ListedRows(hadoop.value().value(), window, allVersions, units);
  }
}
