package dev.telltale.jobs.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A file of settings: a line each, {@code name = value}, {@code #} starts a comment, lists are
 * separated by commas. The names are those of the options of a command.
 */
final class ConfigFile {
  private final String command;
  private final Syntax syntax;
  private final String file;
  private final List<Problem> problems;
  private final Map<String, List<String>> values = new HashMap<>();

  /**
   * @param problems takes everything that is wrong with the file
   */
  ConfigFile(String command, Syntax syntax, String file, List<Problem> problems) {
    this.command = command;
    this.syntax = syntax;
    this.file = file;
    this.problems = problems;
  }

  /** Texts by the name of their setting. */
  Map<String, List<String>> read() {
    List<String> lines;
    try {
      lines = Files.readAllLines(Path.of(file), StandardCharsets.UTF_8);
    } catch (IOException | RuntimeException unreadable) {
      problems.add(
          new Problem(
              "the file of --config cannot be read",
              file + ": " + unreadable.getClass().getSimpleName(),
              "name a readable file in UTF-8; conf/telltale.conf is an example"));
      return Map.of();
    }
    for (int number = 1; number <= lines.size(); number++) {
      String text = lines.get(number - 1).strip();
      if (!text.isEmpty() && text.charAt(0) != '#') {
        readLine(file + ":" + number, text);
      }
    }
    return values;
  }

  private void readLine(String place, String text) {
    int equals = text.indexOf('=');
    if (equals < 0) {
      problems.add(
          new Problem(
              place + " is not a setting",
              "it has no =",
              "write name = value, or # before a comment"));
      return;
    }
    String name = text.substring(0, equals).strip();
    Setting<?> setting = syntax.option(name);
    if (setting == null || setting == Settings.CONFIG) {
      problems.add(unknown(place, name));
      return;
    }
    String value = text.substring(equals + 1).strip();
    List<String> texts =
        setting.many()
            ? Arrays.stream(value.split(",", -1)).map(String::strip).toList()
            : List.of(value);
    if (values.put(name, new ArrayList<>(texts)) != null) {
      problems.add(
          new Problem(
              place + ": " + name + " is given a second time",
              "a file gives a setting once",
              "remove one of them"));
    }
  }

  private Problem unknown(String place, String name) {
    String near =
        Spelling.nearest(
            name,
            syntax.options().stream()
                .filter(option -> option != Settings.CONFIG)
                .map(Setting::name)
                .toList());
    return new Problem(
        place + ": there is no setting " + name,
        command + " does not take it",
        near == null ? "see " + command + " --help" : "did you mean " + near + "?");
  }
}
