package dev.telltale.jobs.command.reveal;

import dev.telltale.detection.Detector;
import dev.telltale.detection.finding.FingerprintKey;
import dev.telltale.detection.finding.KeptValue;
import dev.telltale.fault.FaultKind;
import dev.telltale.jobs.actions.Action;
import dev.telltale.jobs.actions.ActionKind;
import dev.telltale.jobs.actions.ActionLedger;
import dev.telltale.jobs.actions.ActionResult;
import dev.telltale.jobs.command.CaseLake;
import dev.telltale.jobs.command.Command;
import dev.telltale.jobs.command.DetectionSettings;
import dev.telltale.jobs.command.ExitCode;
import dev.telltale.jobs.command.Terminal;
import dev.telltale.jobs.scan.ScanRules;
import dev.telltale.jobs.settings.Setting;
import dev.telltale.jobs.settings.Settings;
import dev.telltale.jobs.settings.Syntax;
import dev.telltale.jobs.settings.UserMistake;
import dev.telltale.jobs.settings.ValueType;
import dev.telltale.jobs.store.ObjectReading;
import dev.telltale.jobs.store.StoreProblems;
import dev.telltale.jobs.terminal.PlainText;
import dev.telltale.limit.Limits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;

/** {@code telltale reveal}. */
public final class RevealCommand implements Command {
  private static final Setting<String> FINDING =
      Setting.operand(ValueType.text("FINDING_ID"))
          .describedAs("The finding_id of what is to be shown.")
          .required()
          .one();

  private final Supplier<Optional<Screen>> screens;

  public RevealCommand() {
    this(ConsoleScreen::open);
  }

  /**
   * @param screens the terminal, where there is one
   */
  RevealCommand(Supplier<Optional<Screen>> screens) {
    this.screens = screens;
  }

  @Override
  public Syntax syntax() {
    List<Setting<?>> settings = new ArrayList<>(List.of(FINDING));
    settings.addAll(CaseLake.placeSettings(DetectionSettings.all()));
    return Syntax.of(
        "reveal",
        "show one value to the person who has to check it",
        "Reads it again from the object version that had it; on a terminal only, after two questions,"
            + " and with a row in the ledger of actions before and after. docs/cases.md explains it.",
        settings);
  }

  @Override
  public int run(Settings settings, Terminal terminal) {
    Screen screen =
        screens
            .get()
            .orElseThrow(
                () ->
                    new UserMistake(
                        "a value is shown on a terminal only",
                        "input or output of this command is a file, a pipe, or a job without a terminal",
                        "run it by hand in a terminal; nothing was read"));
    CaseLake lake = CaseLake.openPlaces("reveal", settings, terminal);
    Configuration hadoop = lake.spark().sparkContext().hadoopConfiguration();
    terminal.progress().step("looking for the finding");
    RevealedFinding finding =
        RevealedFinding.of(settings.value(FINDING), lake.spark(), lake.lake());
    FingerprintKey key = DetectionSettings.key(settings, hadoop);
    finding.requireKey(key.id());
    if (!isMeant(screen, finding)) {
      terminal.out().println("Nothing was read and nothing is shown.");
      return ExitCode.DONE;
    }
    ActionLedger ledger = lake.ledger(terminal);
    Action action =
        Action.of(ActionKind.REVEAL, ActionResult.STARTED, List.of(finding.text("case_id")))
            .on(finding.object())
            .with("finding_id", finding.text("finding_id"))
            .with("rule", finding.text("rule"));
    ledger.append(action);
    ActionResult result = ActionResult.FAILED;
    try (Detector detector =
        new Detector(
            ScanRules.of(
                settings.value(DetectionSettings.INCLUDE_EXAMPLES),
                DetectionSettings.team(settings, hadoop, terminal)),
            key,
            Limits.defaults(),
            finding.known())) {
      terminal.progress().step("reading the object");
      KeptValue value = finding.read(detector, hadoop);
      if (!value.isThere()) {
        throw new UserMistake(
            "the value is not found again",
            "the rules are others than those that found it",
            "name the team's file that it was found with by --rules");
      }
      screen.show(finding.text("rule") + " of " + finding.text("finding_id") + ", " + value, value);
      result = ActionResult.DONE;
    } catch (IOException unreadable) {
      result = ActionResult.REFUSED;
      throw refused(unreadable);
    } finally {
      ledger.append(
          new Action(
              action.kind(), result, action.caseIds(), null, action.object(), action.details()));
    }
    terminal.out().println("It was shown; the ledger of actions says so.");
    return ExitCode.DONE;
  }

  /** Asked twice, the second time for something that nobody types by habit. */
  private static boolean isMeant(Screen screen, RevealedFinding finding) {
    String rule = finding.text("rule");
    String what =
        rule
            + " "
            + finding.text("masked")
            + " at "
            + finding.text("field_path")
            + " in record "
            + finding.text("record_index")
            + " of "
            + finding.text("telemetry_type");
    return screen
            .ask(
                PlainText.of(
                    "Show the value of " + what + "? It is written down who did. (yes/no)"))
            .equals("yes")
        && screen
            .ask("It will stand on this screen in clear. Type the rule, " + rule + ", to see it:")
            .equals(rule);
  }

  private static UserMistake refused(IOException unreadable) {
    FaultKind kind = ObjectReading.fault(unreadable);
    if (kind == FaultKind.OBJECT_CHANGED || kind == FaultKind.OBJECT_GONE) {
      return new UserMistake(
          "the value is not shown",
          "the object is gone, or was written anew since the scan",
          "scan again; findings of the new version have ids of their own");
    }
    return new UserMistake(List.of(StoreProblems.of("the object cannot be read", unreadable)));
  }
}
