package dev.telltale.detection.encoding;

import java.util.List;

/**
 * Control sequences of terminals (ECMA-48, XTerm), as a terminal would get them and as logs and
 * editors write the escape character; colours also where it was lost.
 */
final class AnsiSequences {
  private static final char ESC = '\u001b';
  private static final char CSI = '\u009b';
  private static final char BEL = '\u0007';

  /** How escape is written: a caret, C, JSON, rsyslog, its symbol, and what is put in its place. */
  private static final List<String> WRITTEN =
      List.of(
          "\u001b", "^[", "\\x1b", "\\x1B", "\\u001b", "\\u001B", "\\033", "\\e", "\\E", "#033",
          "\\#033", "\u241b", "\ufffd", "<ESC>", "<0x1b>", "<0x1B>");

  /** Without it a bracket with a number and an m could be anything. */
  private static final List<String> RESETS = List.of("[0m", "[m", "[39m", "[22m", "[0;");

  private static final int MAX_LENGTH = 256;

  private AnsiSequences() {}

  static boolean isIn(String text) {
    boolean lost = isLost(text);
    for (int at = 0; at < text.length(); at++) {
      if (mayStart(text.charAt(at)) && end(text, at, lost) > at) {
        return true;
      }
    }
    return false;
  }

  /** Whether what stands in the text are colours whose escape character is gone. */
  static boolean isLost(String text) {
    return text.indexOf('[') >= 0 && RESETS.stream().anyMatch(text::contains);
  }

  private static boolean mayStart(char c) {
    return c == ESC
        || c == CSI
        || c == '^'
        || c == '\\'
        || c == '#'
        || c == '['
        || c == '<'
        || c == '\u241b'
        || c == '\ufffd';
  }

  /**
   * The end of the sequence that starts there, or -1.
   *
   * @param lost whether colours count without their escape character
   */
  static int end(String text, int at, boolean lost) {
    char c = text.charAt(at);
    if (!mayStart(c)) {
      return -1;
    }
    if (c == CSI) {
      return csi(text, at + 1);
    }
    if (c == '[') {
      return lost ? colour(text, at) : -1;
    }
    for (String written : WRITTEN) {
      if (text.startsWith(written, at)) {
        return sequence(text, at + written.length(), written.charAt(0) == ESC);
      }
    }
    return -1;
  }

  /** After an escape character; without certainty that it is one, only what has parameters. */
  private static int sequence(String text, int at, boolean sure) {
    if (at >= text.length()) {
      return -1;
    }
    return switch (text.charAt(at)) {
      case '[' -> sure ? csi(text, at + 1) : colour(text, at);
      case ']' -> string(text, at + 1);
      case '(', ')' -> sure && at + 1 < text.length() ? at + 2 : -1;
      default -> -1;
    };
  }

  /** Parameters, intermediates, a final character. */
  private static int csi(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '?') {
      at++;
    }
    while (at < text.length() && text.charAt(at) >= ' ' && text.charAt(at) <= '/') {
      at++;
    }
    boolean ends = at < text.length() && text.charAt(at) >= '@' && text.charAt(at) <= '~';
    return ends && at - from < MAX_LENGTH ? at + 1 : -1;
  }

  /** Numbers with semicolons, and the final character of a colour or of erasing. */
  private static int colour(String text, int bracket) {
    int at = bracket + 1;
    while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == ';')) {
      at++;
    }
    boolean ends = at < text.length() && (text.charAt(at) == 'm' || text.charAt(at) == 'K');
    return ends && at - bracket < MAX_LENGTH ? at + 1 : -1;
  }

  /** The text of an operating system command, such as a link, up to its terminator. */
  private static int string(String text, int from) {
    int end = Math.min(text.length(), from + MAX_LENGTH);
    for (int at = from; at < end; at++) {
      if (text.charAt(at) == BEL) {
        return at + 1;
      }
      if (text.charAt(at) == ESC && at + 1 < text.length() && text.charAt(at + 1) == '\\') {
        return at + 2;
      }
    }
    return -1;
  }
}
