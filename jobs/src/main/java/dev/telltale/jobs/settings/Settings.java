package dev.telltale.jobs.settings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The settings of one command call. Immutable; all problems are found before any value can be read.
 */
public final class Settings {
  /** For commands whose options a file may hold. */
  public static final Setting<String> CONFIG =
      Setting.option("config", ValueType.FILE)
          .describedAs("Read options from this file; those of the command line win.")
          .one();

  private final Map<Setting<?>, Object> values;

  private Settings(Map<Setting<?>, Object> values) {
    this.values = values;
  }

  /**
   * Reads what was written. What stands on the command line wins over what stands in the file of
   * {@code --config}.
   *
   * @param command the command with the names above it
   * @param given by the name of a setting
   * @param problems those that are known already
   * @throws UserMistake with every problem
   */
  static Settings of(
      String command, Syntax syntax, Map<String, List<String>> given, List<Problem> problems) {
    List<Problem> all = new ArrayList<>(problems);
    Map<String, List<String>> texts = new HashMap<>();
    List<String> files = given.get(CONFIG.name());
    if (files != null && syntax.settings().contains(CONFIG)) {
      texts.putAll(new ConfigFile(command, syntax, files.get(0), all).read());
    }
    texts.putAll(given);
    Map<Setting<?>, Object> values = new HashMap<>();
    for (Setting<?> setting : syntax.settings()) {
      values.put(setting, read(command, setting, texts.get(setting.name()), all));
    }
    if (!all.isEmpty()) {
      throw new UserMistake(all);
    }
    return new Settings(values);
  }

  private static Object read(
      String command, Setting<?> setting, List<String> texts, List<Problem> problems) {
    if (texts == null) {
      if (setting.required()) {
        problems.add(missing(command, setting));
      }
      return setting.standard();
    }
    if (texts.isEmpty()) {
      return setting.standard();
    }
    if (!setting.many() && texts.size() > 1) {
      problems.add(
          new Problem(
              setting.written() + " is given " + texts.size() + " times",
              "it takes one value",
              "give it once"));
      return setting.standard();
    }
    try {
      return setting.read(texts);
    } catch (UserMistake mistake) {
      for (Problem each : mistake.problems()) {
        problems.add(
            new Problem(setting.written() + ": " + each.problem(), each.cause(), each.remedy()));
      }
      return setting.standard();
    } catch (IllegalArgumentException notAllowed) {
      problems.add(
          new Problem(
              setting.written() + " cannot be \"" + texts.get(0) + "\"",
              "it takes " + notAllowed.getMessage(),
              "see " + command + " --help"));
      return setting.standard();
    }
  }

  private static Problem missing(String command, Setting<?> setting) {
    return new Problem(
        setting.written() + " is missing",
        setting.description(),
        setting.isOperand()
            ? "write " + command + " " + setting.name()
            : "add " + setting.written() + " " + setting.type().placeholder());
  }

  /** The value of a declared setting; its default where nothing was given. */
  @SuppressWarnings("unchecked")
  public <T> T value(Setting<T> setting) {
    if (!values.containsKey(setting)) {
      throw new IllegalArgumentException("not declared for this command: " + setting.name());
    }
    return (T) values.get(setting);
  }
}
