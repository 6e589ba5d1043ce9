package dev.telltale.detection;

import dev.telltale.fault.FaultKind;

/** What came out of an encoded run. Holds content: never printed. */
final class Unpacked {
  private final String text;
  private final boolean gzip;
  private final FaultKind incomplete;

  /**
   * @param incomplete why the run holds more than the text; null when this is all of it
   */
  Unpacked(String text, boolean gzip, FaultKind incomplete) {
    this.text = text;
    this.gzip = gzip;
    this.incomplete = incomplete;
  }

  String reveal() {
    return text;
  }

  boolean isGzip() {
    return gzip;
  }

  FaultKind incomplete() {
    return incomplete;
  }

  @Override
  public String toString() {
    return "unpacked text of " + text.length() + " characters";
  }
}
