package dev.telltale.decoding.line;

import dev.telltale.framing.LineGroups;
import dev.telltale.framing.LineLookahead;

/**
 * Keeps a stack trace with the line before it, as Java, .NET, Node.js, Python, Go and Ruby print
 * them. In formats whose lines start alike, indented lines belong to the line before as well.
 */
public final class StackTraces implements LineGroups {
  /** Judges by its first characters whether a line is the first one of a record. */
  @FunctionalInterface
  public interface LineStart {
    boolean opens(String head);
  }

  private static final int HEAD = 256;

  /** Lines of an exception's message before its first frame. */
  static final int MAX_HEADERS = 3;

  private final LineStart start;
  private final boolean alike;

  /**
   * @param alike whether all records of the leaf start so; otherwise the start says nothing
   */
  public StackTraces(LineStart start, boolean alike) {
    this.start = start;
    this.alike = alike;
  }

  @Override
  public int end(LineLookahead lines) {
    Trace trace = new Trace(lines.head(HEAD), alike);
    int end = lines.end();
    int headers = 0;
    while (lines.next()) {
      String head = lines.head(HEAD);
      if (head.startsWith("{") || (alike && start.opens(head))) {
        break;
      }
      if (trace.goesOn(head)) {
        end = lines.end();
        headers = 0;
      } else if (!alike || ++headers > MAX_HEADERS) {
        break;
      }
    }
    return end;
  }
}
