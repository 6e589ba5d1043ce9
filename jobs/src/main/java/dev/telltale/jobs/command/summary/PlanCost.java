package dev.telltale.jobs.command.summary;

import dev.telltale.jobs.scan.ScanPlan;

/**
 * What a plan costs in US dollars.
 *
 * @param coreHourPrice of a core with its memory
 */
public record PlanCost(ScanPlan plan, double coreHourPrice) {
  /**
   * One vCPU and 4 GB of EMR Serverless for an hour: 0.052624 + 4 x 0.0057785, us-east-1, x86 (<a
   * href="https://aws.amazon.com/emr/pricing/">EMR pricing</a>).
   */
  public static final double SERVERLESS_CORE_HOUR = 0.0757;

  /** The first 50 TB a month (<a href="https://aws.amazon.com/macie/pricing/">pricing</a>). */
  static final double MACIE_PER_GIGABYTE = 1.0;

  /** S3 Standard (<a href="https://aws.amazon.com/s3/pricing/">pricing</a>). */
  private static final double GET = 0.0004 / 1000;

  private static final double LIST = 0.005 / 1000;
  private static final int KEYS_A_PAGE = 1000;

  double cores() {
    return plan.coreSeconds() / 3600 * coreHourPrice;
  }

  double requests() {
    return plan.objects() * GET + Math.ceil((double) plan.listed() / KEYS_A_PAGE) * LIST;
  }

  double total() {
    return cores() + requests();
  }

  double macie() {
    return plan.stored() / 1e9 * MACIE_PER_GIGABYTE;
  }
}
