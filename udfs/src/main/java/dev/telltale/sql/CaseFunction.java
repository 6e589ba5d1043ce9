package dev.telltale.sql;

import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser$;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import scala.collection.immutable.Seq;

/**
 * {@code telltale_case(fingerprint)}: all places of a value, as a query over the lake's tables that
 * the session knows as {@code findings} and {@code objects_current}. Driver.
 */
final class CaseFunction {
  static final String NAME = "telltale_case";

  private static final int MIN_DIGITS = 8;
  private static final int MAX_DIGITS = 64;
  private static final String HEX = "0123456789abcdef";

  private CaseFunction() {}

  static LogicalPlan places(Seq<Expression> arguments) {
    if (arguments.size() != 1 || !arguments.head().foldable()) {
      throw FunctionMistake.of(
          NAME + " takes one fingerprint, written out: " + NAME + "('9f86d081...')", null);
    }
    Object given = arguments.head().eval(null);
    String fingerprint = given == null ? "" : given.toString();
    boolean isHex = fingerprint.chars().allMatch(digit -> HEX.indexOf(digit) >= 0);
    if (!isHex || fingerprint.length() < MIN_DIGITS || fingerprint.length() > MAX_DIGITS) {
      throw FunctionMistake.of(
          NAME
              + " takes a fingerprint, or the first "
              + MIN_DIGITS
              + " and more of its lower-case hex digits, as markers in redacted text show them",
          null);
    }
    return CatalystSqlParser$.MODULE$.parsePlan(
        "SELECT f.* FROM findings AS f LEFT SEMI JOIN objects_current AS o ON f.bucket = o.bucket"
            + " AND f.object_key = o.object_key AND f.version_id <=> o.version_id AND f.run_id ="
            + " o.run_id WHERE f.suppressed_by IS NULL AND startswith(f.fingerprint, '"
            + fingerprint
            + "') ORDER BY f.event_time, f.finding_id");
  }
}
