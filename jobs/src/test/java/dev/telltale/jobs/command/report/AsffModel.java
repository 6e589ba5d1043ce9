package dev.telltale.jobs.command.report;

import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Method;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;

/**
 * The AWS SDK's own model of a finding, held against JSON: every member is one that the model has,
 * of its type; and what the call demands besides (AWS Security Hub User Guide, "Required top-level
 * ASFF attributes"), which the SDK does not check.
 */
final class AsffModel {
  private static final String FINDING =
      "software.amazon.awssdk.services.securityhub.model.AwsSecurityFinding";
  private static final Set<String> REQUIRED =
      Set.of(
          "SchemaVersion",
          "Id",
          "ProductArn",
          "GeneratorId",
          "AwsAccountId",
          "CreatedAt",
          "UpdatedAt",
          "Title",
          "Description",
          "Resources",
          "Severity",
          "Types");
  private static final Map<String, Integer> LENGTHS =
      Map.of("Id", 512, "GeneratorId", 512, "Title", 256, "Description", 1024);
  private static final int MAX_BYTES = 240_000;

  private final List<SdkField<?>> fields;

  private AsffModel(List<SdkField<?>> fields) {
    this.fields = fields;
  }

  /** Skips the test where the SDK on the class path has no Security Hub. */
  static AsffModel load() throws ReflectiveOperationException {
    Class<?> finding;
    try {
      finding = Class.forName(FINDING);
    } catch (ClassNotFoundException lean) {
      return abort("the SDK on this class path has no Security Hub (profile lean-aws)");
    }
    Method builder = finding.getMethod("builder");
    return new AsffModel(((SdkPojo) builder.invoke(null)).sdkFields());
  }

  List<String> problems(JsonNode finding) {
    List<String> problems = new ArrayList<>();
    check("finding", finding, fields, problems);
    for (String name : REQUIRED) {
      if (finding.path(name).isMissingNode() || finding.path(name).toString().equals("\"\"")) {
        problems.add(name + " is missing");
      }
    }
    LENGTHS.forEach(
        (name, max) -> {
          if (finding.path(name).asText().length() > max) {
            problems.add(name + " is too long");
          }
        });
    for (String time : List.of("CreatedAt", "UpdatedAt")) {
      try {
        Instant.parse(finding.path(time).asText());
      } catch (DateTimeParseException noTime) {
        problems.add(time + " is no time");
      }
    }
    if (!Set.of("INFORMATIONAL", "LOW", "MEDIUM", "HIGH", "CRITICAL")
        .contains(finding.path("Severity").path("Label").asText())) {
      problems.add("the label of the severity is none");
    }
    if (finding.toString().length() > MAX_BYTES || finding.path("ProductFields").size() > 50) {
      problems.add("it is too large");
    }
    return problems;
  }

  private static void check(
      String place, JsonNode node, List<SdkField<?>> fields, List<String> problems) {
    Map<String, SdkField<?>> known = new HashMap<>();
    fields.forEach(field -> known.put(field.locationName(), field));
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      SdkField<?> field = known.get(member.getKey());
      if (field == null) {
        problems.add(place + " has no " + member.getKey());
      } else {
        value(place + "." + member.getKey(), member.getValue(), field, problems);
      }
    }
  }

  private static void value(String place, JsonNode node, SdkField<?> field, List<String> problems) {
    boolean fits =
        switch (field.marshallingType().toString()) {
          case "STRING" -> node.isTextual();
          case "INTEGER", "LONG" -> node.isIntegralNumber();
          case "DOUBLE" -> node.isNumber();
          case "BOOLEAN" -> node.isBoolean();
          case "LIST" -> node.isArray();
          case "SDK_POJO", "MAP" -> node.isObject();
          default -> true;
        };
    if (!fits) {
      problems.add(place + " is no " + field.marshallingType());
    } else if (node.isArray()) {
      SdkField<?> member = field.getTrait(ListTrait.class).memberFieldInfo();
      node.forEach(each -> value(place + "[]", each, member, problems));
    } else if (field.marshallingType().toString().equals("SDK_POJO")) {
      check(place, node, field.constructor().get().sdkFields(), problems);
    }
  }
}
