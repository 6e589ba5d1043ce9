package dev.telltale.jobs.command.improve;

import dev.telltale.jobs.prevention.Improvement;
import dev.telltale.jobs.terminal.Amounts;
import dev.telltale.jobs.terminal.TextTable;
import dev.telltale.prevention.ReplayCount;
import java.util.Locale;

/** What processors would have done about a case, for people. */
final class ImprovementText {
  private final Improvement improvement;

  ImprovementText(Improvement improvement) {
    this.improvement = improvement;
  }

  String text() {
    TextTable table = TextTable.of(">caught", ">collateral", "processor", "does not reach");
    for (Improvement.Outcome outcome : improvement.outcomes()) {
      ReplayCount count = outcome.count();
      table.row(
          percent(count.caughtPart(), count.values()),
          percent(count.collateralPart(), count.innocent()),
          outcome.prevention().title(),
          outcome.prevention().blind());
    }
    return improvement.caseId()
        + ": "
        + Amounts.count(improvement.affected(), "object")
        + (improvement.affected() < improvement.objects()
            ? " of " + Amounts.count(improvement.objects())
            : "")
        + " with the case and "
        + Amounts.count(improvement.innocent(), "object")
        + " without findings read again"
        + (improvement.unreadable() == 0
            ? ""
            : "; " + Amounts.count(improvement.unreadable(), "object") + " could not be read")
        + "\n"
        + (table.size() == 0
            ? "  nothing that these processors know is common to its values\n"
            : table.toString());
  }

  private static String percent(double part, long of) {
    return of == 0 ? "-" : String.format(Locale.ROOT, "%.1f %%", 100 * part);
  }

  /** The configuration, with what it did before it. */
  static String file(Improvement.Outcome outcome) {
    ReplayCount count = outcome.count();
    return "# "
        + outcome.prevention().title()
        + "\n# Replayed: "
        + count.caught()
        + " of "
        + count.values()
        + " values gone; "
        + count.changed()
        + " of "
        + count.innocent()
        + " innocent records changed.\n# Does not reach: "
        + outcome.prevention().blind()
        + "\n"
        + outcome.prevention().configuration();
  }
}
