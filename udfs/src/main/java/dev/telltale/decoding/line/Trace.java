package dev.telltale.decoding.line;

/** What of a stack trace was read so far, which decides what may follow. */
final class Trace {
  private final boolean indentedGoesOn;
  private boolean open;
  private boolean python;
  private boolean go;
  private boolean chained;

  /**
   * @param first line of the record
   * @param indentedGoesOn whether every indented line belongs to it
   */
  Trace(String first, boolean indentedGoesOn) {
    this.indentedGoesOn = indentedGoesOn;
    python = first.contains(TraceLine.PYTHON);
    go = TraceLine.isGoroutine(first) || TraceLine.isPanic(first);
    open = python || go || TraceLine.isRubyError(first);
  }

  /** Whether the next line belongs to the record; if so, it is taken in. */
  boolean goesOn(String line) {
    boolean taken = TokenScan.isSpace(line.charAt(0)) ? indented(line) : unindented(line);
    open |= taken && (TraceLine.isFrame(line) || TraceLine.isBetween(line));
    return taken;
  }

  private boolean indented(String line) {
    return open || indentedGoesOn || TraceLine.isFrame(line);
  }

  private boolean unindented(String line) {
    if (line.startsWith(TraceLine.PYTHON)) {
      boolean taken = chained || indentedGoesOn;
      chained = false;
      python |= taken;
      return taken;
    }
    if (TraceLine.isGoroutine(line)) {
      go = true;
      return true;
    }
    if (open && TraceLine.isBetween(line)) {
      chained = TraceLine.isChain(line);
      return true;
    }
    if (go) {
      return TraceLine.isGoFunction(line);
    }
    if (python) {
      // The first line at the margin after the frames is the exception itself.
      python = false;
      return true;
    }
    return TraceLine.isRubyFrame(line) || TraceLine.isOmission(line);
  }
}
