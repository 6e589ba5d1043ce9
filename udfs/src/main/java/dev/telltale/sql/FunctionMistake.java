package dev.telltale.sql;

import org.apache.spark.QueryContext;
import org.apache.spark.sql.AnalysisException;
import scala.Option;
import scala.collection.immutable.Map$;

/** What is wrong with a call of a function, as Spark says that a query cannot be run. */
final class FunctionMistake {
  private FunctionMistake() {}

  /**
   * Thrown unchecked, as Spark's own code does.
   *
   * @param cause may be null
   */
  static RuntimeException of(String message, Throwable cause) {
    return FunctionMistake.<RuntimeException>unchecked(
        new AnalysisException(
            message,
            Option.empty(),
            Option.empty(),
            Option.apply(cause),
            Option.empty(),
            Map$.MODULE$.empty(),
            new QueryContext[0]));
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Throwable> E unchecked(Throwable thrown) throws E {
    throw (E) thrown;
  }
}
