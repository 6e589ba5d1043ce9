package dev.telltale.decoding.aws;

import dev.telltale.fault.FaultKind;
import dev.telltale.record.DecodedRecord;
import dev.telltale.record.Emission;
import dev.telltale.record.Payload;
import dev.telltale.value.TextValue;
import dev.telltale.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A trial decoding of text that may be one line of a known format. What is found counts only if it
 * is one record without a fault: otherwise the text stays what it was.
 */
final class LogLine implements Emission {
  private final Emission outer;
  private final List<DecodedRecord> records = new ArrayList<>();
  private boolean broken;

  private LogLine(Emission outer) {
    this.outer = outer;
  }

  /** Null where the text is more than one line, or no line of a known format. */
  static DecodedRecord of(TextValue text, String path, Emission outer) {
    String line = text.reveal().stripTrailing();
    if (!isPlainLine(line)) {
      return null;
    }
    LogLine trial = new LogLine(outer);
    outer.payload(
        new Payload(line.getBytes(StandardCharsets.UTF_8), text.span(), path, List.of()), trial);
    boolean one = !trial.broken && trial.records.size() == 1;
    boolean known = one && !trial.records.get(0).format().equals("text");
    return known ? trial.records.get(0) : null;
  }

  /** Not what opens as JSON does, either: that was tried as a whole. */
  private static boolean isPlainLine(String line) {
    if (line.isEmpty() || "{[\"".indexOf(line.charAt(0)) >= 0) {
      return false;
    }
    boolean spaced = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if ((c < ' ' && c != '\t') || c == 0x7f || Character.isSurrogate(c)) {
        return false;
      }
      spaced |= c == ' ' || c == '\t' || c == ',';
    }
    return spaced;
  }

  @Override
  public void record(DecodedRecord record) {
    records.add(record);
  }

  @Override
  public void undecodable(FaultKind kind, long position) {
    broken = true;
  }

  @Override
  public void payload(Payload payload, Emission to) {
    outer.payload(payload, to);
  }

  @Override
  public void value(Value value, String path, List<String> encodings, Emission to) {
    outer.value(value, path, encodings, to);
  }
}
