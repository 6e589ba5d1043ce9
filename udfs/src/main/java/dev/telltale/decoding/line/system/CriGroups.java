package dev.telltale.decoding.line.system;

import dev.telltale.framing.LineGroups;
import dev.telltale.framing.LineLookahead;

/** Keeps the parts of a message together, and the lines of the other stream that came between. */
final class CriGroups implements LineGroups {
  private static final int HEAD = 96;

  @Override
  public int end(LineLookahead lines) {
    boolean output = false;
    boolean errors = false;
    int end = lines.end();
    do {
      String head = lines.head(HEAD);
      CriLine line = CriLine.at(head, 0, head.length());
      if (line == null) {
        return end;
      }
      end = lines.end();
      if (line.isError(head)) {
        errors = line.isPartial(head);
      } else {
        output = line.isPartial(head);
      }
    } while ((output || errors) && lines.next());
    return end;
  }
}
