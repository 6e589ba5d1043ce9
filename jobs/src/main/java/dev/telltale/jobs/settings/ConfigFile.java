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
 * separated by commas. The names are those of the command line.
 */
final class ConfigFile {
  private ConfigFile() {}

  static Map<String, List<String>> read(CommandLine line, String file, List<Problem> problems) {
    List<String> lines;
    try {
      lines = Files.readAllLines(Path.of(file), StandardCharsets.UTF_8);
    } catch (IOException | RuntimeException unreadable) {
      problems.add(
          new Problem(
              "the settings of --config cannot be read",
              file + ": " + unreadable.getClass().getSimpleName(),
              "name a readable file in UTF-8; conf/telltale.conf is an example"));
      return Map.of();
    }
    Map<String, List<String>> values = new HashMap<>();
    for (int number = 1; number <= lines.size(); number++) {
      String text = lines.get(number - 1).strip();
      if (!text.isEmpty() && text.charAt(0) != '#') {
        readLine(line, file + ":" + number, text, values, problems);
      }
    }
    return values;
  }

  private static void readLine(
      CommandLine line,
      String place,
      String text,
      Map<String, List<String>> values,
      List<Problem> problems) {
    int equals = text.indexOf('=');
    if (equals < 0) {
      problems.add(
          new Problem(
              place + " is no setting",
              "it has no =",
              "write name = value, or # before a comment"));
      return;
    }
    String name = text.substring(0, equals).strip();
    String value = text.substring(equals + 1).strip();
    Setting<?> setting = line.setting(name);
    if (setting == null || name.equals("config")) {
      Problem unknown = Words.unknown(line, name);
      problems.add(
          new Problem(place + ": " + unknown.problem(), unknown.cause(), unknown.remedy()));
      return;
    }
    List<String> texts =
        setting.many()
            ? Arrays.stream(value.split(",", -1)).map(String::strip).toList()
            : List.of(value);
    if (values.put(name, new ArrayList<>(texts)) != null) {
      problems.add(
          new Problem(
              place + ": " + name + " stands twice",
              "a file gives a setting once",
              "remove one of them"));
    }
  }
}
