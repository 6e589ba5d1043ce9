package dev.telltale.jobs;

import dev.telltale.jobs.command.Command;
import dev.telltale.jobs.command.Terminal;
import dev.telltale.jobs.settings.Settings;
import dev.telltale.jobs.settings.Syntax;
import dev.telltale.jobs.settings.UserMistake;
import java.util.List;

/** {@code telltale demo} where there is only the job jar. */
final class DemoNotice implements Command {
  @Override
  public Syntax syntax() {
    return Syntax.of(
        "demo",
        "generate an export, scan it through S3 on this machine, show what it gives away",
        "Runs from a checkout: scripts/telltale demo.",
        List.of());
  }

  @Override
  public int run(Settings settings, Terminal terminal) {
    throw new UserMistake(
        "the demo is not in the job jar",
        "it brings a generator and an S3 server, which no job needs",
        "run scripts/telltale demo from a checkout");
  }
}
