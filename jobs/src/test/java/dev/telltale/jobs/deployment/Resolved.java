package dev.telltale.jobs.deployment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Values of a template as CloudFormation makes them, for given parameters. */
final class Resolved {
  private static final Map<String, String> PSEUDO =
      Map.of(
          "AWS::Partition", "aws",
          "AWS::Region", "eu-central-1",
          "AWS::AccountId", "111122223333",
          "AWS::StackName", "telltale",
          "AWS::URLSuffix", "amazonaws.com");
  private static final Object NOTHING = new Object();
  private static final Pattern PLACE = Pattern.compile("\\$\\{([^}!]+)}");

  private final Template template;
  private final Map<String, String> parameters;

  Resolved(Template template, Map<String, String> parameters) {
    this.template = template;
    this.parameters = parameters;
  }

  Object of(Object value) {
    return of(value, Map.of());
  }

  private Object of(Object value, Map<String, Object> local) {
    String function = Template.function(value);
    if (function != null) {
      return ofFunction(function, Template.argument(value), local);
    }
    if (value instanceof Map<?, ?>) {
      Map<String, Object> map = new LinkedHashMap<>();
      Documents.map(value)
          .forEach(
              (key, each) -> {
                Object made = of(each, local);
                if (made != NOTHING) {
                  map.put(key, made);
                }
              });
      return map;
    }
    if (value instanceof List<?> items) {
      List<Object> list = new ArrayList<>();
      items.stream()
          .map(item -> of(item, local))
          .filter(made -> made != NOTHING)
          .forEach(list::add);
      return list;
    }
    return value;
  }

  private Object ofFunction(String function, Object argument, Map<String, Object> local) {
    List<Object> arguments = Documents.list(argument);
    return switch (function) {
      case "Ref" -> named(argument.toString(), local);
      case "Fn::GetAtt" -> attribute(arguments.get(0) + "." + arguments.get(1));
      case "Fn::Sub" -> filled(arguments, local);
      case "Fn::Join" ->
          Documents.list(of(arguments.get(1), local)).stream()
              .map(Object::toString)
              .collect(Collectors.joining(arguments.get(0).toString()));
      case "Fn::If" ->
          of(holds(arguments.get(0).toString()) ? arguments.get(1) : arguments.get(2), local);
      case "Fn::Equals" -> of(arguments.get(0), local).equals(of(arguments.get(1), local));
      case "Fn::Not" -> !(Boolean) of(arguments.get(0), local);
      case "Fn::FindInMap" ->
          Documents.map(
                  Documents.map(template.mappings().get(arguments.get(0).toString()))
                      .get(of(arguments.get(1), local).toString()))
              .get(arguments.get(2).toString());
      default -> throw new IllegalArgumentException(function + " is not made here");
    };
  }

  private boolean holds(String condition) {
    return (Boolean) of(template.conditions().get(condition));
  }

  private Object filled(List<Object> arguments, Map<String, Object> local) {
    Map<String, Object> names = new LinkedHashMap<>(local);
    if (arguments.size() > 1) {
      Documents.map(arguments.get(1)).forEach((name, value) -> names.put(name, of(value, local)));
    }
    Matcher places = PLACE.matcher(arguments.get(0).toString());
    StringBuilder text = new StringBuilder();
    while (places.find()) {
      String name = places.group(1);
      Object value = name.contains(".") ? attribute(name) : named(name, names);
      places.appendReplacement(text, Matcher.quoteReplacement(value.toString()));
    }
    return places.appendTail(text).toString();
  }

  private Object named(String name, Map<String, Object> local) {
    if (name.equals("AWS::NoValue")) {
      return NOTHING;
    }
    if (local.containsKey(name)) {
      return local.get(name);
    }
    if (PSEUDO.containsKey(name)) {
      return PSEUDO.get(name);
    }
    if (template.parameters().containsKey(name)) {
      Map<String, Object> parameter = Documents.map(template.parameters().get(name));
      String value =
          parameters.getOrDefault(name, String.valueOf(parameter.getOrDefault("Default", "")));
      return "CommaDelimitedList".equals(parameter.get("Type"))
          ? List.<Object>of((Object[]) value.split(",", -1))
          : value;
    }
    return "AWS::S3::Bucket".equals(template.typeOf(name))
        ? bucket(name)
        : attribute(name + ".Arn");
  }

  private String attribute(String nameAndAttribute) {
    String name = nameAndAttribute.substring(0, nameAndAttribute.indexOf('.'));
    return "AWS::S3::Bucket".equals(template.typeOf(name))
        ? "arn:aws:s3:::" + bucket(name)
        : "arn:aws:any:eu-central-1:111122223333:" + name;
  }

  private static String bucket(String name) {
    return name.toLowerCase(java.util.Locale.ROOT);
  }
}
