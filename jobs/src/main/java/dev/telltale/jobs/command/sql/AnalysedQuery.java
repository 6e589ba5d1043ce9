package dev.telltale.jobs.command.sql;

import dev.telltale.sql.CoreExpression;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.PlanExpression;
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
    if (!PlanNodes.ANALYSED.contains(plan.getClass().getName())) {
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
    String name = expression.getClass().getName();
    boolean known =
        name.startsWith(PlanNodes.EXPRESSIONS)
            && !CALLS.contains(expression.getClass().getSimpleName());
    if (!known && !(expression instanceof CoreExpression)) {
      refused.because("it calls code that is not Spark's own (" + expression.nodeName() + ")");
    }
    if (expression instanceof PlanExpression<?> subquery) {
      waiting.push(subquery.plan());
    }
    CollectionConverters.asJava(expression.children()).forEach(waiting::push);
  }
}
