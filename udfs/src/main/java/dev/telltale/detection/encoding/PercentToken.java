package dev.telltale.detection.encoding;

/**
 * Whether percent signs in a word are percent-encoding. Nobody encodes letters and digits (RFC
 * 3986, section 2.3: they are not to be encoded, and URIs that differ in that only are the same),
 * so that {@code qR%31x} is a password with a percent sign, and {@code a%40b%31} is encoded. A word
 * of which everything is encoded, as filters are passed by, is encoded too.
 */
final class PercentToken {
  private static final String ENDS = "\"'`,;<>{}[]()";

  /** Letters and digits that are encoded by intent. */
  private static final int MIN_INTENDED = 2;

  private PercentToken() {}

  /** Where the word that goes on from {@code at} ends. */
  static int end(String source, int at) {
    int end = at;
    while (end < source.length()
        && source.charAt(end) > ' '
        && ENDS.indexOf(source.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  static boolean isEncoded(String source, int from, int end) {
    int unreserved = 0;
    for (int at = source.indexOf('%', from);
        at >= 0 && at < end;
        at = source.indexOf('%', at + 1)) {
      int octet = DecodedCopy.percent(source, at);
      if (octet >= 0 && !isUnreserved(octet)) {
        return true;
      }
      unreserved += octet >= 0 ? 1 : 0;
    }
    return unreserved >= MIN_INTENDED;
  }

  private static boolean isUnreserved(int octet) {
    return (octet >= 'A' && octet <= 'Z')
        || (octet >= 'a' && octet <= 'z')
        || (octet >= '0' && octet <= '9');
  }
}
