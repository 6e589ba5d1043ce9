package dev.telltale.jobs.command.sql;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The nodes of Spark's plans, by the names of their classes, that read and do nothing else. */
final class PlanNodes {
  private static final String PLANS = "org.apache.spark.sql.catalyst.plans.logical.";

  /** Names that are not resolved yet. */
  static final String UNRESOLVED = "org.apache.spark.sql.catalyst.analysis.";

  /** Spark's own expressions. */
  static final String EXPRESSIONS = "org.apache.spark.sql.catalyst.expressions.";

  /** The statements that show what the tables and views are, besides what queries consist of. */
  private static final Set<String> DESCRIPTIONS =
      Set.of(
          PLANS + "DescribeColumn",
          PLANS + "DescribeRelation",
          PLANS + "ShowColumns",
          UNRESOLVED + "UnresolvedTableOrView",
          "org.apache.spark.sql.execution.command.DescribeQueryCommand",
          "org.apache.spark.sql.execution.command.ExplainCommand");

  /** Of a query, before and after its names are resolved. */
  private static final Set<String> EITHER =
      Set.of(
          PLANS + "Aggregate",
          PLANS + "AsOfJoin",
          PLANS + "Distinct",
          PLANS + "Except",
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
          PLANS + "Repartition",
          PLANS + "RepartitionByExpression",
          PLANS + "Sample",
          PLANS + "Sort",
          PLANS + "SubqueryAlias",
          PLANS + "Tail",
          PLANS + "Transpose",
          PLANS + "Union",
          PLANS + "Unpivot",
          PLANS + "Window",
          EXPRESSIONS + "PipeOperator");

  private static final Set<String> BEFORE =
      Set.of(
          PLANS + "UnresolvedHint",
          PLANS + "UnresolvedWith",
          PLANS + "WithWindowDefinition",
          UNRESOLVED + "ResolvedInlineTable",
          UNRESOLVED + "UnresolvedHaving",
          UNRESOLVED + "UnresolvedInlineTable",
          UNRESOLVED + "UnresolvedRelation",
          UNRESOLVED + "UnresolvedSubqueryColumnAliases",
          UNRESOLVED + "UnresolvedTVFAliases",
          UNRESOLVED + "UnresolvedTableValuedFunction");

  private static final Set<String> AFTER =
      Set.of(
          PLANS + "CTERelationDef",
          PLANS + "CTERelationRef",
          PLANS + "Expand",
          PLANS + "Range",
          PLANS + "ResolvedHint",
          PLANS + "UnionLoop",
          PLANS + "UnionLoopRef",
          PLANS + "View",
          PLANS + "WithCTE");

  /** Of a statement as it was written. */
  static final Set<String> PARSED = union(Stream.of(EITHER, BEFORE, DESCRIPTIONS));

  /** Of a query whose names are resolved. */
  static final Set<String> ANALYSED = union(Stream.of(EITHER, AFTER));

  private PlanNodes() {}

  private static Set<String> union(Stream<Set<String>> sets) {
    return sets.flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
  }
}
