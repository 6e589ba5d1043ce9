package dev.telltale.jobs.command.sql;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.PlanExpression;
import org.apache.spark.sql.catalyst.expressions.ScalaUDF;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.execution.datasources.HadoopFsRelation;
import org.apache.spark.sql.execution.datasources.LogicalRelation;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Looks at a query once its names are resolved: every row comes from a file of the lake or from the
 * query itself, and every expression is one of Spark's own or a function of Telltale. Finds what
 * {@link ParsedQuery} cannot see, such as the name of a common table expression that is used where
 * it is not in scope and so stands for a table of a metastore.
 */
final class AnalysedQuery {
  private static final String PLANS = "org.apache.spark.sql.catalyst.plans.logical.";
  private static final String EXPRESSIONS = "org.apache.spark.sql.catalyst.expressions.";

  private static final Set<String> NODES =
      Set.of(
          PLANS + "Aggregate",
          PLANS + "AsOfJoin",
          PLANS + "CTERelationDef",
          PLANS + "CTERelationRef",
          PLANS + "Distinct",
          PLANS + "Except",
          PLANS + "Expand",
          PLANS + "Filter",
          PLANS + "Generate",
          PLANS + "GlobalLimit",
          PLANS + "Intersect",
          PLANS + "Join",
          PLANS + "LateralJoin",
          PLANS + "LimitAll",
          PLANS + "LocalLimit",
          PLANS + "LocalRelation",
          PLANS + "Offset",
          PLANS + "OneRowRelation",
          PLANS + "Pivot",
          PLANS + "Project",
          PLANS + "Range",
          PLANS + "Repartition",
          PLANS + "RepartitionByExpression",
          PLANS + "ResolvedHint",
          PLANS + "Sample",
          PLANS + "Sort",
          PLANS + "SubqueryAlias",
          PLANS + "Tail",
          PLANS + "Transpose",
          PLANS + "Union",
          PLANS + "UnionLoop",
          PLANS + "UnionLoopRef",
          PLANS + "Unpivot",
          PLANS + "View",
          PLANS + "Window",
          PLANS + "WithCTE",
          EXPRESSIONS + "PipeOperator");

  /** What calls code by its name. */
  private static final Set<String> CALLS = Set.of("CallMethodViaReflection", "TryReflect");

  private final Set<String> tables;
  private final RefusedQuery refused = new RefusedQuery();
  private final Deque<Object> waiting = new ArrayDeque<>();

  private AnalysedQuery(Set<String> tables) {
    this.tables = tables;
  }

  /**
   * @param tables the folders of the lake's tables, qualified
   * @throws dev.telltale.jobs.settings.UserMistake with everything that is refused
   */
  static void requireLakeOnly(LogicalPlan plan, Set<String> tables) {
    AnalysedQuery query = new AnalysedQuery(tables);
    query.waiting.push(plan);
    while (!query.waiting.isEmpty()) {
      Object part = query.waiting.pop();
      if (part instanceof LogicalPlan node) {
        query.node(node);
      } else if (part instanceof Expression expression) {
        query.expression(expression);
      }
    }
    query.refused.throwIfAny();
  }

  private void node(LogicalPlan plan) {
    if (plan instanceof LogicalRelation relation) {
      if (!isOfLake(relation)) {
        refused.because("it reads something that is no table of the lake");
      }
      return;
    }
    if (!NODES.contains(plan.getClass().getName())) {
      refused.because("it asks for more than to read (" + plan.nodeName() + ")");
    }
    CollectionConverters.asJava(plan.children()).forEach(waiting::push);
    CollectionConverters.asJava(plan.innerChildren()).forEach(waiting::push);
    CollectionConverters.asJava(plan.expressions()).forEach(waiting::push);
  }

  private boolean isOfLake(LogicalRelation relation) {
    return relation.relation() instanceof HadoopFsRelation files
        && CollectionConverters.asJava(files.location().rootPaths()).stream()
            .map(Path::toString)
            .allMatch(tables::contains);
  }

  private void expression(Expression expression) {
    if (expression instanceof ScalaUDF function) {
      String name = function.udfName().isDefined() ? function.udfName().get() : "";
      if (!QueryNames.isFunction(name)) {
        refused.because(QueryNames.noFunction(name));
      }
    } else {
      String name = expression.getClass().getName();
      if (!name.startsWith(EXPRESSIONS) || CALLS.contains(expression.getClass().getSimpleName())) {
        refused.because("it calls code that is not Spark's own (" + expression.nodeName() + ")");
      }
    }
    if (expression instanceof PlanExpression<?> subquery) {
      waiting.push(subquery.plan());
    }
    CollectionConverters.asJava(expression.children()).forEach(waiting::push);
  }
}
