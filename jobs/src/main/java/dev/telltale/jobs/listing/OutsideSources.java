package dev.telltale.jobs.listing;

import dev.telltale.sql.ObjectRefSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.sql.Row;

/**
 * Holds for the objects that lie in none of the sources. A lake may be written by more people than
 * may read what a scan reads: what it says is to be read is held against what the caller named.
 * Crosses to the executors.
 */
public final class OutsideSources implements FilterFunction<Row> {
  private static final long serialVersionUID = 1L;

  private final SourceRoot[] roots;

  private OutsideSources(SourceRoot[] roots) {
    this.roots = roots;
  }

  /**
   * @throws IOException if a source on disk cannot be looked at
   */
  public static OutsideSources of(List<String> sources) throws IOException {
    List<SourceRoot> roots = new ArrayList<>();
    for (String source : sources) {
      roots.add(SourceRoot.of(source));
    }
    return new OutsideSources(roots.toArray(SourceRoot[]::new));
  }

  @Override
  public boolean call(Row object) {
    String bucket = object.getString(object.fieldIndex("bucket"));
    String key = ObjectRefSchema.key(object);
    return Arrays.stream(roots).noneMatch(root -> root.holds(bucket, key));
  }
}
