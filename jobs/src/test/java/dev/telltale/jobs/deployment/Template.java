package dev.telltale.jobs.deployment;

import java.util.Map;
import java.util.Set;

/**
 * A CloudFormation template: its sections by name, each empty where the template has none.
 *
 * <p>https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html
 */
record Template(Map<String, Object> document) {
  /** Names that every template can refer to. */
  static final Set<String> PSEUDO_PARAMETERS =
      Set.of(
          "AWS::AccountId",
          "AWS::NoValue",
          "AWS::NotificationARNs",
          "AWS::Partition",
          "AWS::Region",
          "AWS::StackId",
          "AWS::StackName",
          "AWS::URLSuffix");

  Map<String, Object> section(String name) {
    return Documents.map(document.getOrDefault(name, Map.of()));
  }

  Map<String, Object> parameters() {
    return section("Parameters");
  }

  Map<String, Object> conditions() {
    return section("Conditions");
  }

  Map<String, Object> mappings() {
    return section("Mappings");
  }

  Map<String, Object> resources() {
    return section("Resources");
  }

  Map<String, Object> outputs() {
    return section("Outputs");
  }

  Map<String, Object> resource(String name) {
    return Documents.map(resources().get(name));
  }

  Map<String, Object> properties(String resource) {
    return Documents.map(resource(resource).getOrDefault("Properties", Map.of()));
  }

  /** The type of a resource, or null where there is none of that name. */
  String typeOf(String resource) {
    return resources().containsKey(resource) ? (String) resource(resource).get("Type") : null;
  }

  /** The one function that a value consists of, such as {@code Fn::Sub}, or null. */
  static String function(Object value) {
    if (value instanceof Map<?, ?> map && map.size() == 1) {
      String key = (String) map.keySet().iterator().next();
      return key.equals("Ref") || key.equals("Condition") || key.startsWith("Fn::") ? key : null;
    }
    return null;
  }

  static Object argument(Object function) {
    return Documents.map(function).values().iterator().next();
  }

  static boolean isNoValue(Object value) {
    return "Ref".equals(function(value)) && "AWS::NoValue".equals(argument(value));
  }
}
