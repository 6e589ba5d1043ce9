package dev.telltale.jobs.command;

import dev.telltale.jobs.ProductVersion;
import java.util.List;

/** The commands there are. */
public final class Commands {
  private static final List<Command> ALL =
      List.of(
          new ScanCommand(),
          new InspectCommand(),
          new SqlCommand(),
          new OptimizeCommand(),
          new RulesCommand());

  private Commands() {}

  /** The command of that name, or null. */
  public static Command named(String name) {
    for (Command command : ALL) {
      if (command.commandLine().command().equals(name)) {
        return command;
      }
    }
    return null;
  }

  public static List<String> names() {
    return ALL.stream().map(command -> command.commandLine().command()).toList();
  }

  /** The page of {@code telltale --help}. */
  public static String help() {
    StringBuilder page = new StringBuilder();
    page.append("Telltale ")
        .append(ProductVersion.text())
        .append(
            ": what does your exported telemetry give away?\n\nusage: telltale COMMAND [settings]\n\n");
    for (Command command : ALL) {
      page.append(
          String.format(
              "  %-9s %s%n", command.commandLine().command(), command.commandLine().summary()));
    }
    return page.append("\ntelltale COMMAND --help explains a command.\n")
        .append(
            "Exit codes: 0 done; 1 done, --fail-on was met; 2 a mistake of yours; 3 coverage below\n")
        .append("--min-coverage; 70 a bug of ours.\n")
        .toString();
  }
}
