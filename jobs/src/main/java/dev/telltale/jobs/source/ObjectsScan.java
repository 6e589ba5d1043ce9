package dev.telltale.jobs.source;

import dev.telltale.jobs.listing.ListingOptions;
import dev.telltale.jobs.listing.ListingUnit;
import dev.telltale.jobs.listing.SourceListing;
import dev.telltale.jobs.location.Location;
import dev.telltale.sql.SqlFunctions;
import java.util.List;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.connector.read.Batch;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;
import scala.reflect.ClassTag$;

/**
 * A query's reading of objects. The driver looks for prefixes; each task lists one and reads what
 * it finds, so that no heap grows with the number of objects. Driver.
 */
final class ObjectsScan implements Scan, Batch {
  private final String address;
  private final SourceContent content;
  private final StructType columns;
  private final KeyFilter filter;
  private final boolean skipping;

  ObjectsScan(
      String address,
      SourceContent content,
      StructType columns,
      KeyFilter filter,
      boolean skipping) {
    this.address = address;
    this.content = content;
    this.columns = columns;
    this.filter = filter;
    this.skipping = skipping;
  }

  @Override
  public StructType readSchema() {
    return columns;
  }

  @Override
  public String description() {
    return "telltale " + address + filter;
  }

  @Override
  public Batch toBatch() {
    return this;
  }

  @Override
  public InputPartition[] planInputPartitions() {
    if (filter.isEmpty()) {
      return new InputPartition[0];
    }
    List<ListingUnit> units =
        new SourceListing(
                SparkSession.active(),
                new ListingOptions(
                    List.of(Location.of(address).toString()), filter.window(), false, null))
            .units();
    return units.stream().map(PartOfObjects::new).toArray(InputPartition[]::new);
  }

  /**
   * What one task lists and reads.
   *
   * @param unit of the listing
   */
  record PartOfObjects(ListingUnit unit) implements InputPartition {}

  @Override
  public PartitionReaderFactory createReaderFactory() {
    SparkSession spark = SparkSession.active();
    Broadcast<SerializableConfiguration> hadoop =
        spark
            .sparkContext()
            .broadcast(
                new SerializableConfiguration(spark.sparkContext().hadoopConfiguration()),
                ClassTag$.MODULE$.apply(SerializableConfiguration.class));
    return new ObjectsReaderFactory(
        content, columns, filter, skipping, SqlFunctions.sessionKey(), hadoop);
  }
}
