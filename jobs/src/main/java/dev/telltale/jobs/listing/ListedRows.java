package dev.telltale.jobs.listing;

import dev.telltale.sql.ObjectRefSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;

/**
 * What units hold, listed as it is asked for, as rows of {@link ListedRow#TYPE}. Task; not
 * thread-safe.
 */
public final class ListedRows implements Iterator<Row> {
  private final Configuration hadoop;
  private final TimeWindow window;
  private final boolean allVersions;
  private final Iterator<ListingUnit> units;
  private final Map<String, ObjectTree> trees = new HashMap<>();
  private Iterator<Row> listed = Collections.emptyIterator();
  private Row ready;

  public ListedRows(
      Configuration hadoop, TimeWindow window, boolean allVersions, Iterator<ListingUnit> units) {
    this.hadoop = hadoop;
    this.window = window;
    this.allVersions = allVersions;
    this.units = units;
  }

  @Override
  public boolean hasNext() {
    while (ready == null) {
      if (listed.hasNext()) {
        Row row = listed.next();
        boolean wanted = window.holds(ObjectRefSchema.key(row), ObjectRefSchema.lastModified(row));
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
      return ObjectTree.of(hadoop, bucket, allVersions);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
