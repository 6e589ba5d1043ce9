package dev.telltale.jobs;

import dev.telltale.jobs.command.Command;
import dev.telltale.jobs.command.ExitCode;
import dev.telltale.jobs.command.cases.CasesCommand;
import dev.telltale.jobs.command.erase.EraseCommand;
import dev.telltale.jobs.command.improve.ImproveCommand;
import dev.telltale.jobs.command.inspect.InspectCommand;
import dev.telltale.jobs.command.kernel.KernelCommand;
import dev.telltale.jobs.command.notebook.NotebookCommand;
import dev.telltale.jobs.command.optimize.OptimizeCommand;
import dev.telltale.jobs.command.packet.PacketCommand;
import dev.telltale.jobs.command.register.RegisterCommand;
import dev.telltale.jobs.command.report.ReportCommand;
import dev.telltale.jobs.command.reveal.RevealCommand;
import dev.telltale.jobs.command.rules.RulesCommand;
import dev.telltale.jobs.command.scan.ScanCommand;
import dev.telltale.jobs.command.sql.SqlCommand;
import dev.telltale.jobs.command.watch.WatchCommand;
import dev.telltale.jobs.settings.Grammar;
import dev.telltale.jobs.settings.ProductVersion;
import dev.telltale.jobs.settings.Syntax;
import java.util.List;

/** The commands there are. */
public final class Commands {
  private static final List<Command> ALL =
      List.of(
          new DemoNotice(),
          new ScanCommand(),
          new InspectCommand(),
          new SqlCommand(),
          new RegisterCommand(),
          new OptimizeCommand(),
          new ReportCommand(),
          new CasesCommand(),
          new PacketCommand(),
          new RevealCommand(),
          new EraseCommand(),
          new ImproveCommand(),
          new WatchCommand(),
          new NotebookCommand(),
          new KernelCommand(),
          new RulesCommand(),
          new CompletionCommand(),
          new HelpCommand());

  private Commands() {}

  /** The command line: all commands with their sub-commands. */
  public static Grammar grammar() {
    return new Grammar(syntax(), "telltale " + ProductVersion.text(), ExitCode.meanings());
  }

  static Syntax syntax() {
    return Syntax.group(
        "telltale",
        "find out what your exported telemetry gives away",
        ALL.stream().map(Commands::whole).toList());
  }

  private static Syntax whole(Command command) {
    return command.syntax().with(command.subcommands().stream().map(Commands::whole).toList());
  }

  /**
   * @param path the names of a command that there is, and of those above it
   */
  static Command at(List<String> path) {
    List<Command> level = ALL;
    Command found = null;
    for (String name : path) {
      found =
          level.stream()
              .filter(each -> each.syntax().name().equals(name))
              .findFirst()
              .orElseThrow();
      level = found.subcommands();
    }
    return found;
  }
}
