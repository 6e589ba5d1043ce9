package dev.telltale.jobs.command.kernel;

import dev.telltale.jobs.command.Command;
import dev.telltale.jobs.command.Terminal;
import dev.telltale.jobs.settings.Settings;
import dev.telltale.jobs.settings.Syntax;
import java.util.List;

/** {@code telltale kernel}: a name for its sub-commands. */
public final class KernelCommand implements Command {
  @Override
  public Syntax syntax() {
    return Syntax.group("kernel", "put a kernel for SQL over a lake into Jupyter", List.of());
  }

  @Override
  public List<Command> subcommands() {
    return List.of(new InstallKernel(), new RunKernel());
  }

  @Override
  public int run(Settings settings, Terminal terminal) {
    throw new IllegalStateException("a name for sub-commands does nothing by itself");
  }
}
