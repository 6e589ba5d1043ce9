package dev.telltale.jobs.command.rules;

import dev.telltale.detection.Detected;
import dev.telltale.detection.Detector;
import dev.telltale.detection.Refusals;
import dev.telltale.detection.finding.Evidence;
import dev.telltale.detection.finding.Finding;
import dev.telltale.detection.finding.FingerprintKey;
import dev.telltale.detection.rules.RuleSet;
import dev.telltale.jobs.command.Command;
import dev.telltale.jobs.command.DetectionSettings;
import dev.telltale.jobs.command.ExitCode;
import dev.telltale.jobs.command.Locations;
import dev.telltale.jobs.command.StoreSettings;
import dev.telltale.jobs.command.Terminal;
import dev.telltale.jobs.limit.RunLimits;
import dev.telltale.jobs.location.Location;
import dev.telltale.jobs.scan.ScanRules;
import dev.telltale.jobs.settings.Setting;
import dev.telltale.jobs.settings.Settings;
import dev.telltale.jobs.settings.Syntax;
import dev.telltale.jobs.settings.UserMistake;
import dev.telltale.jobs.settings.ValueType;
import dev.telltale.jobs.terminal.PlainText;
import dev.telltale.limit.Limits;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;

/**
 * {@code telltale rules explain}: why a text is a finding, or which rules came nearest and what
 * kept them out. The values are shown masked.
 */
final class ExplainCommand implements Command {
  private static final int MAX_NEAREST = 5;

  private static final Setting<String> FINDING =
      Setting.operand(ValueType.text("FINDING_ID"))
          .describedAs("A finding of the lake, by its finding_id; its object is read again.")
          .one();
  private static final Setting<Location> LAKE =
      Setting.option("lake", Locations.FOLDER)
          .describedAs("Folder of the Delta tables that have the finding, local or s3a.")
          .one();
  private static final Setting<String> TEXT =
      Setting.option("text", ValueType.text("TEXT|-"))
          .describedAs(
              "What to look at; a dash reads it from standard input, where no history keeps it.")
          .one();
  private static final Setting<String> FIELD =
      Setting.option("field", ValueType.text("NAME"))
          .describedAs("The name of the field that holds it, if it has one.")
          .one();

  @Override
  public Syntax syntax() {
    List<Setting<?>> settings = new ArrayList<>(List.of(FINDING, LAKE, TEXT, FIELD));
    settings.add(DetectionSettings.INCLUDE_EXAMPLES);
    settings.add(Settings.CONFIG);
    settings.addAll(StoreSettings.all());
    return Syntax.of(
        "explain",
        "say why something is a finding, or what keeps a text from being one",
        "Nothing is written anywhere.",
        settings);
  }

  @Override
  public int run(Settings settings, Terminal terminal) {
    String finding = settings.value(FINDING);
    boolean two = finding != null && settings.value(TEXT) != null;
    if (two || (finding == null && settings.value(TEXT) == null)) {
      throw new UserMistake(
          "explain takes a finding or a text",
          two ? "both were given" : "neither was given",
          "write telltale rules explain FINDING_ID --lake URI, or telltale rules explain --text TEXT");
    }
    if (finding == null) {
      explainText(settings, terminal);
    } else {
      explainFinding(finding, settings, terminal);
    }
    return ExitCode.DONE;
  }

  private static void explainFinding(String id, Settings settings, Terminal terminal) {
    if (settings.value(LAKE) == null) {
      throw new UserMistake("a finding is looked up in a lake", "none was named", "add --lake URI");
    }
    RecordedFinding recorded = RecordedFinding.of(id, settings.value(LAKE), settings);
    Configuration hadoop = StoreSettings.hadoop(settings, List.of());
    try (Detector detector =
        new Detector(
            ScanRules.of(
                settings.value(DetectionSettings.INCLUDE_EXAMPLES),
                DetectionSettings.team(settings, hadoop, terminal)),
            DetectionSettings.keyToShow(settings, hadoop, terminal),
            Limits.defaults())) {
      print(recorded.again(detector, hadoop), terminal.out());
    }
  }

  private static void explainText(Settings settings, Terminal terminal) {
    RuleSet rules = RulesCommand.rules(settings.value(DetectionSettings.RULES), settings, terminal);
    FingerprintKey key =
        FingerprintKey.of("only for explaining a text".getBytes(StandardCharsets.UTF_8));
    Refusals refusals = Refusals.kept();
    try (Detector detector = new Detector(rules, key, Limits.defaults(), refusals)) {
      Detected detected =
          detector.detectText(text(settings.value(TEXT), terminal), settings.value(FIELD));
      detected.findings().forEach(finding -> print(finding, terminal.out()));
      if (detected.findings().isEmpty()) {
        print(refusals.nearest(MAX_NEAREST), terminal.out());
      }
    }
  }

  private static String text(String named, Terminal terminal) {
    if (!named.equals("-")) {
      return named;
    }
    try {
      byte[] bytes = terminal.in().readNBytes(RunLimits.MAX_EXPLAINED_BYTES);
      return new String(bytes, StandardCharsets.UTF_8).strip();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static void print(Finding finding, PrintStream out) {
    out.println(
        PlainText.of(
            finding.rule()
                + ": "
                + finding.masked()
                + " at "
                + finding.start()
                + ", confidence "
                + String.format(Locale.ROOT, "%.2f", finding.confidence())));
    for (Evidence evidence : finding.evidence()) {
      String kind = evidence.kind().name().toLowerCase(Locale.ROOT);
      out.println(PlainText.of(String.format(Locale.ROOT, "  %-9s %s", kind, evidence.detail())));
    }
    if (finding.suppressedBy() != null) {
      out.println(PlainText.of("  left out by " + finding.suppressedBy()));
    }
  }

  private static void print(List<Refusals.Refusal> nearest, PrintStream out) {
    if (nearest.isEmpty()) {
      out.println("No finding: no rule saw a value of its form, or one of its words.");
      return;
    }
    out.println("No finding. The rules that came nearest:");
    for (Refusals.Refusal each : nearest) {
      String value = each.length() == 0 ? "" : " (a value of " + each.length() + " characters)";
      out.println(PlainText.of("  " + each.rule().id() + value));
      out.println(PlainText.of("    " + each.reason()));
    }
    out.println("telltale rules show RULE tells what a rule looks for.");
  }
}
