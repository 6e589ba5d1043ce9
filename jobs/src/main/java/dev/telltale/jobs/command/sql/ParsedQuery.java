package dev.telltale.jobs.command.sql;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.spark.sql.catalyst.analysis.RelationTimeTravel;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.analysis.UnresolvedGenerator;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.analysis.UnresolvedTableOrView;
import org.apache.spark.sql.catalyst.analysis.UnresolvedTableValuedFunction;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.SubqueryAlias;
import org.apache.spark.sql.catalyst.plans.logical.UnresolvedWith;
import scala.Product;
import scala.Tuple3;
import scala.collection.Iterable;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Looks at a statement as it was written, before anything in it is resolved: resolving a path reads
 * it, and a command is done as soon as it is analysed. What is not known to be harmless is refused.
 *
 * <p>Whatever stands in a node is visited, not only what Spark calls its children: a common table
 * expression, a named window and the plan in an expression are not among them.
 */
final class ParsedQuery {
  private final RefusedQuery refused = new RefusedQuery();
  private final Set<String> commonTables = new HashSet<>();
  private final Deque<Object> waiting = new ArrayDeque<>();
  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private ParsedQuery() {}

  /**
   * @throws dev.telltale.jobs.settings.UserMistake with everything that is refused
   */
  static void requireHarmless(LogicalPlan plan) {
    ParsedQuery query = new ParsedQuery();
    query.walk(plan, query::collectNames);
    query.seen.clear();
    query.walk(plan, query::check);
    query.refused.throwIfAny();
  }

  private void walk(LogicalPlan plan, java.util.function.Consumer<Object> visitor) {
    waiting.push(plan);
    while (!waiting.isEmpty()) {
      Object part = waiting.pop();
      if (part == null || !seen.add(part)) {
        continue;
      }
      visitor.accept(part);
      if (part instanceof Iterable<?> many) {
        CollectionConverters.asJava(many.iterator()).forEachRemaining(this::wait);
      } else if (part instanceof Product product) {
        CollectionConverters.asJava(product.productIterator()).forEachRemaining(this::wait);
      } else if (part instanceof Object[] array) {
        Arrays.stream(array).forEach(this::wait);
      }
    }
  }

  private void wait(Object part) {
    if (part instanceof Product || part instanceof Iterable<?> || part instanceof Object[]) {
      waiting.push(part);
    }
  }

  private void collectNames(Object part) {
    if (part instanceof UnresolvedWith with) {
      for (Tuple3<String, SubqueryAlias, ?> table :
          CollectionConverters.asJava(with.cteRelations())) {
        commonTables.add(QueryNames.lower(table._1()));
      }
    }
  }

  private void check(Object part) {
    if (part instanceof UnresolvedRelation relation) {
      relation(relation.multipartIdentifier());
      if (!relation.options().isEmpty()) {
        refused.because("tables of the lake take no options");
      }
    } else if (part instanceof UnresolvedTableOrView relation) {
      relation(relation.multipartIdentifier());
    } else if (part instanceof UnresolvedTableValuedFunction function) {
      String name = dotted(function.name());
      if (!QueryNames.isTableFunction(name)) {
        refused.because(QueryNames.noFunction(name));
      }
    } else if (part instanceof LogicalPlan plan) {
      node(plan);
    } else if (part instanceof UnresolvedFunction function) {
      function(dotted(function.nameParts()));
    } else if (part instanceof UnresolvedGenerator generator) {
      function(generator.name().unquotedString());
    } else if (part instanceof Expression expression) {
      expression(expression);
    }
  }

  private void relation(Seq<String> parts) {
    String name = dotted(parts);
    boolean known =
        parts.size() == 1
            && (QueryNames.isRelation(name) || commonTables.contains(QueryNames.lower(name)));
    if (!known) {
      refused.because(QueryNames.noRelation(name));
    }
  }

  private void function(String name) {
    if (!QueryNames.isFunction(name)) {
      refused.because(QueryNames.noFunction(name));
    }
  }

  private void node(LogicalPlan plan) {
    if (plan instanceof RelationTimeTravel) {
      refused.because("earlier versions of a table are read with --unrestricted only");
      return;
    }
    String name = plan.getClass().getName().replace("$", "");
    if (!PlanNodes.PARSED.contains(name)) {
      refused.because("it asks for more than to read (" + plan.nodeName() + ")");
    }
  }

  private void expression(Expression expression) {
    String name = expression.getClass().getName();
    if (!name.startsWith(PlanNodes.EXPRESSIONS)
        && !name.startsWith(PlanNodes.UNRESOLVED + "Unresolved")) {
      refused.because("names are written out in a query (" + expression.nodeName() + ")");
    }
  }

  private static String dotted(Seq<String> parts) {
    return parts.mkString(".");
  }
}
