package dev.telltale.jobs.command.report;

import dev.telltale.detection.rules.Rule;
import dev.telltale.detection.rules.RuleSet;
import dev.telltale.jobs.page.PageTable;
import dev.telltale.jobs.page.Section;
import dev.telltale.jobs.page.chart.Chart;
import dev.telltale.jobs.terminal.Amounts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The parts of a report's page, in the order in which they are read. */
final class ReportSections {
  private static final int MAX_BARS = 12;
  private static final double MEGABYTE = 1e6;

  private final Report report;

  private ReportSections(Report report) {
    this.report = report;
  }

  static List<Section> of(Report report) {
    ReportSections sections = new ReportSections(report);
    return List.of(sections.read(), sections.found(), sections.cases(), sections.readable());
  }

  private Section read() {
    PageTable.Builder types =
        PageTable.of(
            "Objects by telemetry type",
            "telemetry type",
            ">objects",
            ">records",
            ">decoded",
            ">scanned raw",
            ">not looked at",
            ">objects not read");
    for (TypeCoverage each : report.coverage()) {
      types.row(
          List.of(
              each.telemetryType(),
              Amounts.count(each.objects()),
              Amounts.count(each.records()),
              Amounts.bytes(each.decoded()),
              Amounts.bytes(each.rawScanned()),
              Amounts.bytes(each.unread()),
              each.closed() == 0
                  ? "0"
                  : Amounts.count(each.closed()) + " of " + Amounts.bytes(each.closedBytes())));
    }
    PageTable.Builder faults =
        PageTable.of(
            "Objects with faults", "status", "fault", ">objects", ">not looked at", "one of them");
    for (FaultCount each : report.faults()) {
      faults.row(
          List.of(
              each.status(),
              each.fault(),
              Amounts.count(each.objects()),
              Amounts.bytes(each.unread()),
              each.first()));
    }
    faults.note(
        "A partial object has a fault, and what could not be decoded of it was scanned raw. The"
            + " runbook explains each fault.");
    List<Chart> charts =
        List.of(
            new Chart(
                Chart.Kind.COLUMN,
                "chart-read",
                "How the bytes were read",
                "Unpacked megabytes of each telemetry type: decoded by a format, scanned raw, or"
                    + " not looked at.",
                "telemetry type",
                report.coverage().stream().map(TypeCoverage::telemetryType).toList(),
                List.of(
                    bytes("decoded", TypeCoverage::decoded),
                    bytes("scanned raw", TypeCoverage::rawScanned),
                    bytes("not looked at", TypeCoverage::unread))));
    return new Section(
        "read",
        "What was read",
        report.coverage().isEmpty()
            ? "The lake holds no object yet."
            : report.coveredText()
                + " of the bytes of the export were looked at. Every listed object ended in one"
                + " status; what is missing is named below.",
        charts,
        List.of(types.table(), faults.table()));
  }

  private Chart.Series bytes(String name, ToDoubleFunction<TypeCoverage> bytes) {
    return new Chart.Series(
        name,
        report.coverage().stream()
            .map(each -> Math.round(bytes.applyAsDouble(each) / MEGABYTE * 100) / 100.0)
            .toList());
  }

  private Section found() {
    Map<String, String> titles =
        RuleSet.builtin().allRules().stream()
            .collect(Collectors.toMap(Rule::id, Rule::title, (first, second) -> first));
    PageTable.Builder rules =
        PageTable.of("Rules", "rule", "what it finds", ">places", ">values", ">objects");
    for (Spread each : report.rules()) {
      rules.row(
          List.of(
              each.name(),
              titles.getOrDefault(each.name(), "a rule of your own"),
              Amounts.count(each.places()),
              Amounts.count(each.values()),
              Amounts.count(each.objects())));
    }
    List<Chart> charts = new ArrayList<>();
    if (report.placeCount() > 0) {
      charts.add(
          bars(
              "chart-severity",
              "Places by severity",
              "How grave what was found is.",
              "severity",
              report.severities()));
      charts.add(overTime());
      charts.add(
          bars(
              "chart-type",
              "Places by telemetry type",
              "Which kind of telemetry gives most away.",
              "telemetry type",
              report.telemetryTypes()));
      charts.add(
          bars(
              "chart-rule",
              "Places by rule",
              "What was found most often" + top(report.rules().size()) + ".",
              "rule",
              report.rules()));
      charts.add(
          bars(
              "chart-emitter",
              "Places by sender",
              "Who sent what was found" + top(report.emitters().size()) + ".",
              "sender",
              report.emitters()));
    }
    String suppressed =
        report.suppressed() == 0
            ? ""
            : " "
                + Amounts.count(report.suppressed(), "more place")
                + " are not counted: the team's rule file takes them out.";
    return new Section(
        "found",
        "What was found",
        report.placeCount() == 0
            ? "Nothing was found." + suppressed
            : "What was delivered twice counts once." + suppressed,
        charts,
        report.placeCount() == 0 ? List.of() : List.of(rules.table()));
  }

