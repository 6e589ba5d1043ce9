package dev.telltale.jobs.command.summary;

import dev.telltale.jobs.scan.ScanPlan;
import dev.telltale.jobs.terminal.Amounts;
import dev.telltale.jobs.terminal.TextTable;
import java.time.Duration;
import java.util.Locale;

/** What a person reads after {@code scan --plan}. */
public final class PlanText {
  private static final double GIGABYTE = 1e9;

  private final ScanPlan plan;
  private final PlanCost cost;

  public PlanText(ScanPlan plan, PlanCost cost) {
    this.plan = plan;
    this.cost = cost;
  }

  /** The page. */
  public String text() {
    StringBuilder page = new StringBuilder();
    page.append("\nPlan      ")
        .append(Amounts.count(plan.objects(), "object"))
        .append(" to read, of ")
        .append(Amounts.count(plan.listed()))
        .append(" listed; the others are in the ledger of ")
        .append(plan.lake())
        .append(" under these rules\n");
    if (plan.archived() > 0) {
      page.append("Archived  ")
          .append(Amounts.count(plan.archived(), "object"))
          .append(" in Glacier classes cannot be read before they are restored\n");
    }
    if (plan.objects() > 0) {
      estimate(page);
      page.append('\n').append(parts());
    }
    return page.append("\nNothing was read, and nothing was written.\n").toString();
  }

  private void estimate(StringBuilder page) {
    double seconds = plan.coreSeconds();
    page.append("Bytes     ")
        .append(Amounts.bytes(plan.stored()))
        .append(" stored, about ")
        .append(Amounts.bytes(plan.unpacked()))
        .append(" unpacked\n");
    page.append("Time      about ")
        .append(Amounts.time(Duration.ofMillis(Math.round(seconds * 1000))))
        .append(" of one core, ")
        .append(Amounts.time(Duration.ofMillis(Math.round(seconds * 1000 / plan.cores()))))
        .append(" on the ")
        .append(Amounts.count(plan.cores(), "core"))
        .append(" of this session: ")
        .append(Amounts.bytes(Math.round(plan.rate().unpackedPerSecond())))
        .append(" a second and core, as measured ")
        .append(
            plan.rate().runs() == 0
                ? "in Telltale's own benchmark\n"
                : "over " + Amounts.count(plan.rate().runs(), "run") + " of this lake\n");
    page.append(
        String.format(
            Locale.ROOT,
            "Cost      about USD %.2f: %.2f for cores at %s an hour, %.2f for requests to S3;"
                + " USD %.2f per TB stored%n",
            cost.total(),
            cost.cores(),
            cost.coreHourPrice(),
            cost.requests(),
            cost.total() / plan.stored() * 1000 * GIGABYTE));
    page.append(
        String.format(
            Locale.ROOT,
            "          Amazon Macie lists at USD %.2f a GB: USD %.2f for these bytes%n",
            PlanCost.MACIE_PER_GIGABYTE,
            cost.macie()));
  }

  private TextTable parts() {
    TextTable table = TextTable.of("telemetry type", ">objects", ">stored", ">unpacked, about");
    for (ScanPlan.Part part : plan.parts()) {
      table.row(
          part.telemetryType(),
          Amounts.count(part.objects()),
          Amounts.bytes(part.stored()),
          Amounts.bytes(part.unpacked()));
    }
    return table;
  }
}
