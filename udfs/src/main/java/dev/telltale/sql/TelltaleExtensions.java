package dev.telltale.sql;

import org.apache.spark.sql.SparkSessionExtensions;
import scala.runtime.AbstractFunction1;
import scala.runtime.BoxedUnit;

/**
 * Gives every session that names it in {@code spark.sql.extensions} the functions of Telltale and,
 * with the job jar on the class path, a catalog of raw objects. Driver.
 */
public final class TelltaleExtensions extends AbstractFunction1<SparkSessionExtensions, BoxedUnit> {
  @Override
  public BoxedUnit apply(SparkSessionExtensions extensions) {
    SqlFunctions.install();
    extensions.injectResolutionRule(CatalogSetting::new);
    return BoxedUnit.UNIT;
  }
}
