package dev.telltale.jobs.command.inspect;

import dev.telltale.detection.finding.Finding;
import dev.telltale.jobs.limit.RunLimits;
import dev.telltale.jobs.settings.UserMistake;
import dev.telltale.jobs.terminal.Amounts;
import dev.telltale.jobs.terminal.PlainText;
import dev.telltale.jobs.terminal.TextTable;
import dev.telltale.scan.FindingRow;
import dev.telltale.scan.LeafWatcher;
import dev.telltale.scan.ObjectRow;
import dev.telltale.scan.ObjectRows;
import dev.telltale.scan.RecordRow;
import dev.telltale.scan.ScanRow;
import dev.telltale.unpacking.Leaf;
import dev.telltale.unpacking.layer.Layer;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** One record of an object, whole: its columns, the layers around it, its findings, its body. */
final class InspectedRecord {
  private final String object;
  private final long index;
  private final List<FindingRow> findings = new ArrayList<>();

  /** The layers of the leaves, whose lengths are known at the end of each only. */
  private final List<List<Layer>> leaves = new ArrayList<>();

  private boolean tooMany;

  private InspectedRecord(String object, long index) {
    this.object = object;
    this.index = index;
  }

  /** Reads {@code OBJECT#RECORD}; null reads as null. */
  static InspectedRecord of(String place) {
    if (place == null) {
      return null;
    }
    int hash = place.lastIndexOf('#');
    String digits = place.substring(hash + 1);
    boolean number =
        !digits.isEmpty()
            && digits.length() <= 18
            && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    if (hash < 1 || !number) {
      throw new UserMistake(
          "--at does not say which record",
          "it takes OBJECT#RECORD, with the record's index counted from 0",
          "take both from the table of findings: object_key and record_index");
    }
    return new InspectedRecord(place.substring(0, hash), Long.parseLong(digits));
  }

  String object() {
    return object;
  }

  void print(ObjectRows scan, PrintStream out) {
    scan.watch(
        new LeafWatcher() {
          @Override
          public void closed(Leaf leaf) {
            tooMany |= leaves.size() == RunLimits.MAX_INSPECTED_LEAVES;
            if (!tooMany) {
              leaves.add(leaf.layers());
            }
          }
        });
    RecordRow record = null;
    long count = 0;
    while (scan.hasNext()) {
      ScanRow row = scan.next();
      if (row instanceof FindingRow finding && finding.recordIndex() == index) {
        findings.add(finding);
      } else if (row instanceof RecordRow next && next.index() == index) {
        record = next;
      } else if (row instanceof ObjectRow end) {
        count = end.recordCount();
      }
    }
    if (record == null) {
      throw new UserMistake(
          object + " has no record " + index,
          count == 0 ? "it has no records" : "its records are 0 to " + (count - 1),
          "telltale inspect " + object + " shows what it holds");
    }
    print(record, out);
  }

  private void print(RecordRow record, PrintStream out) {
    out.println(PlainText.of(object) + "#" + index);
    out.println();
    line("format", record.format(), out);
    line("type", record.telemetryType(), out);
    line("time", record.columns().eventTime(), out);
    line("emitter", record.columns().emitter(), out);
    line("name", record.columns().name(), out);
    line("severity", record.columns().severity(), out);
    record.columns().attributes().entrySet().stream()
        .sorted(java.util.Map.Entry.comparingByKey())
        .forEach(entry -> line("attribute", entry.getKey() + " = " + entry.getValue(), out));
    if (!record.samples().isEmpty()) {
      line("samples", Amounts.count(record.samples().size()), out);
    }
    out.println("\nPlace");
    out.print(place(record));
    if (tooMany && containers(record.place().layers()).isEmpty()) {
      out.println(
          "lengths of layers are kept of the first "
              + Amounts.count(RunLimits.MAX_INSPECTED_LEAVES)
              + " streams");
    }
    if (!findings.isEmpty()) {
      out.println("\nFindings");
      out.print(findings());
    }
    out.println("\nBody");
    out.println(PlainText.of(record.body()));
  }

  private static void line(String name, Object value, PrintStream out) {
    if (value != null) {
      out.println(String.format("%-11s %s", name, PlainText.of(value.toString())));
    }
  }

  private TextTable place(RecordRow record) {
    TextTable table = TextTable.of("layer", ">offset", ">length", "counted in");
    List<Layer> layers = new ArrayList<>(record.place().layers());
    List<Layer> containers = containers(layers);
    for (int i = 0; i < containers.size(); i++) {
      layers.set(i, containers.get(i));
    }
    String around = "the stored object";
    for (Layer layer : layers) {
      table.row(layer.name(), known(layer.offset()), known(layer.length()), around);
      around = layer.name();
    }
    long offset = record.place().offset();
    table.row(
        "record", known(offset), known(offset < 0 ? offset : record.place().length()), around);
    return table;
  }

  /** The layers of the leaf that holds a record, with their lengths. */
  private List<Layer> containers(List<Layer> layers) {
    for (List<Layer> leaf : leaves) {
      boolean same = leaf.size() <= layers.size();
      for (int i = 0; same && i < leaf.size(); i++) {
        same =
            leaf.get(i).name().equals(layers.get(i).name())
                && leaf.get(i).offset() == layers.get(i).offset();
      }
      if (same) {
        return leaf;
      }
    }
    return List.of();
  }

  private TextTable findings() {
    TextTable table =
        TextTable.of("severity", "rule", "masked", ">conf", "path", ">offset", ">length");
    for (FindingRow row : findings) {
      Finding finding = row.finding();
      table.row(
          finding.severity(),
          finding.rule(),
          finding.masked(),
          String.format(java.util.Locale.ROOT, "%.2f", finding.confidence()),
          finding.fieldPath(),
          known(row.valueOffset()),
          row.valueOffset() < 0 ? "" : Amounts.count(finding.span().length()));
    }
    return table;
  }

  private static String known(long position) {
    return position < 0 ? "" : Amounts.count(position);
  }
}
