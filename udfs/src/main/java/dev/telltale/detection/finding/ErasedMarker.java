package dev.telltale.detection.finding;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** What takes the place of a value that is erased from its source. Never a finding. */
public final class ErasedMarker {
  /**
   * The text itself: of characters that are escaped in no format, and with one that keeps it from
   * being a word.
   */
  public static final String TEXT = "telltale-erased";

  /** More characters of a word beside it are another value. */
  private static final int MAX_BESIDE = 3;

  /** How it reads in base64, at each of its alignments, and in hexadecimal. */
  private static final List<String> ENCODED = encoded();

  private ErasedMarker() {}

  private static List<String> encoded() {
    byte[] text = TEXT.getBytes(StandardCharsets.US_ASCII);
    List<String> forms = new ArrayList<>();
    for (int before = 0; before < 3; before++) {
      byte[] aligned = new byte[before + text.length];
      System.arraycopy(text, 0, aligned, before, text.length);
      int from = before == 0 ? 0 : before + 1;
      forms.add(
          Base64.getEncoder()
              .encodeToString(aligned)
              .substring(from, aligned.length * Byte.SIZE / 6));
    }
    forms.add(HexFormat.of().formatHex(text));
    forms.add(HexFormat.of().withUpperCase().formatHex(text));
    return forms;
  }

  /**
   * Whether a span of a text is the marker, or hardly more than it; or encoded text that holds it,
   * for what else is in that is looked at when it is decoded.
   */
  public static boolean is(String text, int start, int end) {
    return isPlain(text, start, end) || isEncoded(text.substring(start, end));
  }

  private static boolean isEncoded(String span) {
    return ENCODED.stream().anyMatch(span::contains);
  }

  private static boolean isPlain(String text, int start, int end) {
    int from = Math.max(0, start - TEXT.length() + 1);
    // No further than a marker that touches the span: a text may hold many spans.
    String around = text.substring(from, Math.min(text.length(), end + TEXT.length() - 1));
    int found = 0;
    int beside = 0;
    int next = start;
    for (int at = around.indexOf(TEXT); at >= 0; at = around.indexOf(TEXT, next - from)) {
      beside += words(text, next, from + at);
      next = from + at + TEXT.length();
      found++;
    }
    return found > 0 && beside + words(text, next, end) <= MAX_BESIDE;
  }

  private static int words(String text, int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      count += Character.isLetterOrDigit(text.charAt(i)) ? 1 : 0;
    }
    return count;
  }
}
