package dev.telltale.jobs.deployment;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Follows the functions of a template to what they name: parameters, resources and their
 * attributes, mappings, conditions. What is named and does not exist is a problem, and so is what
 * exists and is never named.
 *
 * <p>https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
 */
final class References {
  private static final Pattern PLACE = Pattern.compile("\\$\\{([^!}][^}]*)}");

  private final Template template;
  private final Map<String, Object> types;
  private final List<String> problems;
  private final Set<String> named = new TreeSet<>();
  private final Map<String, Set<String>> dependencies = new TreeMap<>();

  /** Where the walk is: the resource (or null), and the conditions that hold there. */
  private String resource;

  private Set<String> holding = Set.of();

  References(Template template, Map<String, Object> types, List<String> problems) {
    this.template = template;
    this.types = types;
    this.problems = problems;
  }

  /** Walks a part of the template that exists under a condition (or null: always). */
  void follow(String path, Object value, String ownResource, String condition) {
    resource = ownResource;
    holding = condition == null ? Set.of() : Set.of(condition);
    if (condition != null) {
      condition(path, condition);
    }
    walk(path, value);
  }

  void dependsOn(String path, String from, Object targets) {
    Documents.list(targets)
        .forEach(
            target -> {
              if (!template.resources().containsKey(target)) {
                problems.add(path + " waits for " + target + ", which is no resource");
              } else {
                depend(from, (String) target);
              }
            });
  }

  Set<String> named() {
    return named;
  }

  /** For each resource, the resources that have to be there before it. */
  Map<String, Set<String>> dependencies() {
    return dependencies;
  }

  private void walk(String path, Object value) {
    String function = Template.function(value);
    if (function != null) {
      call(path, function, Template.argument(value));
    } else if (value instanceof Map<?, ?>) {
      Documents.map(value).forEach((key, item) -> walk(path + "." + key, item));
    } else if (value instanceof List<?> items) {
      items.forEach(item -> walk(path, item));
    } else if (value instanceof String text && PLACE.matcher(text).find()) {
      problems.add(path + " has a ${...} outside of Fn::Sub");
    }
  }

  private void call(String path, String function, Object argument) {
    switch (function) {
      case "Ref" -> name(path, (String) argument);
      case "Condition" -> condition(path, (String) argument);
      case "Fn::GetAtt" -> {
        List<Object> parts = Documents.list(argument);
        attribute(path, (String) parts.get(0), (String) parts.get(1));
      }
      case "Fn::Sub" -> substitute(path, argument);
      case "Fn::FindInMap" -> find(path, Documents.list(argument));
      case "Fn::If" -> choose(path, Documents.list(argument));
      case "Fn::Join", "Fn::Equals", "Fn::Not", "Fn::And", "Fn::Or", "Fn::Select", "Fn::Split" ->
          walk(path, argument);
      default -> problems.add(path + " calls the unknown " + function);
    }
  }

  private void name(String path, String name) {
    if (template.resources().containsKey(name)) {
      resource(path, name);
    } else if (template.parameters().containsKey(name)) {
      named.add(name);
    } else if (!Template.PSEUDO_PARAMETERS.contains(name)) {
      problems.add(path + " names " + name + ", which does not exist");
    }
  }

  private void resource(String path, String name) {
    named.add(name);
    depend(resource, name);
    Object condition = template.resource(name).get("Condition");
    if (condition != null && !holding.contains(condition)) {
      problems.add(path + " needs " + name + ", which is only there under " + condition);
    }
  }

  private void depend(String from, String target) {
    if (from != null) {
      dependencies.computeIfAbsent(from, each -> new TreeSet<>()).add(target);
    }
  }

  private void attribute(String path, String name, String attribute) {
    String type = template.typeOf(name);
    if (type == null) {
      problems.add(path + " wants an attribute of " + name + ", which is no resource");
      return;
    }
    resource(path, name);
    Object known = types.get(type);
    if (known != null
        && !Documents.list(Documents.map(known).get("attributes")).contains(attribute)) {
      problems.add(path + " wants " + name + "." + attribute + ", which " + type + " has not");
    }
  }

  private void substitute(String path, Object argument) {
    List<Object> parts = Documents.list(argument);
    Map<String, Object> own = parts.size() > 1 ? Documents.map(parts.get(1)) : Map.of();
    own.values().forEach(value -> walk(path, value));
    Set<String> unused = new TreeSet<>(own.keySet());
    Matcher places = PLACE.matcher((String) parts.get(0));
    boolean any = false;
    while (places.find()) {
      any = true;
      String name = places.group(1);
      int dot = name.indexOf('.');
      if (own.containsKey(name)) {
        unused.remove(name);
      } else if (dot > 0) {
        attribute(path, name.substring(0, dot), name.substring(dot + 1));
      } else {
        name(path, name);
      }
    }
    if (!any) {
      problems.add(path + " substitutes nothing");
    }
    unused.forEach(name -> problems.add(path + " gives Fn::Sub a " + name + " that it lacks"));
  }

  private void find(String path, List<Object> words) {
    walk(path, words);
    String mapping = (String) words.get(0);
    Object found = template.mappings().get(mapping);
    if (found == null) {
      problems.add(path + " looks into the mapping " + mapping + ", which does not exist");
      return;
    }
    named.add(mapping);
    Map<String, Object> rows = Documents.map(found);
    rows.forEach(
        (key, row) -> {
          if (!Documents.map(row).containsKey(words.get(2))) {
            problems.add(path + " finds no " + words.get(2) + " in " + mapping + "." + key);
          }
        });
    if ("Ref".equals(Template.function(words.get(1)))) {
      Object parameter = template.parameters().get((String) Template.argument(words.get(1)));
      Object allowed = parameter == null ? null : Documents.map(parameter).get("AllowedValues");
      if (allowed == null || !rows.keySet().containsAll(Documents.list(allowed))) {
        problems.add(path + " takes keys that " + mapping + " has not");
      }
    }
  }

  private void choose(String path, List<Object> words) {
    String condition = (String) words.get(0);
    condition(path, condition);
    Set<String> outside = holding;
    holding = new TreeSet<>(outside);
    holding.add(condition);
    walk(path, words.get(1));
    holding = outside;
    walk(path, words.get(2));
  }

  private void condition(String path, String name) {
    if (!template.conditions().containsKey(name)) {
      problems.add(path + " names the condition " + name + ", which does not exist");
    }
    named.add(name);
  }
}
