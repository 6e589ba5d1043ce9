package dev.telltale.detection;

/** What came out of an encoded run. Holds content: never printed. */
final class Unpacked {
  private final String text;
  private final boolean gzip;

  Unpacked(String text, boolean gzip) {
    this.text = text;
    this.gzip = gzip;
  }

  String reveal() {
    return text;
  }

  boolean isGzip() {
    return gzip;
  }

  @Override
  public String toString() {
    return "unpacked text of " + text.length() + " characters";
  }
}