  private static String top(int count) {
    return count > MAX_BARS ? ": the first " + MAX_BARS : "";
  }

  private static Chart bars(
      String id, String title, String idea, String labelName, List<Spread> spreads) {
    List<Spread> shown = spreads.subList(0, Math.min(MAX_BARS, spreads.size()));
    return new Chart(
        Chart.Kind.BAR,
        id,
        title,
        idea,
        labelName,
        shown.stream().map(each -> each.name().isEmpty() ? "(unknown)" : each.name()).toList(),
        List.of(
            new Chart.Series(
                "places", shown.stream().map(each -> (double) each.places()).toList())));
  }

  private Chart overTime() {
    List<String> periods =
        report.periods().stream().map(PeriodCount::period).distinct().sorted().toList();
    Map<String, List<Double>> series = new LinkedHashMap<>();
    for (String severity : List.of("critical", "high", "medium", "low")) {
      List<Double> amounts = new ArrayList<>();
      for (String period : periods) {
        amounts.add(
            (double)
                report.periods().stream()
                    .filter(
                        each -> each.period().equals(period) && each.severity().equals(severity))
                    .mapToLong(PeriodCount::places)
                    .sum());
      }
      series.put(severity, amounts);
    }
    return new Chart(
        Chart.Kind.COLUMN,
        "chart-time",
        "Places over time",
        "When what was found was exported, in UTC, by severity.",
        "exported",
        periods,
        series.entrySet().stream()
            .map(each -> new Chart.Series(each.getKey(), each.getValue()))
            .toList());
  }

  private Section cases() {
    PageTable.Builder table =
        PageTable.of(
            "Cases, the gravest first",
            "severity",
            "case",
            "state",
            "what leaked",
            "rules",
            "telemetry types",
            "sent by",
            ">places",
            ">objects",
            "first seen",
            "last seen");
    for (ReportedCase each : report.cases()) {
      table.row(
          List.of(
              each.severity(),
              each.caseId(),
              each.state(),
              each.what(),
              String.join(", ", each.rules()),
              String.join(", ", each.telemetryTypes()),
              String.join(", ", each.emitters()),
              Amounts.count(each.places()),
              Amounts.count(each.objects()),
              each.firstSeen(),
              each.lastSeen()));
    }
    if (report.caseCount() > report.cases().size()) {
      table.note(
          "The first "
              + Amounts.count(report.cases().size())
              + " of "
              + Amounts.count(report.caseCount(), "case")
              + "; telltale cases lists all, and notebook 03 follows any of them.");
    }
    return new Section(
        "cases",
        "Cases",
        "One value is one case, wherever it turned up; so is one field in which many values leak: "
            + Amounts.count(report.caseCount(), "case")
            + ", "
            + Amounts.count(report.severalTypes())
            + " of them in more than one telemetry type. Times are those of the export.",
        List.of(),
        report.cases().isEmpty() ? List.of() : List.of(table.table()));
  }

  private Section readable() {
    PageTable.Builder table =
        PageTable.of(
            "Objects with findings",
            "telemetry type",
            "version",
            "storage class",
            ">objects",
            ">places",
            "first expires",
            "last expires",
            ">overdue");
    for (Exposure each : report.exposures()) {
      table.row(
          List.of(
              each.telemetryType(),
              each.state(),
              each.storageClass().isEmpty() ? "not known" : each.storageClass(),
              Amounts.count(each.objects()),
              Amounts.count(each.places()),
              each.firstEnd().isEmpty() ? "not known" : each.firstEnd(),
              each.lastEnd().isEmpty() ? "not known" : each.lastEnd(),
              Amounts.count(each.overdue())));
    }
    String terms =
        report.retention().isKnown()
            ? "The bucket keeps: "
                + report.retention().shown()
                + ", as stated by who made this report. S3 counts from the creation of an object to"
                + " the midnight after, and may take days more to delete what is overdue."
            : "Until when is not known: the lake has no lifecycle rules. telltale report"
                + " --retention 1d --retention metrics=7d states them.";
    return new Section(
        "readable",
        "What can still be read",
        "Each of these objects was readable when it was scanned, and holds what was found in it. "
            + terms
            + " Places here include duplicate deliveries.",
        List.of(),
        List.of(table.table()));
  }
}
