package dev.telltale.rewriting.text;

import dev.telltale.rewriting.edit.Edit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** A run of hexadecimal digits, written in their case. Holds content: never printed. */
public final class HexRun {
  private final HexFormat format;
  private final byte[] decoded;

  /**
   * @param run an even number of digits
   */
  public HexRun(String run) {
    boolean upper = run.chars().anyMatch(c -> c >= 'A' && c <= 'F');
    format = upper ? HexFormat.of().withUpperCase() : HexFormat.of();
    decoded = HexFormat.of().parseHex(run);
  }

  /** What the digits stand for. */
  public byte[] reveal() {
    return decoded;
  }

  /** The edits of the digits that these edits of their bytes come to. */
  public List<TextEdit> written(List<Edit> edits) {
    List<TextEdit> written = new ArrayList<>(edits.size());
    for (Edit edit : edits) {
      written.add(new TextEdit(2 * edit.from(), 2 * edit.to(), format.formatHex(edit.reveal())));
    }
    return written;
  }

  @Override
  public String toString() {
    return "digits of " + decoded.length + " bytes";
  }
}
