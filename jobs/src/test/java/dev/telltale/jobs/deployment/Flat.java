package dev.telltale.jobs.deployment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A value of a template in the notation of {@code conf/iam}: {@code !Ref X} as <code>${X}</code>,
 * {@code !GetAtt X.Y} as <code>${X.Y}</code>, {@code !Sub} as its text; of {@code Fn::If} the first
 * branch, as if every condition held.
 */
final class Flat {
  private Flat() {}

  static Object of(Object value) {
    String function = Template.function(value);
    if (function != null) {
      return ofFunction(function, Template.argument(value));
    }
    if (value instanceof Map<?, ?>) {
      Map<String, Object> flat = new LinkedHashMap<>();
      Documents.map(value).forEach((key, item) -> flat.put(key, of(item)));
      return flat;
    }
    if (value instanceof List<?> items) {
      List<Object> flat = new ArrayList<>();
      items.forEach(item -> flat.add(of(item)));
      return flat;
    }
    return value;
  }

  private static Object ofFunction(String function, Object argument) {
    return switch (function) {
      case "Ref" -> "${" + argument + "}";
      case "Fn::GetAtt" ->
          "${" + Documents.list(argument).get(0) + "." + Documents.list(argument).get(1) + "}";
      case "Fn::Sub" -> Documents.list(argument).get(0);
      case "Fn::If" -> of(Documents.list(argument).get(1));
      default -> Map.of(function, of(argument));
    };
  }
}
