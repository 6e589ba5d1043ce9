package dev.telltale.decoding.line.system;

import dev.telltale.framing.LineGroups;
import dev.telltale.framing.LineLookahead;

/** The fields of one entry of a journal are one record, whatever bytes they hold. */
final class JournalEntries implements LineGroups {
  @Override
  public int end(LineLookahead lines) {
    return lines.end();
  }

  @Override
  public int stated(LineLookahead lines) {
    int end = -1;
    int at = 0;
    while (at >= 0) {
      int field = fieldEnd(lines, at);
      if (field < 0) {
        return end;
      }
      end = field;
      boolean goesOn = lines.has(field + 1) && lines.at(field) == '\n';
      at = goesOn && lines.at(field + 1) != '\n' ? field + 1 : -1;
    }
    return end;
  }

  /** Index after the field that starts at an index, its line end left out; -1 if it is none. */
  private static int fieldEnd(LineLookahead lines, int from) {
    int at = from;
    while (at - from <= JournalFields.MAX_NAME
        && lines.has(at)
        && JournalFields.isName(lines.at(at))) {
      at++;
    }
    if (at == from || !lines.has(at)) {
      return -1;
    }
    if (lines.at(at) == '=') {
      while (lines.has(at) && lines.at(at) != '\n') {
        at++;
      }
      return at;
    }
    long end = lines.at(at) == '\n' ? stated(lines, at + 1) : -1;
    return end > 0 && end < Integer.MAX_VALUE && lines.has((int) end - 1) ? (int) end : -1;
  }

  private static long stated(LineLookahead lines, int from) {
    int start = from + JournalFields.LENGTH_BYTES;
    if (!lines.has(start - 1)) {
      return -1;
    }
    long length = 0;
    for (int i = JournalFields.LENGTH_BYTES - 1; i >= 0; i--) {
      length = length << 8 | lines.at(from + i);
    }
    return length < 0 || length > Integer.MAX_VALUE ? -1 : start + length;
  }
}
