package dev.telltale.jobs.command.erase;

import dev.telltale.jobs.erasure.ErasureResult;
import dev.telltale.jobs.erasure.ErasureResult.Outcome;
import dev.telltale.jobs.erasure.apply.ErasureJob;
import dev.telltale.jobs.store.ObjectPath;
import dev.telltale.jobs.terminal.Amounts;
import dev.telltale.jobs.terminal.TextTable;
import java.util.List;

/** What became of a plan, for people. */
final class AppliedText {
  private static final int MAX_SHOWN = 50;

  private AppliedText() {}

  static String of(ErasureJob.Applied applied, String hash) {
    StringBuilder text = new StringBuilder(2_000);
    TextTable table = TextTable.of("kind", ">erased", ">replaced", ">gone before", ">survived");
    for (String kind : List.of("version", "marker", "upload")) {
      table.row(
          kind,
          Amounts.count(count(applied, kind, Outcome.ERASED, false)),
          Amounts.count(count(applied, kind, Outcome.ERASED, true)),
          Amounts.count(count(applied, kind, Outcome.GONE, false)),
          Amounts.count(count(applied, kind, Outcome.SURVIVED, false)));
    }
    text.append("Plan ").append(hash).append("\n\n").append(table).append('\n');
    long shown = 0;
    for (ErasureResult each : applied.results()) {
      if (each.survived() && shown++ < MAX_SHOWN) {
        text.append("survived: ")
            .append(ObjectPath.shown(each.bucket(), each.key()))
            .append(each.versionId() == null ? "" : " " + each.versionId())
            .append(": ")
            .append(each.reason())
            .append('\n');
      }
    }
    if (shown > MAX_SHOWN) {
      text.append("and ").append(Amounts.count(shown - MAX_SHOWN)).append(" more survived\n");
    }
    text.append("The lake: the rows of ")
        .append(Amounts.count(applied.lake().versions(), "object version"))
        .append(" are gone; ")
        .append(Amounts.count(applied.lake().files(), "file"))
        .append(" of older versions of its tables and ")
        .append(Amounts.count(applied.lake().oldObjects(), "kept version"))
        .append(" of such files were deleted.\n");
    applied.lake().pending().forEach(each -> text.append("pending: ").append(each).append('\n'));
    text.append("\nTo prove it: telltale erase prove PLAN --lake URI --out CERTIFICATE\n");
    return text.toString();
  }

  private static long count(
      ErasureJob.Applied applied, String kind, Outcome outcome, boolean replaced) {
    return applied.results().stream()
        .filter(
            each ->
                each.kind().equals(kind)
                    && each.outcome() == outcome
                    && each.newEtag().isEmpty() != replaced)
        .count();
  }
}
