package dev.telltale.jobs.command.inspect;

import dev.telltale.decoding.Candidate;
import dev.telltale.decoding.LeafReading;
import dev.telltale.jobs.terminal.Amounts;
import dev.telltale.jobs.terminal.PlainText;
import dev.telltale.scan.LeafWatcher;
import dev.telltale.scan.RecordPlace;
import dev.telltale.unpacking.Leaf;
import dev.telltale.unpacking.layer.Layer;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Why the streams of an object were read as they were: the formats that were considered. */
final class InspectedLeaves implements LeafWatcher {
  private static final int MAX_SHOWN = 20;

  private final Map<List<Candidate>, Integer> leaves = new LinkedHashMap<>();

  @Override
  public void opened(Leaf leaf, LeafReading reading) {
    leaves.merge(reading.candidates(), 1, Integer::sum);
  }

  void print(PrintStream out) {
    leaves.entrySet().stream().limit(MAX_SHOWN).forEach(entry -> print(entry, out));
    if (leaves.size() > MAX_SHOWN) {
      out.println("            and " + Amounts.count(leaves.size() - MAX_SHOWN) + " other choices");
    }
  }

  private static void print(Map.Entry<List<Candidate>, Integer> entry, PrintStream out) {
    List<Candidate> candidates = entry.getKey();
    if (candidates.isEmpty()) {
      return;
    }
    String times =
        entry.getValue() == 1 ? "" : " (" + Amounts.count(entry.getValue()) + " streams)";
    out.println("chosen      " + shown(candidates.get(0)) + times);
    if (candidates.size() > 1) {
      out.println("runner-up   " + shown(candidates.get(1)));
    }
  }

  private static String shown(Candidate candidate) {
    return PlainText.of(candidate.format() + ": " + candidate.evidence());
  }

  /** The layers from the stored object inwards, each with its offset, and the record's bytes. */
  static String place(RecordPlace place) {
    StringBuilder shown = new StringBuilder();
    for (Layer layer : place.layers()) {
      shown.append(layer.name()).append(at(layer.offset())).append(" > ");
    }
    return place.offset() < 0
        ? shown.append("no bytes of its own").toString()
        : shown
            .append("byte ")
            .append(Amounts.count(place.offset()))
            .append(", ")
            .append(Amounts.count(place.length(), "byte"))
            .toString();
  }

  private static String at(long offset) {
    return offset < 0 ? "" : " at " + Amounts.count(offset);
  }
}
