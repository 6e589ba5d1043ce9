package dev.telltale.jobs.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Stack;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Takes the words that follow an option as they are: their meaning depends on the configuration
 * file too, so nothing is converted before both are read. A value starts with two dashes only where
 * {@code =} joins it to its option. One call.
 */
final class GivenTexts implements IParameterPreprocessor {
  private final Map<String, List<String>> texts = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  @Override
  public boolean preprocess(
      Stack<String> words, CommandSpec command, ArgSpec option, Map<String, Object> info) {
    Setting<?> setting = (Setting<?>) option.userObject();
    List<String> values = texts.computeIfAbsent(setting.name(), unused -> new ArrayList<>());
    if ("=".equals(info.get("separator"))) {
      values.add(words.pop());
    } else if (setting.isSwitch()) {
      values.add("true");
    } else {
      takeValues(words, command, setting, values);
    }
    return true;
  }

  private void takeValues(
      Stack<String> words, CommandSpec command, Setting<?> setting, List<String> values) {
    int before = words.size();
    while (!words.isEmpty()
        && !words.peek().startsWith("--")
        && !command.optionsMap().containsKey(words.peek())
        && (setting.many() || words.size() == before)) {
      values.add(words.pop());
    }
    if (words.size() == before) {
      problems.add(
          new Problem(
              setting.written() + " has no value",
              setting.description(),
              "write " + setting.written() + " " + setting.type().placeholder()));
    }
  }

  void add(Setting<?> operand, List<String> values) {
    texts.put(operand.name(), values);
  }

  /** By the name of a setting; no texts where an option stands without a value. */
  Map<String, List<String>> texts() {
    return texts;
  }

  List<Problem> problems() {
    return problems;
  }
}
