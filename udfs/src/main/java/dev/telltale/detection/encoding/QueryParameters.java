package dev.telltale.detection.encoding;

import java.util.function.Consumer;

/**
 * Parameters of a URL's query or of a form, {@code application/x-www-form-urlencoded}: a name, and
 * a value in which a plus sign is a blank:
 * https://url.spec.whatwg.org/#application/x-www-form-urlencoded
 */
final class QueryParameters {
  private static final int MAX_NAME = 64;
  private static final String ENDS = "&#;\"'`<>{}\\";

  private QueryParameters() {}

  /** One parameter and where its value lies. Holds content: never printed. */
  static final class Parameter {
    private final String name;
    private final String value;
    private final int from;

    Parameter(String name, String value, int from) {
      this.name = name;
      this.value = value;
      this.from = from;
    }

    String name() {
      return name;
    }

    int from() {
      return from;
    }

    int to() {
      return from + value.length();
    }

    /** The value decoded, and where each character comes from. */
    DecodedCopy decoded() {
      return DecodedCopy.ofForm(value);
    }

    @Override
    public String toString() {
      return "parameter of " + value.length() + " characters";
    }
  }

  /** Those after a question mark or an ampersand, and a first one at the start of the text. */
  static void each(String text, Consumer<Parameter> taker) {
    int at = 0;
    while (at >= 0 && at < text.length()) {
      int equals = text.indexOf('=', at);
      if (equals < 0) {
        return;
      }
      int name = nameStart(text, equals);
      int end = valueEnd(text, equals + 1);
      if (end > equals + 1 && isStart(text, name, end) && name < equals) {
        taker.accept(
            new Parameter(
                text.substring(name, equals), text.substring(equals + 1, end), equals + 1));
      }
      at = Math.max(end, equals + 1);
    }
  }

  private static int nameStart(String text, int equals) {
    int at = equals;
    while (at > 0 && equals - at < MAX_NAME && isName(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  private static boolean isName(char c) {
    return Character.isLetterOrDigit(c) || "_-.[]%$".indexOf(c) >= 0;
  }

  private static int valueEnd(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) > ' ' && ENDS.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return at;
  }

  /** A text that begins with a parameter is a form when a second one follows. */
  private static boolean isStart(String text, int name, int end) {
    return name == 0
        ? end < text.length() && text.charAt(end) == '&'
        : text.charAt(name - 1) == '?' || text.charAt(name - 1) == '&';
  }
}
