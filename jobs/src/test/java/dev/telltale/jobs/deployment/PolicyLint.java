package dev.telltale.jobs.deployment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Holds IAM policies against the actions, kinds of resources, operators and condition keys in
 * {@code iam-actions.yaml}. Allowing by a wildcard is a problem wherever AWS itself does not ask
 * for it.
 *
 * <p>https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html
 */
final class PolicyLint {
  /** Where a policy hangs, which decides whether it names principals and resources. */
  enum Place {
    IDENTITY,
    TRUST,
    RESOURCE,
    KEY
  }

  private static final Set<String> ELEMENTS =
      Set.of("Sid", "Effect", "Principal", "Action", "Resource", "Condition");
  private static final Pattern SID = Pattern.compile("[A-Za-z0-9]+");

  private final Map<String, Object> actions;
  private final List<Object> conditionKeys;
  private final List<Object> operators;
  private final ResourceKinds kinds;

  PolicyLint() throws IOException {
    Map<String, Object> table = Documents.resource("iam-actions.yaml");
    actions = Documents.map(table.get("actions"));
    conditionKeys = Documents.list(table.get("conditions"));
    operators = Documents.list(table.get("operators"));
    kinds = new ResourceKinds(table);
  }

  /** The policies in a resource of a template. */
  void check(String path, Template template, String resource, List<String> problems) {
    Map<String, Object> properties = template.properties(resource);
    String type = template.typeOf(resource);
    if (properties.containsKey("AssumeRolePolicyDocument")) {
      check(
          path + ".trust",
          properties.get("AssumeRolePolicyDocument"),
          Place.TRUST,
          template,
          problems);
    }
    if (properties.containsKey("KeyPolicy")) {
      check(path, properties.get("KeyPolicy"), Place.KEY, template, problems);
    }
    if (properties.containsKey("PolicyDocument")) {
      Place place = "AWS::IAM::ManagedPolicy".equals(type) ? Place.IDENTITY : Place.RESOURCE;
      check(path, properties.get("PolicyDocument"), place, template, problems);
    }
    if ("AWS::IAM::Role".equals(type) && properties.containsKey("Policies")) {
      for (Object policy : Documents.list(properties.get("Policies"))) {
        Object document = Documents.map(policy).get("PolicyDocument");
        check(path, document, Place.IDENTITY, template, problems);
      }
    }
  }

  void check(String path, Object document, Place place, Template template, List<String> problems) {
    Map<String, Object> policy = Documents.map(Flat.of(document));
    if (!"2012-10-17".equals(policy.get("Version"))) {
      problems.add(path + " has not the version 2012-10-17");
    }
    Set<Object> sids = new HashSet<>();
    for (Object each : Documents.list(policy.getOrDefault("Statement", List.of()))) {
      Map<String, Object> statement = Documents.map(each);
      String at = path + "." + statement.get("Sid");
      Object sid = statement.get("Sid");
      if (sid == null || !SID.matcher(sid.toString()).matches() || !sids.add(sid)) {
        problems.add(at + " needs a Sid of its own, of letters and digits");
      }
      statement.keySet().stream()
          .filter(key -> !ELEMENTS.contains(key))
          .forEach(key -> problems.add(at + " has the unknown " + key));
      checkStatement(at, statement, place, template, problems);
    }
  }

  private void checkStatement(
      String at,
      Map<String, Object> statement,
      Place place,
      Template template,
      List<String> problems) {
    Object effect = statement.get("Effect");
    if (!"Allow".equals(effect) && !"Deny".equals(effect)) {
      problems.add(at + " neither allows nor denies");
    }
    checkPrincipal(at, statement, place, problems);
    List<String> wanted = new ArrayList<>();
    for (Object action : Documents.list(statement.getOrDefault("Action", List.of()))) {
      if (actions.containsKey(action.toString())) {
        wanted.add(action.toString());
      } else if (!action.toString().endsWith("*")) {
        problems.add(at + " names the unknown action " + action);
      } else if ("Allow".equals(effect) && !isOwnerOfKey(statement, place)) {
        problems.add(at + " allows by the wildcard " + action);
      }
    }
    if (wanted.isEmpty() && !statement.containsKey("Action")) {
      problems.add(at + " lacks the required Action");
    }
    checkResources(at, statement, wanted, place, template, problems);
    checkEventBridge(at, statement, place, wanted, problems);
    checkConditions(at, statement, problems);
  }

