package dev.telltale.jobs.deployment;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Holds values against their kinds in {@code resource-types.yaml}. What a function computes has no
 * type before it is deployed, except where both branches of an {@code Fn::If}, or all values that a
 * parameter may take, stand in the template.
 */
final class ValueKinds {
  private final Template template;
  private final List<String> problems;

  ValueKinds(Template template, List<String> problems) {
    this.template = template;
    this.problems = problems;
  }

  void check(String path, Object value, Object kind) {
    String function = Template.function(value);
    if ("Fn::If".equals(function)) {
      List<Object> branches = Documents.list(Template.argument(value));
      branches.subList(1, branches.size()).stream()
          .filter(branch -> !Template.isNoValue(branch))
          .forEach(branch -> check(path, branch, kind));
    } else if (function != null) {
      checkComputed(path, value, kind);
    } else if (kind instanceof Map<?, ?>) {
      Map.Entry<String, Object> shape = Documents.map(kind).entrySet().iterator().next();
      checkShape(path, value, shape.getKey(), shape.getValue());
    } else if (!isOf(value, (String) kind)) {
      problems.add(path + " is no " + kind);
    }
  }

  void checkFields(String path, Object value, Map<String, Object> kinds) {
    if (!(value instanceof Map<?, ?>)) {
      problems.add(path + " is no map of fields");
      return;
    }
    Map<String, Object> fields = Documents.map(value);
    Set<String> known = new TreeSet<>();
    kinds.forEach(
        (name, kind) -> {
          boolean required = name.endsWith("!");
          String field = required ? name.substring(0, name.length() - 1) : name;
          known.add(field);
          Object given = fields.get(field);
          boolean absent = given == null || Template.isNoValue(given);
          if (required && absent) {
            problems.add(path + " lacks the required " + field);
          } else if (!absent) {
            check(path + "." + field, given, kind);
          }
        });
    fields.keySet().stream()
        .filter(field -> !known.contains(field))
        .forEach(field -> problems.add(path + " has the unknown " + field));
  }

  private void checkShape(String path, Object value, String shape, Object kind) {
    switch (shape) {
      case "fields" -> checkFields(path, value, Documents.map(kind));
      case "one-of" -> checkChoice(path, value, Documents.list(kind));
      case "list" -> {
        if (value instanceof List<?> items) {
          for (int item = 0; item < items.size(); item++) {
            check(path + "[" + item + "]", items.get(item), kind);
          }
        } else {
          problems.add(path + " is no list");
        }
      }
      case "map" -> {
        if (value instanceof Map<?, ?>) {
          Documents.map(value).forEach((key, item) -> check(path + "." + key, item, kind));
        } else {
          problems.add(path + " is no map");
        }
      }
      default -> throw new IllegalArgumentException("there is no kind of values named " + shape);
    }
  }

  private void checkComputed(String path, Object value, Object kind) {
    boolean choice = kind instanceof Map<?, ?> map && map.containsKey("one-of");
    if (choice && "Ref".equals(Template.function(value))) {
      Object parameter = template.parameters().get((String) Template.argument(value));
      if (parameter != null) {
        List<Object> choices = Documents.list(Documents.map(kind).get("one-of"));
        Object allowed = Documents.map(parameter).get("AllowedValues");
        if (allowed == null) {
          problems.add(path + " takes one of few values, and its parameter allows all");
        } else {
          Documents.list(allowed).forEach(each -> checkChoice(path, each, choices));
        }
      }
    }
  }

  private void checkChoice(String path, Object value, List<Object> choices) {
    if (choices.stream().noneMatch(choice -> choice.toString().equals(value.toString()))) {
      problems.add(path + " is none of " + choices);
    }
  }

  private static boolean isOf(Object value, String kind) {
    return switch (kind) {
      case "any" -> true;
      case "policy" -> value instanceof Map<?, ?>;
      case "flag" -> value instanceof Boolean;
      case "whole" -> value instanceof Long;
      case "number" -> value instanceof Long || value instanceof Double;
      case "text" -> value instanceof String;
      default -> throw new IllegalArgumentException("there is no kind of values named " + kind);
    };
  }
}
