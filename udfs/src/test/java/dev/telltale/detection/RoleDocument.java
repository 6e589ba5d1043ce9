package dev.telltale.detection;

import dev.telltale.detection.rules.Example;
import dev.telltale.detection.rules.RoleEntry;
import dev.telltale.detection.rules.RoleShape;
import dev.telltale.detection.rules.RuleSet;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The part of {@code docs/detection.md} that is generated: the roles of fields. */
final class RoleDocument {
  private final StringBuilder out = new StringBuilder();

  private RoleDocument() {}

  static String text() {
    RoleDocument document = new RoleDocument();
    document
        .out
        .append("## Roles\n\n")
        .append("A field has a role by its *name*, by the *head* of its name (the last word of a")
        .append(" compound) or the word\ndirectly before the value, by the *unit* after the value,")
        .append(" or by the *shape* of the value. A rule lists the roles\nin which it does not")
        .append(" apply.\n");
    RuleSet.builtin().roles().entries().forEach(document::role);
    return document.out.toString();
  }

  private void role(RoleEntry.Read entry) {
    out.append("\n### ").append(entry.role().id()).append("\n\n");
    line("Names", words(entry.names()));
    line("Heads", words(entry.heads()));
    line("Units", String.join(", ", new TreeSet<>(entry.units())));
    line(
        "Shapes",
        entry.shapes().stream().map(RoleDocument::shape).collect(Collectors.joining("; ")));
    line("Has it", examples(entry.having()));
    line("Lacks it", examples(entry.lacking()));
  }

  private void line(String title, String content) {
    if (!content.isEmpty()) {
      out.append("- ").append(title).append(": ").append(content).append('\n');
    }
  }

  private static String shape(RoleShape shape) {
    return shape.name()
        + switch (shape.strength()) {
          case UNTOLD -> ", unless there is a keyword";
          case UNNAMED -> ", unless the value's own name says otherwise";
          case ALWAYS -> ", always";
        };
  }

  private static String examples(List<Example> examples) {
    return examples.stream()
        .map(example -> (example.key() == null ? "" : example.key() + ": ") + example.text())
        .map(text -> "`" + text + "`")
        .collect(Collectors.joining(", "));
  }

  private static String words(List<List<String>> words) {
    return words.stream().map(word -> String.join(" ", word)).collect(Collectors.joining(", "));
  }
}
