package dev.telltale.detection.rules;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.telltale.detection.validators.catalogue.ValidatorCatalogue;
import java.util.ArrayList;
import java.util.List;

/** Reads one YAML file of rules. Collects every problem; unknown keys are problems. */
final class RuleFile {
  private final String name;
  private final List<String> problems;
  private final boolean checked;

  private RuleFile(String name, List<String> problems, boolean checked) {
    this.name = name;
    this.problems = problems;
    this.checked = checked;
  }

  /** One that the tests of this project have been through. */
  static RuleFile builtin(String name, List<String> problems) {
    return new RuleFile(name, problems, true);
  }

  /** One whose rules may ask for more than there can be. */
  static RuleFile ofTeam(String name, List<String> problems) {
    return new RuleFile(name, problems, false);
  }

  List<Rule> read(String yaml) {
    JsonNode root;
    try {
      root = new YAMLMapper().readTree(yaml);
    } catch (JacksonException broken) {
      problems.add(notYaml(name, broken));
      return List.of();
    }
    return read(root);
  }

  /** A list of rules; nothing at all is an empty one. */
  List<Rule> read(JsonNode root) {
    List<Rule> rules = new ArrayList<>();
    if (root != null && root.isMissingNode()) {
      return rules;
    }
    if (root == null || !root.isArray()) {
      problems.add(name + ": a rule file is a list of rules");
      return rules;
    }
    for (JsonNode node : root) {
      int before = problems.size();
      RuleSource source = new RuleEntry(name, node, problems).read();
      if (problems.size() == before) {
        compile(source, rules);
      }
    }
    return rules;
  }

  private void compile(RuleSource source, List<Rule> rules) {
    String place = name + ": rule " + source.id();
    List<String> unknown =
        source.validators().stream().filter(v -> ValidatorCatalogue.find(v) == null).toList();
    if (!unknown.isEmpty()) {
      problems.add(
          place + ": unknown validators " + unknown + "; known are " + ValidatorCatalogue.names());
      return;
    }
    try {
      Rule rule =
          new Rule(source, source.validators().stream().map(ValidatorCatalogue::find).toList());
      if (!checked) {
        rule.trigger();
        rule.shape();
      }
      rules.add(rule);
    } catch (IllegalArgumentException | com.google.re2j.PatternSyntaxException broken) {
      problems.add(place + ": " + broken.getMessage());
    }
  }

  /** Names the line, where the reader knows it. */
  static String notYaml(String file, JacksonException broken) {
    return broken.getLocation() == null
        ? file + ": not YAML, or nested too deeply"
        : file + ": not YAML near line " + broken.getLocation().getLineNr();
  }
}
