package dev.telltale.sql;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.analysis.TypeCheckResult;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.ImplicitCastInputTypes;
import org.apache.spark.sql.catalyst.expressions.Literal$;
import org.apache.spark.sql.catalyst.expressions.codegen.CodegenContext;
import org.apache.spark.sql.catalyst.expressions.codegen.ExprCode;
import org.apache.spark.sql.catalyst.expressions.objects.Invoke;
import org.apache.spark.sql.types.AbstractDataType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.unsafe.types.UTF8String;
import scala.collection.immutable.IndexedSeq;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A call of a function of the core as an expression of Spark. The work is that of {@link Invoke},
 * so that the call stays inside the code that Spark generates for a stage; name, types and equality
 * are its own. Made on the driver, evaluated on executors.
 */
public final class CoreExpression extends Expression
    implements ImplicitCastInputTypes, Serializable {
  private static final long serialVersionUID = 1L;

  private final CoreCall call;
  private final Seq<Expression> arguments;

  CoreExpression(CoreCall call, Seq<Expression> arguments) {
    this.call = call;
    this.arguments = arguments;
  }

  @Override
  public Seq<Expression> children() {
    return arguments;
  }

  @Override
  public Expression withNewChildrenInternal(IndexedSeq<Expression> children) {
    return new CoreExpression(call, children);
  }

  @Override
  public String prettyName() {
    return call.function().id();
  }

  @Override
  public String nodeName() {
    return call.function().id();
  }

  @Override
  public DataType dataType() {
    return call.function().type();
  }

  @Override
  public boolean nullable() {
    return true;
  }

  /** A call with constants is computed once. */
  @Override
  public boolean foldable() {
    return CollectionConverters.asJava(arguments).stream().allMatch(Expression::foldable);
  }

  @Override
  public Seq<AbstractDataType> inputTypes() {
    List<AbstractDataType> types = new ArrayList<>();
    for (int i = 0; i < call.function().parameters().size(); i++) {
      types.add(call.function().parameterType(i));
    }
    return CollectionConverters.asScala(types).toList();
  }

  @Override
  public TypeCheckResult checkInputDataTypes() {
    return ImplicitCastInputTypes.super.checkInputDataTypes();
  }

  @Override
  public Object eval(InternalRow row) {
    Object value = arguments.head().eval(row);
    return arguments.size() == 1
        ? call.apply(value)
        : call.apply(value, (UTF8String) arguments.last().eval(row));
  }

  /** The function takes nulls itself: an optional argument may be one. */
  @Override
  public ExprCode doGenCode(CodegenContext context, ExprCode code) {
    return new Invoke(
            Literal$.MODULE$.fromObject(call),
            CoreCall.METHOD,
            dataType(),
            arguments,
            inputTypes(),
            false,
            true,
            true)
        .doGenCode(context, code);
  }

  @Override
  public int productArity() {
    return 1;
  }

  @Override
  public Object productElement(int element) {
    if (element != 0) {
      throw new IndexOutOfBoundsException(element);
    }
    return arguments;
  }

  @Override
  public boolean canEqual(Object other) {
    return other instanceof CoreExpression;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CoreExpression expression
        && expression.call.isSame(call)
        && expression.arguments.equals(arguments);
  }

  @Override
  public int hashCode() {
    return 31 * call.function().hashCode() + arguments.hashCode();
  }
}
