package dev.telltale.jobs.source;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.connector.expressions.filter.Predicate;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.SupportsPushDownRequiredColumns;
import org.apache.spark.sql.connector.read.SupportsPushDownV2Filters;
import org.apache.spark.sql.types.StructType;

/**
 * Takes from a query what spares requests: bounds of the export time and telemetry types, by which
 * folders are not listed and objects not opened, and the columns, without which no body is written
 * out. Spark asks what is left of every condition again. Driver.
 */
final class ObjectsScanBuilder
    implements SupportsPushDownV2Filters, SupportsPushDownRequiredColumns {
  private final String address;
  private final SourceContent content;
  private final boolean skipping;
  private StructType columns;
  private KeyFilter filter = KeyFilter.ALL;
  private Predicate[] used = new Predicate[0];

  ObjectsScanBuilder(String address, SourceContent content, boolean skipping) {
    this.address = address;
    this.content = content;
    this.skipping = skipping;
    this.columns = content.schema();
  }

  @Override
  public Predicate[] pushPredicates(Predicate[] predicates) {
    List<Predicate> narrowing = new ArrayList<>();
    for (Predicate predicate : predicates) {
      KeyFilter narrowed = filter.and(predicate);
      if (!narrowed.equals(filter)) {
        filter = narrowed;
        narrowing.add(predicate);
      }
    }
    used = narrowing.toArray(Predicate[]::new);
    return predicates;
  }

  @Override
  public Predicate[] pushedPredicates() {
    return used.clone();
  }

  @Override
  public void pruneColumns(StructType required) {
    columns = required;
  }

  @Override
  public Scan build() {
    return new ObjectsScan(address, content, columns, filter, skipping);
  }
}
