package dev.telltale.sql;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.analysis.FunctionRegistry$;
import org.apache.spark.sql.catalyst.analysis.SimpleFunctionRegistry;
import org.apache.spark.sql.catalyst.analysis.SimpleTableFunctionRegistry;
import org.apache.spark.sql.catalyst.analysis.TableFunctionRegistry$;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.plans.logical.FunctionSignature;
import org.apache.spark.sql.catalyst.plans.logical.InputParameter;
import org.apache.spark.sql.catalyst.plans.logical.NamedParametersSupport$;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The functions of Telltale among those that Spark has built in: a view that stays may use them,
 * and nobody can drop them. Driver.
 */
public final class SqlFunctions {
  /**
   * The setting of a session that says where its fingerprint key lies: a place as {@link KeySource}
   * has it.
   */
  public static final String KEY_PLACE = "spark.telltale.fingerprintKey";

  private SqlFunctions() {}

  /** Sessions that start from now on have the functions, in this virtual machine. */
  public static synchronized void install() {
    SimpleFunctionRegistry functions = FunctionRegistry$.MODULE$.builtin();
    for (SqlFunction function : SqlFunction.values()) {
      FunctionIdentifier name = new FunctionIdentifier(function.id());
      if (!functions.functionExists(name)) {
        functions.registerFunction(
            name,
            FunctionTexts.of(function.id(), "string_funcs"),
            arguments -> call(function, arguments));
      }
    }
    SimpleTableFunctionRegistry tables = TableFunctionRegistry$.MODULE$.builtin();
    FunctionIdentifier name = new FunctionIdentifier(CaseFunction.NAME);
    if (!tables.functionExists(name)) {
      tables.registerFunction(
          name, FunctionTexts.of(CaseFunction.NAME, "table_funcs"), CaseFunction::places);
    }
  }

  /**
   * The fingerprint key of the active session: where {@link #KEY_PLACE} says, otherwise one that
   * the application makes for itself. Throws an AnalysisException of Spark, unchecked, if it cannot
   * be had.
   */
  public static SealedKey sessionKey() {
    return FunctionKeys.key();
  }

  private static Expression call(SqlFunction function, Seq<Expression> arguments) {
    Seq<Expression> inOrder =
        NamedParametersSupport$.MODULE$.defaultRearrange(
            signature(function), arguments, function.id(), SqlFunctions::sameName);
    return new CoreExpression(new CoreCall(function, FunctionKeys.of(function)), inOrder);
  }

  private static boolean sameName(String first, String second) {
    return first.equalsIgnoreCase(second);
  }

  private static FunctionSignature signature(SqlFunction function) {
    List<InputParameter> parameters = new ArrayList<>();
    for (int i = 0; i < function.parameters().size(); i++) {
      Option<Expression> absent =
          function.isOptional(i)
              ? Option.apply(new Literal(null, function.parameterType(i)))
              : Option.empty();
      parameters.add(new InputParameter(function.parameters().get(i), absent));
    }
    return new FunctionSignature(CollectionConverters.asScala(parameters).toList());
  }
}
