package dev.telltale.jobs.settings;

import java.util.List;

/**
 * What a command takes.
 *
 * @param command its name
 * @param operands how its operands are shown in the help, such as {@code PATH|URI|-}; empty for
 *     none
 * @param summary what it does, in a line
 * @param details more for the help; may be empty
 */
public record CommandLine(
    String command,
    String operands,
    int fewest,
    int most,
    String summary,
    String details,
    List<Setting<?>> settings) {
  public CommandLine {
    settings = List.copyOf(settings);
  }

  Setting<?> setting(String name) {
    for (Setting<?> setting : settings) {
      if (setting.name().equals(name)) {
        return setting;
      }
    }
    return null;
  }

  void checkOperands(List<String> given, List<Problem> problems) {
    if (given.size() < fewest) {
      problems.add(
          new Problem(
              "telltale " + command + " needs " + operands,
              "nothing was named",
              "see telltale " + command + " --help"));
    }
    for (String extra : given.subList(Math.min(given.size(), most), given.size())) {
      problems.add(
          new Problem(
              "\"" + extra + "\" is one word too many",
              most == 0
                  ? "telltale " + command + " takes settings only"
                  : "telltale " + command + " takes at most " + most,
              "put a value that holds spaces into quotes; see telltale " + command + " --help"));
    }
  }

  /** The page of {@code --help}. */
  public String help() {
    StringBuilder page = new StringBuilder();
    page.append("usage: telltale ").append(command);
    if (!operands.isEmpty()) {
      page.append(' ').append(operands);
    }
    page.append(settings.isEmpty() ? "" : " [settings]")
        .append("\n\n")
        .append(summary)
        .append('\n');
    if (!details.isEmpty()) {
      page.append('\n').append(details).append('\n');
    }
    if (!settings.isEmpty()) {
      page.append("\nsettings:\n");
    }
    for (Setting<?> setting : settings) {
      page.append("  --").append(setting.name());
      if (!setting.placeholder().isEmpty()) {
        page.append(' ').append(setting.placeholder());
      }
      page.append(setting.many() ? "..." : "")
          .append(setting.required() ? "  (required)" : "")
          .append('\n');
      page.append("        ").append(setting.description());
      if (!setting.shownDefault().isEmpty()) {
        page.append(" Default: ").append(setting.shownDefault()).append('.');
      }
      page.append('\n');
    }
    return page.toString();
  }
}
