package dev.telltale.rewriting.text;

import dev.telltale.decoding.raw.Utf8Text;
import dev.telltale.detection.encoding.EncodedText;
import dev.telltale.rewriting.edit.Edit;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text that was decoded from a range of bytes, and where each character is in them. Holds
 * content: never printed. Immutable.
 */
public final class MappedText {
  private static final int MIN_WIDE_BYTES = 16;
  private static final int WIDE_ZEROS = 80;

  private final String text;
  private final int[] starts;
  private final int[] ends;
  private final Charset charset;
  private final int from;
  private final int to;
  private final @Nullable EncodedText json;

  private MappedText(
      String text,
      int[] starts,
      int[] ends,
      Charset charset,
      int from,
      int to,
      @Nullable EncodedText json) {
    this.json = json;
    this.text = text;
    this.starts = starts;
    this.ends = ends;
    this.charset = charset;
    this.from = from;
    this.to = to;
  }

  /** UTF-8, with U+FFFD for what is none. */
  public static MappedText utf8(byte[] bytes, int from, int to) {
    String text = Utf8Text.replaced(bytes, from, to - from);
    int[] offsets = Utf8Text.offsets(bytes, from, to - from);
    int[] starts = new int[text.length()];
    int[] ends = new int[text.length()];
    for (int i = 0; i < text.length(); i++) {
      starts[i] = from + offsets[i];
      int next = i + 1;
      while (next < text.length() && offsets[next] == offsets[i]) {
        next++;
      }
      ends[i] = from + offsets[next];
    }
    return new MappedText(text, starts, ends, StandardCharsets.UTF_8, from, to, null);
  }

  /** UTF-16 in one of its orders, where nearly every second byte is zero; otherwise none. */
  public static List<MappedText> wide(byte[] bytes, int from, int to) {
    List<MappedText> texts = new ArrayList<>();
    int length = (to - from) / 2 * 2;
    for (int odd = 0; odd < 2 && length >= MIN_WIDE_BYTES; odd++) {
      int zeros = 0;
      for (int i = odd; i < length; i += 2) {
        zeros += bytes[from + i] == 0 ? 1 : 0;
      }
      if (zeros * 2 * 100 >= length * WIDE_ZEROS) {
        texts.add(
            wide(
                bytes,
                from,
                length,
                odd == 1 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE));
      }
    }
    return texts;
  }

  private static MappedText wide(byte[] bytes, int from, int length, Charset charset) {
    String text = new String(bytes, from, length, charset);
    int[] starts = new int[text.length()];
    int[] ends = new int[text.length()];
    for (int i = 0; i < text.length(); i++) {
      starts[i] = Math.min(from + 2 * i, from + length);
      ends[i] = Math.min(starts[i] + 2, from + length);
    }
    return new MappedText(text, starts, ends, charset, from, from + length, null);
  }

  /**
   * What a value's bytes stand for: of a JSON string what is between its quotes, of anything else
   * the bytes themselves.
   */
  public static MappedText value(byte[] bytes, int from, int to) {
    boolean quoted = to - from >= 2 && bytes[from] == '"' && bytes[to - 1] == '"';
    return quoted ? utf8(bytes, from + 1, to - 1).unescaped() : utf8(bytes, from, to);
  }

  private MappedText unescaped() {
    EncodedText copy = EncodedText.unescaped(text);
    String plain = copy.reveal();
    int[] newStarts = new int[plain.length()];
    int[] newEnds = new int[plain.length()];
    for (int i = 0; i < plain.length(); i++) {
      newStarts[i] = starts[copy.start(i)];
      newEnds[i] = ends[copy.end(i + 1) - 1];
    }
    return new MappedText(plain, newStarts, newEnds, charset, from, to, copy);
  }

  public String reveal() {
    return text;
  }

  /** The same edits in the bytes, each in the leaf that the range is. */
  public List<Edit> edits(List<TextEdit> edits) {
    List<Edit> mapped = new ArrayList<>(edits.size());
    for (TextEdit edit : edits) {
      int start = edit.from() < text.length() ? starts[edit.from()] : to;
      int end = edit.to() == edit.from() ? start : ends[edit.to() - 1];
      String put = json == null ? edit.reveal() : json.written(edit.reveal());
      mapped.add(Edit.of(start, end, put.getBytes(charset)).in(from, to));
    }
    return mapped;
  }

  @Override
  public String toString() {
    return "text of " + text.length() + " characters";
  }
}
