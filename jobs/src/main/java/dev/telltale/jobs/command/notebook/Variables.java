package dev.telltale.jobs.command.notebook;

import dev.telltale.jobs.settings.Problem;
import dev.telltale.jobs.settings.UserMistake;
import dev.telltale.jobs.settings.ValueType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands for <code>${name}</code> in the cells of one notebook: what a {@code SET name =
 * words} above said, or the command line, which wins. Spark does the same where Sparkmagic runs the
 * notebook; here nothing but these names is replaced, so no environment can be read. Not
 * thread-safe.
 */
public final class Variables {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern USE = Pattern.compile("\\$\\{([^}]*)\\}");

  /** {@code name=words}. */
  static final ValueType<Given> TYPE =
      new ValueType<>("NAME=VALUE", List.of(), Variables::read, Given::toString);

  /** A variable of the command line. */
  public record Given(String name, String setting) {
    @Override
    public String toString() {
      return name + "=" + setting;
    }
  }

  private final Map<String, String> given = new HashMap<>();
  private final Map<String, String> settings = new HashMap<>();

  public Variables(List<Given> given) {
    given.forEach(each -> this.given.put(each.name(), each.setting()));
  }

  private static Given read(String words) {
    int sign = words.indexOf('=');
    if (sign < 0 || !NAME.matcher(words.substring(0, sign)).matches()) {
      throw new IllegalArgumentException("a name and what stands for it, such as days=7");
    }
    return new Given(words.substring(0, sign), words.substring(sign + 1));
  }

  /** Takes what a cell sets, unless the command line said something else; returns what holds. */
  String set(SqlCell.Assignment assignment) {
    settings.put(assignment.name(), given.getOrDefault(assignment.name(), assignment.setting()));
    return settings.get(assignment.name());
  }

  /**
   * A statement with every variable replaced.
   *
   * @throws UserMistake naming those that nobody set
   */
  String replaced(String statement) {
    Set<String> unknown = new HashSet<>();
    String replaced =
        USE.matcher(statement)
            .replaceAll(
                use -> {
                  String setting = settings.getOrDefault(use.group(1), given.get(use.group(1)));
                  if (setting == null) {
                    unknown.add(use.group(1));
                    return "";
                  }
                  return Matcher.quoteReplacement(setting);
                });
    if (!unknown.isEmpty()) {
      throw new UserMistake(
          "nothing stands for ${" + String.join("}, ${", unknown) + "}",
          "no cell above sets it, and neither does the command line",
          "add a cell with %%sql and SET NAME = VALUE above, or --set NAME=VALUE");
    }
    return replaced;
  }

  /**
   * Variables of the command line are ones that a notebook knows.
   *
   * @throws UserMistake naming the others
   */
  static void requireKnown(List<Given> given, List<Notebook> notebooks) {
    Set<String> known = new HashSet<>();
    for (Notebook notebook : notebooks) {
      for (NotebookCell cell : notebook.cells()) {
        if (cell.kind() == NotebookCell.Kind.CODE) {
          Matcher use = USE.matcher(cell.source());
          while (use.find()) {
            known.add(use.group(1));
          }
        }
      }
    }
    List<Problem> problems = new ArrayList<>();
    for (Given each : given) {
      if (!known.contains(each.name())) {
        problems.add(
            new Problem(
                "--set " + each.name() + " changes nothing",
                "no cell uses ${" + each.name() + "}",
                known.isEmpty()
                    ? "leave it out"
                    : "the notebooks use " + String.join(", ", known.stream().sorted().toList())));
      }
    }
    if (!problems.isEmpty()) {
      throw new UserMistake(problems);
    }
  }
}
