package dev.telltale.jobs.listing;

import dev.telltale.sql.ObjectRefSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
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
    return new Rows(units);
  }

  private final class Rows implements Iterator<Row> {
    private final Iterator<ListingUnit> units;
    private final Map<String, ObjectTree> trees = new HashMap<>();
    private Iterator<Row> listed = Collections.emptyIterator();
    private Row ready;

    Rows(Iterator<ListingUnit> units) {
      this.units = units;
    }

    @Override
    public boolean hasNext() {
      while (ready == null) {
        if (listed.hasNext()) {
          Row row = listed.next();
          boolean wanted =
              window.holds(ObjectRefSchema.key(row), ObjectRefSchema.lastModified(row));
          ready = wanted ? row : null;
        } else if (units.hasNext()) {
          ListingUnit unit = units.next();
          listed = trees.computeIfAbsent(unit.bucket(), this::tree).rows(unit);
        } else {
          return false;
        }
      }
      return true;
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException("all units were listed");
      }
      Row row = ready;
      ready = null;
      return row;
    }

    private ObjectTree tree(String bucket) {
      try {
        return ObjectTree.of(hadoop.value().value(), bucket, allVersions);
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }
}
