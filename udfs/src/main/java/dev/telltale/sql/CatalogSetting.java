package dev.telltale.sql;

import java.util.ServiceLoader;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.rules.Rule;

/**
 * Names the catalog of raw objects in a session, before the first name in it is resolved. Changes
 * no plan: to be asked for a rule is the one moment that Spark gives an extension in each session.
 */
final class CatalogSetting extends Rule<LogicalPlan> {
  private static final String CATALOG = "spark.sql.catalog.telltale";

  CatalogSetting(SparkSession session) {
    if (session.conf().getOption(CATALOG).isEmpty()) {
      ServiceLoader.load(SourceCatalog.class, SourceCatalog.class.getClassLoader()).stream()
          .findFirst()
          .ifPresent(catalog -> session.conf().set(CATALOG, catalog.type().getName()));
    }
  }

  @Override
  public LogicalPlan apply(LogicalPlan plan) {
    return plan;
  }
}
