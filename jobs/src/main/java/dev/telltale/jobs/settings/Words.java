package dev.telltale.jobs.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Splits the words of a command line into settings and operands. */
final class Words {
  private Words() {}

  static void read(
      CommandLine line,
      List<String> words,
      Map<String, List<String>> given,
      List<String> operands,
      List<Problem> problems) {
    int at = 0;
    while (at < words.size()) {
      String word = spelledOut(line, words.get(at++));
      if (!word.startsWith("--") || word.equals("--")) {
        operands.add(word);
        continue;
      }
      int equals = word.indexOf('=');
      String name = word.substring(2, equals < 0 ? word.length() : equals);
      Setting<?> setting = line.setting(name);
      if (setting == null) {
        problems.add(unknown(line, name));
        at = skipValue(words, at, equals >= 0);
        continue;
      }
      List<String> values = given.computeIfAbsent(name, unused -> new ArrayList<>());
      if (equals >= 0) {
        values.add(word.substring(equals + 1));
      } else if (setting.isFlag()) {
        values.add("true");
      } else {
        int before = at;
        while (at < words.size()
            && !words.get(at).startsWith("--")
            && (setting.many() || at == before)) {
          values.add(words.get(at++));
        }
        if (at == before) {
          given.remove(name);
          problems.add(
              new Problem(
                  "--" + name + " has no value",
                  setting.description(),
                  "write --" + name + " " + setting.placeholder()));
        }
      }
    }
  }

  private static String spelledOut(CommandLine line, String word) {
    return word.equals("-v") && line.setting("verbose") != null ? "--verbose" : word;
  }

  private static int skipValue(List<String> words, int at, boolean joined) {
    return !joined && at < words.size() && !words.get(at).startsWith("--") ? at + 1 : at;
  }

  static Problem unknown(CommandLine line, String name) {
    String near = Spelling.nearest(name, line.settings().stream().map(Setting::name).toList());
    return new Problem(
        "there is no setting --" + name,
        "telltale " + line.command() + " does not know it",
        near == null
            ? "see telltale " + line.command() + " --help"
            : "did you mean --" + near + "?");
  }
}
