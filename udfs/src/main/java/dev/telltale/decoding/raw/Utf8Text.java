package dev.telltale.decoding.raw;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Reads bytes as UTF-8 and says where they are not. Not thread-safe. */
public final class Utf8Text {
  private final CharsetDecoder strict =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private final CharBuffer scratch = CharBuffer.allocate(8_192);

  /** The text, with U+FFFD for what is not UTF-8. */
  public static String replaced(byte[] bytes, int from, int length) {
    return new String(bytes, from, length, StandardCharsets.UTF_8);
  }

  /** The offset from {@code from} of the first byte that is not UTF-8, or -1. */
  public int firstInvalid(byte[] bytes, int from, int length) {
    int ascii = from;
    while (ascii < from + length && bytes[ascii] >= 0) {
      ascii++;
    }
    if (ascii == from + length) {
      return -1;
    }
    ByteBuffer input = ByteBuffer.wrap(bytes, ascii, from + length - ascii);
    strict.reset();
    while (true) {
      scratch.clear();
      CoderResult result = strict.decode(input, scratch, true);
      if (result.isUnderflow()) {
        return -1;
      }
      if (result.isError()) {
        return input.position() - from;
      }
    }
  }

  /** How many bytes at the start end a character that began before; at most three. */
  public static int cutHead(byte[] bytes, int from, int length) {
    int cut = 0;
    while (cut < Math.min(3, length) && isContinuation(bytes[from + cut])) {
      cut++;
    }
    return cut;
  }

  /** How many bytes at the end begin a character that goes on after them; at most three. */
  public static int cutTail(byte[] bytes, int from, int length) {
    for (int back = 1; back <= Math.min(3, length); back++) {
      byte b = bytes[from + length - back];
      if (!isContinuation(b)) {
        int whole = b >= 0 ? 1 : (b & 0xe0) == 0xc0 ? 2 : (b & 0xf0) == 0xe0 ? 3 : 4;
        return whole > back ? back : 0;
      }
    }
    return 0;
  }

  private static boolean isContinuation(byte b) {
    return (b & 0xc0) == 0x80;
  }

  /**
   * Where each character of {@link #replaced} starts, counted from {@code from}, and after them
   * where the last one ends.
   */
  public static int[] offsets(byte[] bytes, int from, int length) {
    int[] offsets = new int[replaced(bytes, from, length).length() + 1];
    ByteBuffer input = ByteBuffer.wrap(bytes, from, length);
    CharBuffer pair = CharBuffer.allocate(2);
    CharsetDecoder strict =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    int at = 0;
    while (input.hasRemaining()) {
      int start = input.position();
      int end = Math.min(from + length, start + sequence(bytes[start]));
      pair.clear();
      CoderResult result =
          strict.reset().decode(ByteBuffer.wrap(bytes, start, end - start), pair, true);
      int characters = Math.max(1, pair.position());
      int size = result.isError() ? result.length() : end - start;
      for (int i = 0; i < characters; i++) {
        offsets[at++] = start - from;
      }
      input.position(start + size);
    }
    offsets[at] = length;
    return offsets;
  }

  private static int sequence(byte lead) {
    return lead >= 0 ? 1 : (lead & 0xe0) == 0xc0 ? 2 : (lead & 0xf0) == 0xe0 ? 3 : 4;
  }

  /** How many bytes the first {@code characters} of {@link #replaced} stand for. */
  public static int byteOffset(byte[] bytes, int from, int length, int characters) {
    int[] offsets = offsets(bytes, from, length);
    return offsets[Math.min(characters, offsets.length - 1)];
  }
}
