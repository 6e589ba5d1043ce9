package dev.telltale.rewriting.layer;

import dev.telltale.rewriting.edit.CannotEdit;
import dev.telltale.rewriting.edit.Edit;
import dev.telltale.rewriting.edit.Edits;
import dev.telltale.rewriting.text.Base64Run;
import dev.telltale.rewriting.text.MappedText;
import dev.telltale.rewriting.text.TextEdit;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value of a record that holds a stream: its text, or what the base64 in it decodes to. Holds
 * content: never printed.
 */
final class EncodedLayer implements OpenPart {
  private final MappedText text;
  private final @Nullable Base64Run run;
  private final byte[] decoded;
  private final int from;
  private final int to;

  private EncodedLayer(MappedText text, @Nullable Base64Run run, int from, int to) {
    this.text = text;
    this.run = run;
    this.from = from;
    this.to = to;
    decoded = run == null ? text.reveal().getBytes(StandardCharsets.UTF_8) : run.reveal();
  }

  /** Text as it is. */
  static EncodedLayer text(byte[] bytes, int from, int to) {
    return new EncodedLayer(MappedText.value(bytes, from, to), null, from, to);
  }

  static EncodedLayer base64(byte[] bytes, int from, int to) throws CannotEdit {
    MappedText text = MappedText.value(bytes, from, to);
    return new EncodedLayer(text, Base64Run.of(text.reveal()), from, to);
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
    return to;
  }

  @Override
  public List<Edit> repacked(List<Edit> edits) {
    if (edits.isEmpty()) {
      return List.of();
    }
    List<Edit> outer = new ArrayList<>();
    List<TextEdit> inText = run == null ? characters(edits) : List.of(run.written(edits));
    for (Edit edit : text.edits(inText)) {
      outer.add(edit.in(from, to));
    }
    return Edits.joined(outer);
  }

  private List<TextEdit> characters(List<Edit> edits) {
    List<TextEdit> inText = new ArrayList<>(edits.size());
    int characters = 0;
    int at = 0;
    for (Edit edit : edits) {
      characters += new String(decoded, at, edit.from() - at, StandardCharsets.UTF_8).length();
      int length =
          new String(decoded, edit.from(), edit.to() - edit.from(), StandardCharsets.UTF_8)
              .length();
      inText.add(
          new TextEdit(
              characters, characters + length, new String(edit.reveal(), StandardCharsets.UTF_8)));
      characters += length;
      at = edit.to();
    }
    return inText;
  }

  @Override
  public String toString() {
    return "value of " + decoded.length + " bytes";
  }
}
