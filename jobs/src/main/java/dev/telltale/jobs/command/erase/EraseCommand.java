package dev.telltale.jobs.command.erase;

import dev.telltale.jobs.command.Command;
import dev.telltale.jobs.command.Terminal;
import dev.telltale.jobs.settings.Settings;
import dev.telltale.jobs.settings.Syntax;
import java.util.List;

/** {@code telltale erase}: a name for its sub-commands. */
public final class EraseCommand implements Command {
  @Override
  public Syntax syntax() {
    return Syntax.group("erase", "plan, apply and prove the erasure of what was found", List.of());
  }

  @Override
  public List<Command> subcommands() {
    return List.of(
        new PlanErasure(),
        new DigestSubject(),
        new ApplyPlan(),
        new ProveErasure(),
        new VerifyFile());
  }

  @Override
  public int run(Settings settings, Terminal terminal) {
    throw new IllegalStateException("a group of commands does nothing by itself");
  }
}
