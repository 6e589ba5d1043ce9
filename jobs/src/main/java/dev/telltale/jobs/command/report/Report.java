package dev.telltale.jobs.command.report;

import dev.telltale.jobs.terminal.Amounts;
import java.util.List;

/**
 * What a lake says about an export, as far as a page can hold it.
 *
 * @param made when, in UTC
 * @param valueCount distinct values
 * @param caseCount cases that there are; {@code cases} are the gravest of them
 * @param severalTypes cases in more than one telemetry type
 * @param suppressed places that the team's rule file takes out
 */
record Report(
    String lake,
    String made,
    RunFacts run,
    List<TypeCoverage> coverage,
    List<FaultCount> faults,
    long placeCount,
    long valueCount,
    long objectCount,
    long suppressed,
    List<Spread> severities,
    List<Spread> telemetryTypes,
    List<Spread> rules,
    List<Spread> emitters,
    List<PeriodCount> periods,
    long caseCount,
    long severalTypes,
    List<ReportedCase> cases,
    List<Exposure> exposures,
    RetentionTerms retention) {

  long objectsListed() {
    return coverage.stream().mapToLong(TypeCoverage::objects).sum();
  }

  long closed() {
    return coverage.stream().mapToLong(TypeCoverage::closed).sum();
  }

  long unread() {
    return coverage.stream().mapToLong(TypeCoverage::unread).sum();
  }

  long unpacked() {
    return coverage.stream()
        .mapToLong(each -> each.decoded() + each.rawScanned() + each.unread())
        .sum();
  }

  /** From 0 to 1; of nothing it is 1. */
  double covered() {
    return unpacked() == 0 ? 1 : 1 - (double) unread() / unpacked();
  }

  String coveredText() {
    return Amounts.percent(covered());
  }

  long placesOf(String severity) {
    return severities.stream()
        .filter(each -> each.name().equals(severity))
        .mapToLong(Spread::places)
        .sum();
  }
}
