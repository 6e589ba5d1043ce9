package dev.telltale.jobs.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.function.IntPredicate;

/**
 * The way out for everything that a command prints: whatever comes, no character leaves that a
 * terminal acts on, except those that lines are laid out with. Where one value stands in one line,
 * {@link PlainText} escapes its line breaks before it gets here. Takes UTF-8. Not thread-safe by
 * itself; the print stream over it is.
 */
public final class PlainOutput extends OutputStream {
  private final OutputStream out;
  private final IntPredicate kept;
  private final CharsetDecoder decoder =
      UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE);
  private ByteBuffer rest = ByteBuffer.allocate(0);

  private PlainOutput(OutputStream out, IntPredicate kept) {
    this.out = out;
    this.kept = kept;
  }

  /**
   * A stream of lines.
   *
   * @param rewritten whether a line may be written over, as a line of progress is
   */
  public static PrintStream over(PrintStream out, boolean rewritten) {
    IntPredicate kept = point -> point == '\n' || point == '\t' || (rewritten && point == '\r');
    return new PrintStream(new PlainOutput(out, kept), true, UTF_8);
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    ByteBuffer in = ByteBuffer.allocate(rest.remaining() + length);
    in.put(rest).put(bytes, from, length).flip();
    CharBuffer text = CharBuffer.allocate(in.remaining());
    decoder.reset().decode(in, text, false);
    rest = in;
    out.write(PlainText.escaped(text.flip(), kept).getBytes(UTF_8));
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }
}
