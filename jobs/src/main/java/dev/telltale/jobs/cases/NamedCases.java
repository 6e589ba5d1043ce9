package dev.telltale.jobs.cases;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * Cases that a command was asked about, read once: what the views say of them costs more than all
 * that is asked of it. Their places stand on the executors until this is closed. Driver.
 */
public final class NamedCases implements AutoCloseable {
  private final List<Row> rows;
  private final List<String> ids;
  private final Dataset<Row> places;

  NamedCases(List<String> ids, List<Row> rows, Dataset<Row> places) {
    this.ids = List.copyOf(ids);
    this.rows = List.copyOf(rows);
    this.places = places.persist(StorageLevel.MEMORY_AND_DISK());
  }

  /** The ids that they have now, each once, in the order in which they were asked for. */
  public List<String> ids() {
    return ids;
  }

  /** Their rows of the view {@code cases}, by id. */
  public List<Row> rows() {
    return rows;
  }

  /**
   * Every place, copies in duplicate deliveries included: the columns of the table {@code
   * findings}, after {@code case_id}, {@code kind}, {@code counted}, {@code value_id} and {@code
   * field_id}. What a rule file suppresses is left out.
   */
  public Dataset<Row> places() {
    return places;
  }

  /** Those of one of them. */
  public Dataset<Row> places(String id) {
    return places.where(col("case_id").equalTo(id));
  }

  @Override
  public void close() {
    places.unpersist();
  }
}
