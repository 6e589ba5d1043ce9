package dev.telltale.jobs.command.rules;

import dev.telltale.detection.rules.RuleSet;
import dev.telltale.jobs.command.Command;
import dev.telltale.jobs.command.DetectionSettings;
import dev.telltale.jobs.command.Terminal;
import dev.telltale.jobs.scan.ScanRules;
import dev.telltale.jobs.settings.Settings;
import dev.telltale.jobs.settings.Syntax;
import java.util.List;
import org.apache.hadoop.conf.Configuration;

/** {@code telltale rules}: a list of them, unless a sub-command says otherwise. */
public final class RulesCommand implements Command {
  private static final ListRules LIST = new ListRules();

  @Override
  public Syntax syntax() {
    return Syntax.of(
        "rules",
        "list, explain and test what is detected",
        "Without a command: list.",
        List.of(DetectionSettings.RULES, DetectionSettings.FINGERPRINT_KEY));
  }

  @Override
  public List<Command> subcommands() {
    return List.of(LIST, new ShowRule(), new ExplainCommand(), new TestRules(), new DigestValues());
  }

  @Override
  public int run(Settings settings, Terminal terminal) {
    return LIST.run(settings, terminal);
  }

  /**
   * The rules of Telltale, with those of a team.
   *
   * @param file of the team; null for none
   */
  static RuleSet rules(String file, Settings settings, Terminal terminal) {
    return ScanRules.of(
        false, DetectionSettings.teamFiles(settings, new Configuration(), terminal).read(file));
  }
}
