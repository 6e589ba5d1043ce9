package dev.telltale.jobs.command;

import static org.apache.spark.sql.functions.expr;

import dev.telltale.detection.finding.FingerprintKey;
import dev.telltale.jobs.demo.ExportTruth;
import dev.telltale.jobs.demo.Leak;
import dev.telltale.jobs.tables.Lake;
import dev.telltale.jobs.tables.LakeTable;
import dev.telltale.jobs.terminal.Amounts;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Row;

/** Holds what a scan of the generated export found against what was planted in it. */
final class DemoTruth {
  private DemoTruth() {}

  static String text(ExportTruth truth, Lake lake, FingerprintKey key) {
    Set<String> found = new HashSet<>();
    for (Row row :
        lake.read(LakeTable.FINDINGS)
            .select("object_key", "rule", "fingerprint")
            .distinct()
            .collectAsList()) {
      found.add(row.getString(0) + "\n" + row.getString(1) + "\n" + row.getString(2));
    }
    Set<String> planted = new HashSet<>();
    long missed = 0;
    for (Leak leak : truth.leaks()) {
      String place = leak.objectKey() + "\n" + leak.rule() + "\n" + key.fingerprint(leak.reveal());
      planted.add(place);
      missed += found.contains(place) ? 0 : 1;
    }
    found.removeAll(planted);
    return "\nPlanted   "
        + Amounts.count(truth.leaks().size(), "leak")
        + " in the generated export: "
        + Amounts.count(truth.leaks().size() - missed)
        + " found, "
        + Amounts.count(missed)
        + " missed; "
        + Amounts.count(found.size(), "report")
        + " that nobody planted; "
        + Amounts.count(truth.decoys().size(), "decoy")
        + " were there to mislead\n";
  }

  /** The key of a small object that shows what inspect can do: a deep encoding, few records. */
  static String worthInspecting(Lake lake) {
    List<Row> rows =
        lake.read(LakeTable.FINDINGS)
            .where("export_date IS NOT NULL")
            .groupBy("object_key")
            .agg(expr("max(size(encodings)) AS depth"), expr("count(*) AS places"))
            .where("places <= 12")
            .orderBy(expr("-depth"), expr("-places"), expr("object_key"))
            .limit(1)
            .collectAsList();
    return rows.isEmpty() ? "" : rows.get(0).getString(0);
  }
}
