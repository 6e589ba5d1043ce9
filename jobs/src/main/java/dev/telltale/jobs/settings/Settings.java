package dev.telltale.jobs.settings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The settings of one command call. Immutable; all problems are found before any value can be read.
 */
public final class Settings {
  private static final String CONFIG = "config";

  private final Map<String, Object> values;
  private final List<String> operands;

  private Settings(Map<String, Object> values, List<String> operands) {
    this.values = values;
    this.operands = List.copyOf(operands);
  }

  /**
   * Reads the words after the command's name. What stands on the command line wins over what stands
   * in the file of {@code --config}; a setting that nobody declared is a problem in either.
   *
   * @throws UserMistake with every problem
   */
  public static Settings read(CommandLine line, List<String> words) {
    List<Problem> problems = new ArrayList<>();
    Map<String, List<String>> given = new LinkedHashMap<>();
    List<String> operands = new ArrayList<>();
    Words.read(line, words, given, operands, problems);
    Map<String, List<String>> merged = new HashMap<>();
    if (line.setting(CONFIG) != null && given.containsKey(CONFIG)) {
      merged.putAll(ConfigFile.read(line, given.get(CONFIG).get(0), problems));
    }
    merged.putAll(given);
    Map<String, Object> values = new HashMap<>();
    for (Setting<?> setting : line.settings()) {
      List<String> texts = merged.get(setting.name());
      if (texts == null) {
        values.put(setting.name(), setting.standard());
        if (setting.required()) {
          problems.add(
              new Problem(
                  "--" + setting.name() + " is missing",
                  setting.description(),
                  "add --" + setting.name() + " " + setting.placeholder()));
        }
      } else {
        readInto(values, setting, texts, problems);
      }
    }
    line.checkOperands(operands, problems);
    if (!problems.isEmpty()) {
      throw new UserMistake(problems);
    }
    return new Settings(values, operands);
  }

  private static void readInto(
      Map<String, Object> values, Setting<?> setting, List<String> texts, List<Problem> problems) {
    if (!setting.many() && texts.size() > 1) {
      problems.add(
          new Problem(
              "--" + setting.name() + " stands " + texts.size() + " times",
              "it takes one value",
              "give it once"));
      return;
    }
    try {
      values.put(setting.name(), setting.reader().apply(texts));
    } catch (IllegalArgumentException wrong) {
      problems.add(
          new Problem(
              "--" + setting.name() + " cannot be \"" + texts.get(0) + "\"",
              "it takes " + wrong.getMessage(),
              "see --help"));
    }
  }

  /** The value of a declared setting; its default where nothing was given. */
  @SuppressWarnings("unchecked")
  public <T> T value(Setting<T> setting) {
    if (!values.containsKey(setting.name())) {
      throw new IllegalArgumentException("not declared for this command: " + setting.name());
    }
    return (T) values.get(setting.name());
  }

  public List<String> operands() {
    return operands;
  }
}
