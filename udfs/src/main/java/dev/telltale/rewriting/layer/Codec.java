package dev.telltale.rewriting.layer;

import dev.telltale.rewriting.edit.CannotEdit;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Compresses and decompresses pieces that stand for themselves: members, frames, chunks. */
interface Codec {
  /**
   * The piece that starts at {@code at}; null where none does.
   *
   * @param max bytes that it may unpack to
   */
  @Nullable Piece read(byte[] bytes, int at, int to, int max) throws CannotEdit, IOException;

  /** A piece of compressed data. Holds content: never printed. */
  final class Piece {
    private final int from;
    private final int body;
    private final int to;
    private final byte[] decoded;
    private final Writer writer;

    /** Writes what takes the place of a piece from its body on, with its check. */
    @FunctionalInterface
    interface Writer {
      byte[] write(byte[] decoded) throws CannotEdit, IOException;
    }

    Piece(int from, int to, byte[] decoded, Writer writer) {
      this(from, from, to, decoded, writer);
    }

    /**
     * @param body where the header ends, which is kept
     */
    Piece(int from, int body, int to, byte[] decoded, Writer writer) {
      this.from = from;
      this.body = body;
      this.to = to;
      this.decoded = decoded;
      this.writer = writer;
    }

    /** Where what is written takes the place of what was. */
    int body() {
      return body;
    }

    int to() {
      return to;
    }

    byte[] reveal() {
      return decoded;
    }

    byte[] written(byte[] changed) throws CannotEdit, IOException {
      return writer.write(changed);
    }

    @Override
    public String toString() {
      return "piece of " + (to - from) + " bytes";
    }
  }
}
