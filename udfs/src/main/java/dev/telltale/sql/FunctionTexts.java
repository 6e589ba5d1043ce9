package dev.telltale.sql;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.expressions.ExpressionInfo;

/** What {@code DESCRIBE FUNCTION EXTENDED} says of the functions: in Spark's form. */
final class FunctionTexts {
  private static final String SINCE = "0.1.0";

  private FunctionTexts() {}

  /**
   * @param kind one of the groups of functions that Spark knows
   */
  static ExpressionInfo of(String function, String kind) {
    Map<String, List<String>> texts = FunctionNames.texts(function);
    return new ExpressionInfo(
        CoreExpression.class.getName(),
        null,
        function,
        "_FUNC_" + texts.get("usage").get(0),
        block("Arguments:", "      * ", texts.get("argument")),
        examples(texts.get("example")),
        texts.containsKey("note") ? block(null, "    ", texts.get("note")) : "",
        kind,
        SINCE,
        "",
        "built-in");
  }

  private static String block(String title, String indent, List<String> lines) {
    StringBuilder block = new StringBuilder("\n");
    if (title != null) {
      block.append("    ").append(title).append('\n');
    }
    lines.forEach(line -> block.append(indent).append(line).append('\n'));
    return block.append("  ").toString();
  }

  /** A query, "=>", and what it answers. */
  private static String examples(List<String> examples) {
    StringBuilder block = new StringBuilder("\n    Examples:\n");
    for (String example : examples) {
      int arrow = example.lastIndexOf(" => ");
      block.append("      > ").append(example, 0, arrow).append(";\n");
      block.append("       ").append(example.substring(arrow + 4)).append('\n');
    }
    return block.append("  ").toString();
  }
}
