package dev.telltale.jobs.deployment;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which kind of resource an ARN in a policy names, as far as it can be told before deployment. */
final class ResourceKinds {
  private static final Pattern NAME = Pattern.compile("\\$\\{(\\w+)(\\.Arn)?}(/.+)?");
  private static final Pattern ARN =
      Pattern.compile("arn:(?:aws|\\$\\{AWS::Partition}):([a-z0-9-]+):(.*)");
  private static final Pattern BUCKET = Pattern.compile("::[^/]+");
  private static final Pattern OBJECTS = Pattern.compile("::[^/]+/.+");
  private static final Pattern PLACED =
      Pattern.compile("(?:\\$\\{AWS::Region}|[a-z0-9-]*):(?:\\$\\{AWS::AccountId}|\\d{12}):(.+)");

  private final Map<String, Object> arns;
  private final Map<String, Object> kinds;

  ResourceKinds(Map<String, Object> table) {
    arns = Documents.map(table.get("arns"));
    kinds = Documents.map(table.get("kinds"));
  }

  /** The kind, or null where the text names no resource of a known kind. */
  String of(String resource, Template template) {
    Matcher name = NAME.matcher(resource);
    if (name.matches()) {
      return ofName(name.group(1), name.group(3), template);
    }
    Matcher arn = ARN.matcher(resource);
    if (!arn.matches()) {
      return null;
    }
    String rest = arn.group(2);
    if (arn.group(1).equals("s3")) {
      if (OBJECTS.matcher(rest).matches()) {
        return "object";
      }
      return BUCKET.matcher(rest).matches() ? "bucket" : null;
    }
    Matcher placed = PLACED.matcher(rest);
    Object shapes = arns.get(arn.group(1));
    if (shapes == null || !placed.matches()) {
      return null;
    }
    return Documents.map(shapes).entrySet().stream()
        .filter(shape -> placed.group(1).startsWith(shape.getKey()))
        .map(shape -> (String) shape.getValue())
        .findFirst()
        .orElse(null);
  }

  private String ofName(String name, String below, Template template) {
    String type = template.typeOf(name);
    if (type != null) {
      String kind = (String) kinds.get(type);
      if (below == null) {
        return kind;
      }
      return "bucket".equals(kind)
          ? "object"
          : "application".equals(kind) && below.startsWith("/jobruns/") ? "job-run" : null;
    }
    Object parameter = template.parameters().get(name);
    Object pattern = parameter == null ? null : Documents.map(parameter).get("AllowedPattern");
    if (below != null || pattern == null) {
      return null;
    }
    return pattern.toString().contains(":kms:")
        ? "key"
        : pattern.toString().contains(":iam::") ? "role" : null;
  }
}
