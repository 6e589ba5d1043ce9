package dev.telltale.detection;

import dev.telltale.detection.rules.Example;
import dev.telltale.detection.rules.FieldRole;
import dev.telltale.detection.rules.Keywords;
import dev.telltale.detection.rules.RoleEntry;
import dev.telltale.detection.rules.RoleShape;
import dev.telltale.detection.rules.Rule;
import dev.telltale.detection.rules.RuleSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The part of {@code docs/detection.md} that is made from the rules and roles themselves. */
final class RuleDocument {
  private static final int LONGEST_EXAMPLE = 140;

  private final RuleSet rules = RuleSet.builtin();
  private final StringBuilder out = new StringBuilder();

  static String text() {
    RuleDocument document = new RuleDocument();
    document.roles();
    document.rules();
    return document.out.toString();
  }

  private void roles() {
    out.append("## Roles\n");
    for (RoleEntry.Read entry : rules.roles().entries()) {
      out.append("\n### ").append(entry.role().id()).append("\n\n");
      if (!entry.names().isEmpty()) {
        out.append("Names: ").append(words(entry.names())).append(".\n");
      }
      if (!entry.heads().isEmpty()) {
        out.append("\nHeads: ").append(words(entry.heads())).append(".\n");
      }
      if (!entry.units().isEmpty()) {
        out.append("\nUnits: ")
            .append(String.join(", ", new TreeSet<>(entry.units())))
            .append(".\n");
      }
      for (RoleShape shape : entry.shapes()) {
        out.append("- ")
            .append(shape.name())
            .append(
                switch (shape.strength()) {
                  case WITHOUT_KEYWORD -> ", unless a keyword tells\n";
                  case BESIDE_KEYWORD -> ", unless the value's own name tells\n";
                  case ALWAYS -> ", always\n";
                });
      }
      out.append("\nHas it: ").append(examples(entry.having())).append("  \n");
      out.append("Lacks it: ").append(examples(entry.lacking())).append("\n");
    }
  }

  private static String examples(List<Example> examples) {
    return examples.stream()
        .map(e -> code((e.key() == null ? "" : e.key() + ": ") + e.text()))
        .collect(Collectors.joining(", "));
  }

  private void rules() {
    out.append("\n## Rules\n\n")
        .append(rules.allRules().size())
        .append(" rules, ")
        .append(rules.allRules().size() - rules.rules().size())
        .append(
            " of them off unless switched on. Every example is made up; « and » mark the value.\n");
    String category = "";
    List<Rule> sorted =
        rules.allRules().stream()
            .sorted(Comparator.comparing(Rule::category).thenComparing(Rule::id))
            .toList();
    for (Rule rule : sorted) {
      if (!rule.category().equals(category)) {
        category = rule.category();
        out.append("\n### ").append(category).append('\n');
      }
      rule(rule);
    }
  }

  private void rule(Rule rule) {
    out.append("\n#### ").append(rule.id()).append("\n\n");
    out.append(
        String.format(
            Locale.ROOT,
            "%s. Severity %s, confidence %.2f%s%s%s. Source: %s\n\n",
            rule.title(),
            rule.severity(),
            rule.confidence(),
            raised(rule),
            bare(rule),
            rules.rules().contains(rule) ? "" : ", off",
            rule.reference()));
    if (rule.keywords() != null) {
      out.append("- ")
          .append(rule.keywords().required() ? "needs one of: " : "raised by: ")
          .append(words(rule.keywords().words()))
          .append('\n');
    }
    if (!rule.validatorNames().isEmpty()) {
      out.append("- checks: ").append(String.join(", ", rule.validatorNames())).append('\n');
    }
    if (!rule.excludedRoles().isEmpty()) {
      out.append("- not in: ")
          .append(
              rule.excludedRoles().stream()
                  .map(FieldRole::id)
                  .sorted()
                  .collect(Collectors.joining(", ")))
          .append('\n');
    }
    for (Example example : rule.examples()) {
      out.append(example.isMatch() ? "- finds " : "- leaves ")
          .append(code((example.key() == null ? "" : example.key() + ": ") + shown(example)))
          .append('\n');
    }
  }

  private static String bare(Rule rule) {
    return rule.bareConfidence() == rule.confidence()
        ? ""
        : String.format(Locale.ROOT, ", %.2f without gaps amid text", rule.bareConfidence());
  }

  private static String raised(Rule rule) {
    Keywords keywords = rule.keywords();
    return keywords == null || keywords.confidence() == rule.confidence()
        ? ""
        : String.format(Locale.ROOT, ", %.2f with a keyword", keywords.confidence());
  }

  private static String shown(Example example) {
    String text =
        example.isMatch()
            ? example.text().substring(0, example.start())
                + "«"
                + example.value()
                + "»"
                + example.text().substring(example.end())
            : example.text();
    return text;
  }

  private static String words(List<List<String>> words) {
    return words.stream().map(word -> String.join(" ", word)).collect(Collectors.joining(", "));
  }

  /** One line of Markdown code, whatever the text holds. */
  private static String code(String text) {
    String line = text.replace("\r", "\\r").replace("\n", "\\n").replace("\t", "\\t");
    int end =
        line.offsetByCodePoints(
            0, Math.min(LONGEST_EXAMPLE, line.codePointCount(0, line.length())));
    String cut = end < line.length() ? line.substring(0, end) + "…" : line;
    String fence = cut.contains("`") ? "``" : "`";
    boolean padded = cut.startsWith("`") || cut.endsWith("`");
    return fence + (padded ? " " : "") + cut + (padded ? " " : "") + fence;
  }
}
