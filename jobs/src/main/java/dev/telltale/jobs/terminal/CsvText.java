package dev.telltale.jobs.terminal;

import java.util.List;
import java.util.stream.Collectors;

/** Cells as RFC 4180 has them, each line of text in one line. */
public final class CsvText {
  /** Of ASCII, and the wide forms that spreadsheets take for them. */
  private static final String FORMULAS = "=+-@\uff1d\uff0b\uff0d\uff20";

  private static final String SEPARATORS = ",;|\"";

  private CsvText() {}

  /** A line of cells. */
  public static String line(List<String> cells) {
    return cells.stream().map(CsvText::quoted).collect(Collectors.joining(","));
  }

  /**
   * A text that a spreadsheet shows and does not compute: a quotation mark stands before what would
   * start a formula (https://owasp.org/www-community/attacks/CSV_Injection).
   */
  public static String inert(String cell) {
    return !cell.isEmpty() && FORMULAS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }

  /** What other programs take for a separator is quoted too. */
  private static String quoted(String cell) {
    String line = PlainText.of(cell);
    boolean plain = line.chars().noneMatch(c -> SEPARATORS.indexOf(c) >= 0);
    return plain ? line : '"' + line.replace("\"", "\"\"") + '"';
  }
}
