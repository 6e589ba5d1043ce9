package dev.telltale.rewriting.layer;

import dev.telltale.rewriting.edit.Edit;
import dev.telltale.rewriting.edit.Edits;
import java.util.Arrays;
import java.util.List;

/**
 * A part that is in the bytes around it as it is; its length is stated by structure that is mended
 * with that of the whole. Holds content: never printed.
 */
final class PlainPart implements OpenPart {
  private final byte[] content;
  private final int from;
  private final int to;

  PlainPart(byte[] bytes, int from, int to) {
    content = Arrays.copyOfRange(bytes, from, to);
    this.from = from;
    this.to = to;
  }

  @Override
  public byte[] reveal() {
    return content;
  }

  @Override
  public int from() {
    return from;
  }

  @Override
  public int to() {
    return to;
  }

  @Override
  public List<Edit> repacked(List<Edit> edits) {
    return Edits.moved(edits, from).stream().map(edit -> edit.in(from, to)).toList();
  }

  @Override
  public String toString() {
    return "part of " + content.length + " bytes";
  }
}
