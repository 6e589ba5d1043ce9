package dev.telltale.jobs.tables;

/** Names and texts as Spark SQL writes them. */
public final class SqlText {
  private SqlText() {}

  /** A string that means the text, whatever is in it. */
  public static String literal(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  /** A name, whatever is in it. */
  public static String name(String name) {
    return "`" + name.replace("`", "``") + "`";
  }
}
