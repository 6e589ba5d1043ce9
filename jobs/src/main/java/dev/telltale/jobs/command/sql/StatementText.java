package dev.telltale.jobs.command.sql;

import dev.telltale.jobs.settings.Spelling;
import dev.telltale.jobs.settings.UserMistake;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.ParseTreeWalker;
import org.apache.spark.sql.catalyst.parser.SqlBaseLexer;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser;
import org.apache.spark.sql.catalyst.parser.SqlBaseParserBaseListener;
import org.apache.spark.sql.catalyst.parser.UpperCaseCharStream;

/**
 * A statement as text, held against Spark's grammar alone: what a person mistyped is answered in a
 * moment, before a session is started, which takes seconds. What decides whether a statement may
 * run is {@link ParsedQuery}.
 */
final class StatementText {
  private static final Set<Class<?>> READING =
      Set.of(
          SqlBaseParser.StatementDefaultContext.class,
          SqlBaseParser.ExplainContext.class,
          SqlBaseParser.DescribeQueryContext.class,
          SqlBaseParser.DescribeRelationContext.class,
          SqlBaseParser.ShowColumnsContext.class,
          SqlBaseParser.ShowTablesContext.class,
          SqlBaseParser.ShowViewsContext.class);

  private StatementText() {}

  /**
   * @throws UserMistake if it is no statement of Spark SQL, or names what a query cannot have
   */
  static void requireHarmless(String statement) {
    ParserRuleContext tree = tree(statement);
    RefusedQuery refused = new RefusedQuery();
    Names names = new Names();
    ParseTreeWalker.DEFAULT.walk(names, tree);
    if (!isReading(tree)) {
      refused.because(
          "\"" + tree.getStart().getText() + "\" starts a statement that does more than to read");
    }
    if (names.runsScript) {
      refused.because("it hands rows to a program of the system (TRANSFORM)");
    }
    boolean allKnown = true;
    for (String relation : names.relations) {
      if (!QueryNames.isRelation(relation)
          && !names.commonTables.contains(QueryNames.lower(relation))) {
        refused.because(QueryNames.noRelation(relation));
        allKnown = false;
      }
    }
    if (allKnown) {
      names.columns.check(names.relations, names.commonTables, refused);
    }
    for (String function : names.functions) {
      if (!QueryNames.isFunction(function) && !QueryNames.isTableFunction(function)) {
        refused.because(QueryNames.noFunction(function));
      }
    }
    refused.throwIfAny();
  }

  private static boolean isReading(ParserRuleContext tree) {
    if (tree instanceof SqlBaseParser.CompoundOrSingleStatementContext either
        && either.singleStatement() != null
        && either.singleStatement().statement() != null) {
      return READING.contains(either.singleStatement().statement().getClass());
    }
    return false;
  }

  /** Tries the fast prediction first, as Spark does. */
  private static ParserRuleContext tree(String statement) {
    List<UserMistake> mistakes = new ArrayList<>();
    for (PredictionMode mode : List.of(PredictionMode.SLL, PredictionMode.LL)) {
      mistakes.clear();
      Errors errors = new Errors(mistakes);
      SqlBaseLexer lexer =
          new SqlBaseLexer(new UpperCaseCharStream(CharStreams.fromString(statement)));
      lexer.removeErrorListeners();
      lexer.addErrorListener(errors);
      SqlBaseParser parser = new SqlBaseParser(new CommonTokenStream(lexer));
      parser.removeErrorListeners();
      parser.addErrorListener(errors);
      parser.getInterpreter().setPredictionMode(mode);
      ParserRuleContext tree = parser.compoundOrSingleStatement();
      if (mistakes.isEmpty()) {
        return tree;
      }
    }
    throw mistakes.get(0);
  }

  /** Keeps where the text stops to be SQL. */
  private static final class Errors extends BaseErrorListener {
    private static final int MAX_WORD = 40;

    private final List<UserMistake> mistakes;

    Errors(List<UserMistake> mistakes) {
      this.mistakes = mistakes;
    }

    @Override
    public void syntaxError(
        Recognizer<?, ?> recognizer,
        Object symbol,
        int line,
        int column,
        String message,
        RecognitionException failed) {
      String word = symbol instanceof Token token ? token.getText() : "a character";
      boolean end = symbol instanceof Token token && token.getType() == Token.EOF;
      String shown = word.length() > MAX_WORD ? word.substring(0, MAX_WORD) + "…" : word;
      String near = end ? null : near(recognizer, word);
      mistakes.add(
          new UserMistake(
              "the query is not Spark SQL",
              "line "
                  + line
                  + ", column "
                  + (column + 1)
                  + ": "
                  + (end ? "it ends too early" : "\"" + shown + "\" cannot stand here"),
              near == null
                  ? "https://spark.apache.org/docs/latest/sql-ref-syntax-qry-select.html has the"
                      + " syntax; docs/queries.md has examples"
                  : "did you mean " + near + "?"));
    }

    private static String near(Recognizer<?, ?> recognizer, String word) {
      if (!(recognizer instanceof SqlBaseParser parser)) {
        return null;
      }
      Set<String> expected =
          parser.getExpectedTokens().toSet().stream()
              .map(type -> parser.getVocabulary().getLiteralName(type))
              .filter(literal -> literal != null && literal.length() > 4)
              .map(literal -> literal.substring(1, literal.length() - 1))
              .collect(Collectors.toSet());
      return Spelling.nearest(word.toUpperCase(java.util.Locale.ROOT), expected);
    }
  }

  /** The names in a statement. */
  private static final class Names extends SqlBaseParserBaseListener {
    private final Set<String> relations = new HashSet<>();
    private final Set<String> commonTables = new HashSet<>();
    private final Set<String> functions = new HashSet<>();
    private final StatementColumns columns = new StatementColumns();
    private boolean runsScript;

    @Override
    public void enterTransformClause(SqlBaseParser.TransformClauseContext transform) {
      runsScript = true;
    }

    @Override
    public void enterTableName(SqlBaseParser.TableNameContext table) {
      relation(table.identifierReference());
    }

    @Override
    public void enterTable(SqlBaseParser.TableContext table) {
      relation(table.identifierReference());
    }

    private void relation(SqlBaseParser.IdentifierReferenceContext name) {
      relations.add(
          name.multipartIdentifier() == null
              ? name.getText()
              : name.multipartIdentifier().parts.stream()
                  .map(StatementText::plain)
                  .collect(Collectors.joining(".")));
    }

    @Override
    public void enterNamedQuery(SqlBaseParser.NamedQueryContext query) {
      commonTables.add(QueryNames.lower(plain(query.name)));
    }

    @Override
    public void enterEveryRule(ParserRuleContext rule) {
      columns.enter(rule);
    }

    @Override
    public void enterFunctionName(SqlBaseParser.FunctionNameContext function) {
      functions.add(plain(function));
    }
  }

  static String plain(ParseTree name) {
    String text = name.getText();
    boolean quoted = text.length() > 1 && text.startsWith("`") && text.endsWith("`");
    return quoted ? text.substring(1, text.length() - 1).replace("``", "`") : text;
  }
}
