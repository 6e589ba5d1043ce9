package dev.telltale.jobs.settings;

import java.util.ArrayList;
import java.util.List;

/**
 * What a command is called and takes.
 *
 * @param summary what it does, in a line without a full stop
 * @param details more for its page of help; may be empty
 * @param settings options and operands, the operands in their order; its sub-commands take the
 *     options as well
 * @param subcommands the commands below it
 * @param runnable whether it does something without one of its sub-commands
 */
public record Syntax(
    String name,
    String summary,
    String details,
    List<Setting<?>> settings,
    List<Syntax> subcommands,
    boolean runnable) {
  public Syntax {
    settings = List.copyOf(settings);
    subcommands = List.copyOf(subcommands);
  }

  /** A command without sub-commands. */
  public static Syntax of(String name, String summary, String details, List<Setting<?>> settings) {
    return new Syntax(name, summary, details, settings, List.of(), true);
  }

  /** A name for sub-commands, which does nothing by itself. */
  public static Syntax group(String name, String summary, List<Syntax> subcommands) {
    return new Syntax(name, summary, "", List.of(), subcommands, false);
  }

  public Syntax with(List<Syntax> subcommands) {
    return new Syntax(name, summary, details, settings, subcommands, runnable);
  }

  List<String> subcommandNames() {
    return subcommands.stream().map(Syntax::name).toList();
  }

  /** This syntax with the options of the command above it. */
  Syntax withOptionsOf(Syntax above) {
    List<Setting<?>> all = new ArrayList<>(settings);
    above.settings().stream()
        .filter(setting -> !setting.isOperand() && !all.contains(setting))
        .forEach(all::add);
    return new Syntax(name, summary, details, all, subcommands, runnable);
  }

  List<Setting<?>> options() {
    return settings.stream().filter(setting -> !setting.isOperand()).toList();
  }

  List<Setting<?>> operands() {
    return settings.stream().filter(Setting::isOperand).toList();
  }

  /** The option of that name, without dashes; or null. */
  Setting<?> option(String name) {
    return options().stream().filter(each -> each.name().equals(name)).findFirst().orElse(null);
  }
}