  /**
   * EventBridge publishes to a topic without saying for whom: a condition in the topic's policy, or
   * one on its account or rule in the policy of the topic's key, and no message arrives.
   *
   * <p>https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-troubleshooting.html and
   * https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
   */
  private static void checkEventBridge(
      String at,
      Map<String, Object> statement,
      Place place,
      List<String> wanted,
      List<String> problems) {
    boolean allows =
        "Allow".equals(statement.get("Effect"))
            && String.valueOf(statement.get("Principal")).contains("events.amazonaws.com");
    boolean toTopic = wanted.contains("sns:Publish") || place == Place.KEY;
    if (allows && toTopic && statement.containsKey("Condition")) {
      problems.add(at + " has a condition, under which EventBridge cannot publish");
    }
  }

  /** AWS asks for this statement: without it nobody could ever change the key again. */
  private static boolean isOwnerOfKey(Map<String, Object> statement, Place place) {
    return place == Place.KEY && statement.get("Principal").toString().endsWith(":root}");
  }

  private static void checkPrincipal(
      String at, Map<String, Object> statement, Place place, List<String> problems) {
    Object principal = statement.get("Principal");
    if (place == Place.IDENTITY && principal != null) {
      problems.add(at + " names a principal, which is the role itself");
    } else if (place != Place.IDENTITY && principal == null) {
      problems.add(at + " lacks the required Principal");
    } else if (principal != null
        && principal.toString().contains("*")
        && "Allow".equals(statement.get("Effect"))) {
      problems.add(at + " allows everybody");
    }
  }

  private void checkResources(
      String at,
      Map<String, Object> statement,
      List<String> wanted,
      Place place,
      Template template,
      List<String> problems) {
    Object resource = statement.get("Resource");
    if (place == Place.TRUST) {
      if (resource != null) {
        problems.add(at + " names a resource, which is the role itself");
      }
      return;
    }
    if (resource == null) {
      problems.add(at + " lacks the required Resource");
      return;
    }
    if (place == Place.KEY) {
      if (!"*".equals(resource)) {
        problems.add(at + " names a resource; in a key policy * is the key itself");
      }
      return;
    }
    Set<String> named = new HashSet<>();
    for (Object each : Documents.list(resource)) {
      String kind = kinds.of(each.toString(), template);
      if (kind == null) {
        problems.add(at + " names " + each + ", which is no resource of a known kind");
      } else {
        named.add(kind);
      }
    }
    Set<Object> useful = new HashSet<>();
    for (String action : wanted) {
      List<Object> possible = Documents.list(actions.get(action));
      useful.addAll(possible);
      if (!named.isEmpty() && possible.stream().noneMatch(named::contains)) {
        problems.add(at + ": " + action + " does not apply to " + named);
      }
    }
    if (!wanted.isEmpty()) {
      named.stream()
          .filter(kind -> !useful.contains(kind))
          .forEach(kind -> problems.add(at + " names a " + kind + " that no action applies to"));
    }
  }

  private void checkConditions(String at, Map<String, Object> statement, List<String> problems) {
    Documents.map(statement.getOrDefault("Condition", Map.of()))
        .forEach(
            (operator, tests) -> {
              if (!operators.contains(operator)) {
                problems.add(at + " has the unknown operator " + operator);
              }
              Documents.map(tests).keySet().stream()
                  .filter(key -> !conditionKeys.contains(key))
                  .forEach(key -> problems.add(at + " has the unknown condition key " + key));
            });
  }
}
