package dev.telltale.detection.encoding;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A part of a text that is encoded, as detection would decode it, for who has to write it again.
 * Holds content: never printed. Immutable.
 */
public final class EncodedText {
  /** How the part is decoded. */
  public enum Kind {
    /** Character by character: {@link EncodedText#reveal()} is the copy. */
    COPY,
    /** As a run of base64, folded or not, whose bytes can be anything. */
    BASE64,
    /** As a run of hexadecimal digits. */
    HEX
  }

  private final Kind kind;
  private final int from;
  private final int to;
  private final String text;
  private final int[] starts;
  private final int[] ends;
  private final UnaryOperator<String> writer;

  private EncodedText(
      Kind kind,
      int from,
      int to,
      String text,
      int[] starts,
      int[] ends,
      UnaryOperator<String> writer) {
    this.writer = writer;
    this.kind = kind;
    this.from = from;
    this.to = to;
    this.text = text;
    this.starts = starts;
    this.ends = ends;
  }

  private static EncodedText copy(
      DecodedCopy copy, int from, int to, UnaryOperator<String> writer) {
    int[] starts = copy.origin();
    int[] ends = copy.ends();
    for (int i = 0; i < ends.length; i++) {
      starts[i] += from;
      ends[i] += from;
    }
    return new EncodedText(Kind.COPY, from, to, copy.reveal(), starts, ends, writer);
  }

  private static EncodedText run(Kind kind, String text, int from, int to) {
    return new EncodedText(
        kind, from, to, text.substring(from, to), new int[0], new int[0], characters -> characters);
  }

  /** The text between the quotes of a JSON string. */
  public static EncodedText unescaped(String text) {
    return copy(DecodedCopy.ofEscapes(text), 0, text.length(), EncodedCharacters::escaped);
  }

  /** Everything in a text that may be encoded. */
  public static List<EncodedText> in(String text) {
    List<EncodedText> parts = new ArrayList<>();
    int length = text.length();
    if (text.indexOf('%') >= 0 && DecodedCopy.hasPercents(text)) {
      parts.add(copy(DecodedCopy.ofPercents(text), 0, length, EncodedCharacters::percents));
    }
    if (text.indexOf('=') > 0) {
      QueryParameters.each(
          text,
          parameter ->
              parts.add(
                  copy(
                      parameter.decoded(),
                      parameter.from(),
                      parameter.to(),
                      EncodedCharacters::percents)));
    }
    if (text.indexOf('\\') >= 0 && DecodedCopy.hasEscapes(text)) {
      parts.add(copy(DecodedCopy.ofEscapes(text), 0, length, EncodedCharacters::escaped));
    }
    if (AnsiSequences.isIn(text)) {
      parts.add(copy(DecodedCopy.ofAnsi(text), 0, length, characters -> characters));
    }
    if (CharacterArrays.isIn(text)) {
      parts.add(copy(DecodedCopy.ofCharacters(text), 0, length, EncodedCharacters::elements));
    }
    if (text.indexOf('&') >= 0 && DecodedCopy.hasEntities(text)) {
      parts.add(copy(DecodedCopy.ofEntities(text), 0, length, EncodedCharacters::entities));
    }
    if (text.indexOf('=') >= 0 && DecodedCopy.hasQuotedPrintable(text)) {
      parts.add(
          copy(DecodedCopy.ofQuotedPrintable(text), 0, length, EncodedCharacters::quotedPrintable));
    }
    addBase64(text, parts);
    addHex(text, parts);
    return parts;
  }

  private static void addBase64(String text, List<EncodedText> parts) {
    int at = 0;
    int unfolded = 0;
    while (at < text.length()) {
      int end = Base64Runs.end(text, at);
      int folded = end > at && at >= unfolded ? FoldedBase64.end(text, at, end) : end;
      unfolded = Math.max(unfolded, folded);
      boolean whole = at == 0 && end == text.length() && end >= Base64Runs.MIN_WHOLE_LENGTH;
      if ((whole || end - at >= Base64Runs.MIN_INSIDE_LENGTH)
          && Base64Runs.mayDecode(text, at, end)) {
        if (folded > end) {
          parts.add(run(Kind.BASE64, text, at, folded));
        }
        parts.add(run(Kind.BASE64, text, at, end));
      }
      boolean padded = end > at && text.charAt(end - 1) == '=';
      at = padded ? end : Math.max(end, at) + 1;
    }
  }

  private static void addHex(String text, List<EncodedText> parts) {
    int at = 0;
    while (at < text.length()) {
      int end = HexRuns.end(text, at);
      if (HexRuns.decode(text, at, end) != null) {
        parts.add(run(Kind.HEX, text, at, end));
      }
      at = Math.max(end, at) + 1;
    }
  }

  public Kind kind() {
    return kind;
  }

  /** Where the part starts in the text around it. */
  public int from() {
    return from;
  }

  public int to() {
    return to;
  }

  /** The decoded copy, or the run as it is. */
  public String reveal() {
    return text;
  }

  /** Other characters, encoded so that a copy would read them. */
  public String written(String characters) {
    return writer.apply(characters);
  }

  /** Where the character of a copy starts in the text around it. */
  public int start(int index) {
    return index < ends.length ? starts[index] : to;
  }

  /** Where the characters of a copy that end before {@code index} end in the text around it. */
  public int end(int index) {
    return index == 0 ? from : ends[index - 1];
  }

  @Override
  public String toString() {
    return kind + " of " + (to - from) + " characters";
  }
}
