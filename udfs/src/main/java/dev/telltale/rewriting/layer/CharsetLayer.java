package dev.telltale.rewriting.layer;

import dev.telltale.rewriting.edit.CannotEdit;
import dev.telltale.rewriting.edit.Edit;
import dev.telltale.unpacking.charset.CharsetText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A whole stream in another character set than UTF-8. Holds content: never printed. */
final class CharsetLayer implements OpenPart {
  private final CharsetText text;
  private final int length;

  private CharsetLayer(CharsetText text, int length) {
    this.text = text;
    this.length = length;
  }

  static CharsetLayer of(String charset, byte[] bytes) throws CannotEdit {
    try {
      return new CharsetLayer(CharsetText.of(charset, bytes), bytes.length);
    } catch (IOException damaged) {
      throw new CannotEdit(CannotEdit.Reason.CONTAINER);
    }
  }

  @Override
  public byte[] reveal() {
    return text.reveal();
  }

  @Override
  public int from() {
    return 0;
  }

  @Override
  public int to() {
    return length;
  }

  @Override
  public List<Edit> repacked(List<Edit> edits) throws CannotEdit {
    long[] places = new long[2 * edits.size()];
    for (int i = 0; i < edits.size(); i++) {
      places[2 * i] = edits.get(i).from();
      places[2 * i + 1] = edits.get(i).to();
    }
    try {
      long[] origins = text.origins(places);
      List<Edit> outer = new ArrayList<>(edits.size());
      for (int i = 0; i < edits.size(); i++) {
        String put = new String(edits.get(i).reveal(), StandardCharsets.UTF_8);
        outer.add(Edit.of((int) origins[2 * i], (int) origins[2 * i + 1], text.written(put)));
      }
      return outer;
    } catch (IOException damaged) {
      throw new CannotEdit(CannotEdit.Reason.CONTAINER);
    }
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
