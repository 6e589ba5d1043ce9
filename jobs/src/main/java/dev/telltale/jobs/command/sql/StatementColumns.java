package dev.telltale.jobs.command.sql;

import dev.telltale.jobs.tables.ColumnComments;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser;

/**
 * The columns that a statement names, held against those of the tables and views in it. Without a
 * session nobody knows all that can be named; so a name is called unknown only if it is neither a
 * column, nor defined anywhere in the statement, nor a name that Spark makes up. Not thread-safe.
 */
final class StatementColumns {
  /** What Spark itself calls columns, and words that read as one. */
  private static final Set<String> MADE_UP =
      Set.of(
          "_metadata",
          "all",
          "col",
          "current_catalog",
          "current_database",
          "current_date",
          "current_schema",
          "current_time",
          "current_timestamp",
          "current_user",
          "curdate",
          "grouping__id",
          "id",
          "key",
          "localtimestamp",
          "now",
          "pos",
          "session_user",
          "user",
          "value",
          "window");

  /** What a reference starts with, and what follows it after a dot; null for nothing. */
  private record Reference(String first, String second) {}

  private final List<Reference> references = new ArrayList<>();
  private final Set<String> defined = new HashSet<>();
  private final Set<String> aliases = new HashSet<>();
  private boolean unknowable;

  void enter(ParserRuleContext rule) {
    if (rule instanceof SqlBaseParser.ColumnReferenceContext column) {
      boolean dotted =
          column.getParent() instanceof SqlBaseParser.DereferenceContext field
              && field.base == column;
      String second =
          dotted ? lower(((SqlBaseParser.DereferenceContext) column.getParent()).fieldName) : null;
      references.add(new Reference(lower(column.identifier()), second));
    } else if (rule instanceof SqlBaseParser.NamedExpressionContext expression) {
      define(expression.name);
      define(expression.identifierList());
    } else if (rule instanceof SqlBaseParser.TableAliasContext alias) {
      if (alias.strictIdentifier() != null) {
        aliases.add(lower(alias.strictIdentifier()));
      }
      define(alias.identifierList());
    } else if (rule instanceof SqlBaseParser.NamedQueryContext query) {
      define(query.columnAliases);
    } else if (rule instanceof SqlBaseParser.LambdaContext lambda) {
      lambda.identifier().forEach(this::define);
    } else if (rule instanceof SqlBaseParser.LateralViewContext view) {
      aliases.add(lower(view.tblName));
      view.colName.forEach(this::define);
    } else if (rule instanceof SqlBaseParser.PivotClauseContext
        || rule instanceof SqlBaseParser.UnpivotClauseContext
        || rule instanceof SqlBaseParser.OperatorPipeStatementContext
        || rule instanceof SqlBaseParser.InlineTableContext
        || rule instanceof SqlBaseParser.FunctionTableContext) {
      unknowable = true;
    }
  }

  private void define(ParseTree name) {
    if (name instanceof SqlBaseParser.IdentifierListContext list) {
      list.identifierSeq().ident.forEach(this::define);
    } else if (name != null) {
      defined.add(lower(name));
    }
  }

  /**
   * @param relations that stand after FROM, all of them known
   * @param commonTables the names of common table expressions
   */
  void check(Set<String> relations, Set<String> commonTables, RefusedQuery refused) {
    Set<String> own = new TreeSet<>();
    relations.stream().map(QueryNames::lower).filter(QueryNames::isRelation).forEach(own::add);
    if (unknowable || own.isEmpty()) {
      return;
    }
    Set<String> columns = new HashSet<>(defined);
    own.forEach(relation -> columns.addAll(ColumnComments.names(relation)));
    Set<String> tables = new HashSet<>(aliases);
    tables.addAll(own);
    tables.addAll(commonTables);
    for (Reference each : references) {
      boolean isColumn = columns.contains(each.first()) || MADE_UP.contains(each.first());
      boolean isTable = tables.contains(each.first());
      if (!isColumn && !isTable) {
        refused.asUnknown(QueryNames.noColumn(each.first(), columns, own));
      } else if (!isColumn
          && each.second() != null
          && !columns.contains(each.second())
          && !MADE_UP.contains(each.second())) {
        refused.asUnknown(QueryNames.noColumn(each.second(), columns, own));
      }
    }
  }

  private static String lower(ParseTree name) {
    return QueryNames.lower(StatementText.plain(name));
  }
}
