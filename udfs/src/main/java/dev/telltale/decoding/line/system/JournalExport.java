package dev.telltale.decoding.line.system;

import dev.telltale.decoding.line.Line;
import dev.telltale.decoding.line.LineFormat;
import dev.telltale.decoding.line.LineParser;
import dev.telltale.decoding.line.SampleLines;
import dev.telltale.decoding.logs.JournaldFormat;
import dev.telltale.framing.LineGroups;
import dev.telltale.record.Emission;
import dev.telltale.value.ObjectValue;
import java.util.List;

/**
 * Entries of the systemd journal in its export form: a field a line, {@code NAME=value}, or {@code
 * NAME}, the length of the value in eight bytes and the value, which may be any bytes; a blank line
 * ends the entry. See "Journal Export Format" of systemd.
 */
public final class JournalExport implements LineFormat {
  private static final String[] FIRST = {"__CURSOR=", "__REALTIME_TIMESTAMP="};

  @Override
  public String id() {
    return "journald";
  }

  /** Whether a leaf starts with an entry. */
  public static boolean startsHere(byte[] bytes, int from, int length) {
    for (String first : FIRST) {
      boolean same = length > first.length();
      for (int i = 0; same && i < first.length(); i++) {
        same = bytes[from + i] == first.charAt(i);
      }
      if (same) {
        return true;
      }
    }
    return false;
  }

  @Override
  public LineParser open(SampleLines sample) {
    String text = sample.reveal();
    boolean starts = text.startsWith(FIRST[0]) || text.startsWith(FIRST[1]);
    return starts ? JournalExport::parse : null;
  }

  /** What a value holds may look like anything. */
  @Override
  public List<Line> weighed(SampleLines sample) {
    return sample.lines().subList(0, 1);
  }

  @Override
  public LineGroups groups() {
    return new JournalEntries();
  }

  @Override
  public boolean holdsBytes() {
    return true;
  }

  private static boolean parse(Line entry, Emission emission) {
    ObjectValue fields = JournalFields.of(entry.bytes(0, entry.size()));
    if (fields == null) {
      return false;
    }
    emission.record(JournaldFormat.record(fields));
    return true;
  }
}
