package dev.telltale.jobs.logging;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of a library's message in which no data can stand. Messages are constants with values
 * put in: what is quoted, what an exception says, what is assigned to a secret's name, and every
 * line after the first is left out.
 */
final class SafeText {
  static final String LEFT_OUT = "(left out)";

  private static final int MAX_LENGTH = 600;

  /** The class of an exception, after which its message follows; a condition of Spark is kept. */
  private static final Pattern EXCEPTION =
      Pattern.compile(
          "\\b(?:[a-z][\\w$]*\\.)+[A-Z][\\w$]*(?:Exception|Error|Throwable|Failure|Interrupt)\\b"
              + "(?:[:( ]{0,3}\\[[A-Z][A-Z0-9_.]{3,80}\\])?");

  /** A message of Spark that stands without its exception. */
  private static final Pattern CONDITION =
      Pattern.compile("\\[[A-Z][A-Z0-9_]{3,60}(\\.[A-Z0-9_]+)?\\]");

  private static final Pattern SECRET =
      Pattern.compile(
          "(?i)([\\w.-]*(?:secret|passw|token|credential|private|salt|(?:access|session|api|encryption)[._-]?key)"
              + "[\\w.-]*\\s{0,2}(?:=|:|->)\\s{0,2})[^\\s,;]+");

  private static final String QUOTES = "'\"`\u2018\u2019\u201c\u201d";

  private SafeText() {}

  /**
   * @param speaking whether the text comes from code that names tasks, blocks and hosts only, so
   *     that what stands outside of quotes is harmless
   */
  static String of(String text, boolean speaking) {
    String line = text.lines().findFirst().orElse("");
    boolean cut = line.length() < text.strip().length();
    int end = Math.min(line.length(), MAX_LENGTH);
    Matcher exception = EXCEPTION.matcher(line);
    if (exception.find()) {
      end = Math.min(end, exception.end());
    }
    Matcher condition = CONDITION.matcher(line);
    if (condition.find() && condition.start() < end) {
      end = Math.min(end, condition.end());
    }
    for (int at = 0; at < end; at++) {
      char each = line.charAt(at);
      if (isOpeningQuote(line, at) || (!speaking && isBeforeValues(line, at)) || each > '\u2027') {
        end = at;
      }
    }
    cut |= end < line.length();
    String kept = SECRET.matcher(line.substring(0, end)).replaceAll("$1" + LEFT_OUT);
    return cut ? kept.stripTrailing() + " " + LEFT_OUT : kept;
  }

  /** An apostrophe inside a word opens nothing. */
  private static boolean isOpeningQuote(String line, int at) {
    char each = line.charAt(at);
    if (QUOTES.indexOf(each) < 0) {
      return false;
    }
    boolean afterLetter = at > 0 && Character.isLetterOrDigit(line.charAt(at - 1));
    boolean beforeLetter = at + 1 < line.length() && Character.isLetter(line.charAt(at + 1));
    return each != '\'' || !(afterLetter && beforeLetter);
  }

  /** Where a library's text goes over from words to values. */
  private static boolean isBeforeValues(String line, int at) {
    char each = line.charAt(at);
    return "=[({<".indexOf(each) >= 0
        || (each == ':' && (at + 1 == line.length() || line.charAt(at + 1) == ' '));
  }
}
