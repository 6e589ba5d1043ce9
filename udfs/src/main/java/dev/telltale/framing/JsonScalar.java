package dev.telltale.framing;

/** Recognises a number, string or literal of RFC 8259 that stands alone. */
final class JsonScalar {
  private final byte[] bytes;
  private final int to;
  private int at;

  private JsonScalar(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    this.to = to;
    at = from;
  }

  static boolean mayStart(int b) {
    return b == '"' || b == '-' || (b >= '0' && b <= '9') || b == 't' || b == 'f' || b == 'n';
  }

  /** Whether all of these bytes are one scalar. */
  static boolean is(byte[] bytes, int from, int to) {
    JsonScalar scalar = new JsonScalar(bytes, from, to);
    boolean one =
        switch (from < to ? bytes[from] : 0) {
          case '"' -> scalar.text();
          case 't' -> scalar.word("true");
          case 'f' -> scalar.word("false");
          case 'n' -> scalar.word("null");
          default -> scalar.number();
        };
    return one && scalar.at == to;
  }

  private boolean text() {
    for (at++; at < to; at++) {
      byte b = bytes[at];
      if (b == '"') {
        at++;
        return true;
      }
      if (b == '\\') {
        at++;
      } else if (b >= 0 && b < 0x20) {
        return false;
      }
    }
    return false;
  }

  private boolean word(String word) {
    for (int i = 0; i < word.length(); i++, at++) {
      if (at >= to || bytes[at] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private boolean number() {
    take("-");
    int whole = at;
    int digits = digits();
    if (digits == 0 || (digits > 1 && bytes[whole] == '0')) {
      return false;
    }
    if (take(".") && digits() == 0) {
      return false;
    }
    if (take("eE")) {
      take("+-");
      return digits() > 0;
    }
    return true;
  }

  private boolean take(String any) {
    if (at < to && any.indexOf(bytes[at]) >= 0) {
      at++;
      return true;
    }
    return false;
  }

  private int digits() {
    int start = at;
    while (at < to && bytes[at] >= '0' && bytes[at] <= '9') {
      at++;
    }
    return at - start;
  }
}
