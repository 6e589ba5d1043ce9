package dev.telltale.jobs.command.erase;

import dev.telltale.jobs.erasure.BucketFacts;
import dev.telltale.jobs.erasure.CopyRequest;
import dev.telltale.jobs.erasure.ErasurePlan;
import dev.telltale.jobs.erasure.PlannedAction;
import dev.telltale.jobs.erasure.PlannedKey;
import dev.telltale.jobs.erasure.PlannedVersion;
import dev.telltale.jobs.store.ObjectPath;
import dev.telltale.jobs.terminal.Amounts;
import dev.telltale.jobs.terminal.TextTable;
import java.util.Map;
import java.util.TreeMap;

/** A plan for a person who has to decide on it. */
final class PlanText {
  private static final int MAX_SHOWN = 20;

  private PlanText() {}

  static String of(ErasurePlan plan, String hash, String file) {
    StringBuilder text = new StringBuilder(4_000);
    text.append("Plan of ").append(String.join(", ", plan.selection())).append("\n\n");
    TextTable table = TextTable.of("action", ">versions", "meaning");
    for (PlannedAction action : PlannedAction.values()) {
      table.row(
          action.id(), Amounts.count(plan.figure("versions_" + action.id())), meaning(action));
    }
    text.append(table)
        .append('\n')
        .append(Amounts.count(plan.figure("leaves"), "place"))
        .append(" of ")
        .append(Amounts.count(plan.figure("values"), "value"))
        .append(" in ")
        .append(Amounts.count(plan.figure("records"), "record"))
        .append("; deleting loses ")
        .append(Amounts.count(plan.figure("innocent_records_lost"), "innocent record"))
        .append("; ")
        .append(Amounts.count(plan.figure("delete_markers"), "delete marker"))
        .append(" and ")
        .append(Amounts.count(plan.figure("unfinished_uploads"), "unfinished upload"))
        .append(" go too.\n");
    versions(plan, text);
    for (BucketFacts bucket : plan.buckets()) {
      text.append('\n')
          .append(bucket.bucket())
          .append(": versioning ")
          .append(bucket.versioning())
          .append(", MFA delete ")
          .append(bucket.mfaDelete())
          .append(", Object Lock ")
          .append(bucket.objectLock())
          .append('\n');
      bucket.lifecycle().forEach(each -> text.append("  lifecycle: ").append(each).append('\n'));
    }
    if (!plan.downstream().isEmpty()) {
      text.append("\nTo be asked for, for it has gone on:\n");
      for (CopyRequest copy : plan.downstream()) {
        text.append("- ")
            .append(copy.telemetryType())
            .append(": ")
            .append(copy.destination())
            .append(", kept ")
            .append(copy.kept())
            .append('\n');
      }
    }
    text.append("\nOutside of its reach:\n");
    plan.outside().forEach(each -> text.append("- ").append(each).append('\n'));
    text.append("\nwrote ")
        .append(file)
        .append("\nNothing was changed. To carry it out:\n  telltale erase apply ")
        .append(file)
        .append(" --confirm ")
        .append(hash)
        .append(" --lake ")
        .append(plan.lake())
        .append('\n');
    return text.toString();
  }

  private static void versions(ErasurePlan plan, StringBuilder text) {
    TextTable table = TextTable.of("action", "version", "reason");
    long shown = 0;
    long all = 0;
    for (PlannedKey key : plan.keys()) {
      for (PlannedVersion version : key.versions()) {
        all++;
        if (shown < MAX_SHOWN) {
          shown++;
          String id = version.versionId() == null ? "" : " " + version.versionId();
          table.row(
              version.action().id(),
              ObjectPath.shown(key.bucket(), key.key()) + id + " (" + version.state() + ")",
              version.reason());
        }
      }
    }
    text.append('\n').append(table);
    if (all > shown) {
      text.append("and ").append(Amounts.count(all - shown)).append(" more, in the file\n");
    }
  }

  private static String meaning(PlannedAction action) {
    return switch (action) {
      case DELETE -> "goes with all its records";
      case REWRITE -> "its values are replaced, its containers packed again";
      case REDACT -> "its values are replaced in plain bytes";
      case FORGET -> "gone from the store; its rows in the lake go";
      case LEAVE -> "stays: it holds no target, or was never scanned";
      case BLOCKED -> "has a target and cannot go";
    };
  }

  /** What the ledger of actions keeps of it. */
  static Map<String, String> details(ErasurePlan plan) {
    Map<String, String> details = new TreeMap<>();
    plan.figures().forEach((name, number) -> details.put(name, Long.toString(number)));
    return details;
  }
}
