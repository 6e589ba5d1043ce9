package dev.telltale.rewriting.layer;

import dev.telltale.rewriting.edit.CannotEdit;
import dev.telltale.rewriting.edit.Edit;
import dev.telltale.rewriting.edit.Edits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Pieces back to back that are one stream. Only those are written again that something changes in,
 * and a value that crosses two of them is taken out of both.
 */
final class Pieces implements OpenPart {
  private final List<Codec.Piece> pieces;
  private final byte[] decoded;
  private final int from;

  private Pieces(List<Codec.Piece> pieces, byte[] decoded, int from) {
    this.pieces = pieces;
    this.decoded = decoded;
    this.from = from;
  }

  /**
   * Reads pieces for as long as they follow one another.
   *
   * @param max bytes that all of them may unpack to
   */
  static Pieces read(Codec codec, byte[] bytes, int from, int to, int max) throws CannotEdit {
    List<Codec.Piece> pieces = new ArrayList<>();
    ByteArrayOutputStream decoded = new ByteArrayOutputStream();
    int at = from;
    try {
      while (at < to) {
        Codec.Piece piece = codec.read(bytes, at, to, max - decoded.size());
        if (piece == null) {
          break;
        }
        pieces.add(piece);
        decoded.writeBytes(piece.reveal());
        at = piece.to();
      }
    } catch (IOException damaged) {
      // What stands before the damage can be written; the rest comes raw.
      at = to;
    }
    if (pieces.isEmpty()) {
      throw new CannotEdit(CannotEdit.Reason.CONTAINER);
    }
    return new Pieces(pieces, decoded.toByteArray(), from);
  }

  @Override
  public byte[] reveal() {
    return decoded;
  }

  @Override
  public int from() {
    return from;
  }

  @Override
  public int to() {
    return pieces.get(pieces.size() - 1).to();
  }

  @Override
  public List<Edit> repacked(List<Edit> edits) throws CannotEdit {
    List<Edit> outer = new ArrayList<>();
    int start = 0;
    for (Codec.Piece piece : pieces) {
      int end = start + piece.reveal().length;
      List<Edit> own = Edits.cut(edits, start, end);
      if (!own.isEmpty()) {
        byte[] changed = Edits.applied(piece.reveal(), Edits.moved(own, -start));
        try {
          outer.add(Edit.of(piece.body(), piece.to(), piece.written(changed)));
        } catch (IOException failed) {
          throw new CannotEdit(CannotEdit.Reason.CONTAINER);
        }
      }
      start = end;
    }
    return outer;
  }

  @Override
  public String toString() {
    return pieces.size() + " pieces of " + decoded.length + " bytes";
  }
}
