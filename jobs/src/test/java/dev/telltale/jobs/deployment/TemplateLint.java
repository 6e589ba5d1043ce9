package dev.telltale.jobs.deployment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What CloudFormation, IAM and the scheduler would refuse, or silently ignore, in a template; told
 * without a network, by the types in {@code resource-types.yaml} and the actions in {@code
 * iam-actions.yaml}.
 */
final class TemplateLint {
  private static final Set<String> SECTIONS =
      Set.of(
          "AWSTemplateFormatVersion",
          "Description",
          "Parameters",
          "Mappings",
          "Conditions",
          "Resources",
          "Outputs");
  private static final Set<String> OF_RESOURCE =
      Set.of(
          "Type", "Properties", "Condition", "DependsOn", "DeletionPolicy", "UpdateReplacePolicy");
  private static final Map<String, Set<String>> POLICIES =
      Map.of(
          "DeletionPolicy", Set.of("Delete", "Retain", "RetainExceptOnCreate"),
          "UpdateReplacePolicy", Set.of("Delete", "Retain"));
  private static final Set<String> OF_PARAMETER =
      Set.of(
          "Type",
          "Default",
          "Description",
          "AllowedPattern",
          "AllowedValues",
          "MinValue",
          "MaxValue",
          "NoEcho");
  private static final Set<String> PARAMETER_TYPES =
      Set.of("String", "Number", "CommaDelimitedList");
  private static final Set<String> OF_OUTPUT =
      Set.of("Value", "Description", "Condition", "Export");
  private static final Pattern LOGICAL_NAME = Pattern.compile("[A-Za-z0-9]{1,255}");

  private final Map<String, Object> types;
  private final PolicyLint policies;

  TemplateLint() throws IOException {
    types = Documents.resource("resource-types.yaml");
    policies = new PolicyLint();
  }

  List<String> problems(Template template) {
    List<String> problems = new ArrayList<>();
    onlyKnown("the template", template.document(), SECTIONS, problems);
    template.parameters().forEach((name, parameter) -> parameter(name, parameter, problems));
    References references = new References(template, types, problems);
    template
        .conditions()
        .forEach((name, value) -> references.follow("Conditions." + name, value, null, null));
    template.resources().keySet().forEach(name -> resource(name, template, references, problems));
    template.outputs().forEach((name, output) -> output(name, output, references, problems));
    unused(template, references, problems);
    circles(references, problems);
    return problems;
  }

  private static void parameter(String name, Object value, List<String> problems) {
    Map<String, Object> parameter = Documents.map(value);
    String path = "Parameters." + name;
    onlyKnown(path, parameter, OF_PARAMETER, problems);
    logicalName(path, name, problems);
    if (!PARAMETER_TYPES.contains(parameter.get("Type"))) {
      problems.add(path + " has a type that no parameter has");
    }
    Object preset = parameter.get("Default");
    Object allowed = parameter.get("AllowedValues");
    Object pattern = parameter.get("AllowedPattern");
    if (preset != null && allowed != null && !Documents.list(allowed).contains(preset)) {
      problems.add(path + " has a default that it does not allow");
    }
    if (preset != null
        && pattern != null
        && !Pattern.matches((String) pattern, preset.toString())) {
      problems.add(path + " has a default that its pattern does not allow");
    }
  }

  private void resource(
      String name, Template template, References references, List<String> problems) {
    String path = "Resources." + name;
    Map<String, Object> resource = template.resource(name);
    onlyKnown(path, resource, OF_RESOURCE, problems);
    logicalName(path, name, problems);
    POLICIES.forEach(
        (policy, values) -> {
          if (resource.containsKey(policy) && !values.contains(resource.get(policy))) {
            problems.add(path + "." + policy + " has a value that it cannot have");
          }
        });
    if (resource.containsKey("DependsOn")) {
      references.dependsOn(path, name, resource.get("DependsOn"));
    }
    Object properties = resource.getOrDefault("Properties", Map.of());
    references.follow(path, properties, name, (String) resource.get("Condition"));
    Object type = types.get((String) resource.get("Type"));
    if (type == null) {
      problems.add(path + " has the unknown type " + resource.get("Type"));
      return;
    }
    Map<String, Object> fields = Documents.map(Documents.map(type).get("fields"));
    new ValueKinds(template, problems).checkFields(path, properties, fields);
    policies.check(path, template, name, problems);
  }

  private static void output(
      String name, Object value, References references, List<String> problems) {
    Map<String, Object> output = Documents.map(value);
    String path = "Outputs." + name;
    onlyKnown(path, output, OF_OUTPUT, problems);
    logicalName(path, name, problems);
    if (!output.containsKey("Value")) {
      problems.add(path + " lacks the required Value");
    }
    references.follow(path, output.get("Value"), null, (String) output.get("Condition"));
  }

  private static void unused(Template template, References references, List<String> problems) {
    for (String section : List.of("Parameters", "Mappings", "Conditions")) {
      template.section(section).keySet().stream()
          .filter(name -> !references.named().contains(name))
          .forEach(name -> problems.add(section + "." + name + " is used by nothing"));
    }
  }

  private static void circles(References references, List<String> problems) {
    Set<String> done = new HashSet<>();
    for (String start : references.dependencies().keySet()) {
      if (reaches(start, start, references.dependencies(), new HashSet<>()) && done.add(start)) {
        problems.add("Resources." + start + " has to be there before itself");
      }
    }
  }

  private static boolean reaches(
      String from, String target, Map<String, Set<String>> dependencies, Set<String> seen) {
    return dependencies.getOrDefault(from, Set.of()).stream()
        .anyMatch(
            next ->
                next.equals(target)
                    || (seen.add(next) && reaches(next, target, dependencies, seen)));
  }

  private static void onlyKnown(
      String path, Map<String, Object> map, Set<String> known, List<String> problems) {
    map.keySet().stream()
        .filter(key -> !known.contains(key))
        .forEach(key -> problems.add(path + " has the unknown " + key));
  }

  private static void logicalName(String path, String name, List<String> problems) {
    if (!LOGICAL_NAME.matcher(name).matches()) {
      problems.add(path + " has a name that is not letters and digits");
    }
  }
}
