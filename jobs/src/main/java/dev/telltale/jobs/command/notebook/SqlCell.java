package dev.telltale.jobs.command.notebook;

import dev.telltale.jobs.settings.UserMistake;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A code cell as it is run: what Sparkmagic's {@code %%sql} takes. Its options, on the first line,
 * decide how much a notebook of Jupyter shows; they are accepted and not obeyed.
 *
 * @param statement without the first line, and without a semicolon at the end
 * @param chart null where no comment asks for one
 */
public record SqlCell(String statement, ChartComment chart) {
  private static final String MAGIC = "%%sql";
  private static final Pattern ASSIGNMENT =
      Pattern.compile("(?is)\\s*SET\\s+([A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*(.*?)\\s*");
  private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*--[^\\n]*$");

  /**
   * A variable that the cells below it use as <code>${name}</code>.
   *
   * @param setting what stands in its place
   */
  public record Assignment(String name, String setting) {}

  /**
   * Reads a cell that may lack the magic, as in a kernel whose language is SQL.
   *
   * @throws UserMistake if its chart cannot be understood
   */
  public static SqlCell of(String source) {
    String body = source;
    if (isMagic(source)) {
      int end = source.indexOf('\n');
      body = end < 0 ? "" : source.substring(end + 1);
    }
    String statement = body.strip();
    while (statement.endsWith(";")) {
      statement = statement.substring(0, statement.length() - 1).stripTrailing();
    }
    return new SqlCell(statement, ChartComment.in(statement));
  }

  static boolean isMagic(String source) {
    return source.startsWith(MAGIC)
        && (source.length() == MAGIC.length()
            || Character.isWhitespace(source.charAt(MAGIC.length())));
  }

  /** What the first comment says that asks for no chart; empty where there is none. */
  public String caption() {
    for (String line : statement.lines().toList()) {
      String words = line.strip();
      if (words.startsWith("--") && ChartComment.in(words) == null) {
        return words.substring(2).strip();
      }
    }
    return "";
  }

  /** Whether there is nothing to run. */
  public boolean isEmpty() {
    return COMMENT.matcher(statement).replaceAll("").isBlank();
  }

  /** What the cell sets, where it sets something. */
  public Optional<Assignment> assignment() {
    Matcher set = ASSIGNMENT.matcher(COMMENT.matcher(statement).replaceAll("").strip());
    return set.matches()
        ? Optional.of(new Assignment(set.group(1), set.group(2)))
        : Optional.empty();
  }
}
