package dev.telltale.detection.encoding;

import dev.telltale.fault.FaultKind;
import java.util.List;

/** What came out of an encoded run. Holds content: never printed. */
final class Unpacked {
  private final String text;
  private final String inner;
  private final FaultKind incomplete;

  /**
   * @param inner what was decoded inside the run's own encoding; null when nothing was
   * @param incomplete why the run holds more than the text; null when this is all of it
   */
  Unpacked(String text, String inner, FaultKind incomplete) {
    this.text = text;
    this.inner = inner;
    this.incomplete = incomplete;
  }

  String reveal() {
    return text;
  }

  /** What was decoded, outermost first. */
  List<String> encodings(String outer) {
    return inner == null ? List.of(outer) : List.of(outer, inner);
  }

  FaultKind incomplete() {
    return incomplete;
  }

  @Override
  public String toString() {
    return "unpacked text of " + text.length() + " characters";
  }
}
