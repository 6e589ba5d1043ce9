package dev.telltale.decoding.aws;

import dev.telltale.record.Describer;
import dev.telltale.record.RecordColumns;
import dev.telltale.record.RedactedBody;
import dev.telltale.value.ArrayValue;
import dev.telltale.value.TextValue;
import dev.telltale.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Columns of an event in the embedded metric format: named by its metrics, emitted by {@code
 * namespace/log group}, with its dimensions as attributes.
 */
final class EmbeddedMetricDescriber implements Describer {
  @Override
  public RecordColumns describe(Value redactedBody) {
    RedactedBody event = RedactedBody.of(redactedBody);
    RedactedBody directive = event.at("_aws");
    Set<String> names = new LinkedHashSet<>();
    String namespace = null;
    Map<String, String> attributes = new LinkedHashMap<>();
    for (Value item : directive.items("CloudWatchMetrics")) {
      RedactedBody definition = RedactedBody.of(item);
      namespace = namespace == null ? definition.text("Namespace") : namespace;
      for (Value metric : definition.items("Metrics")) {
        names.add(RedactedBody.of(metric).text("Name"));
      }
      dimensions(definition).forEach(name -> attributes.putAll(event.attributes(name)));
    }
    names.remove(null);
    return new RecordColumns(
        directive.time("Timestamp"),
        RedactedBody.joined(namespace, directive.text("LogGroupName")),
        names.isEmpty() ? null : String.join(",", names),
        event.text("level", "severity"),
        attributes);
  }

  /** Dimension sets are lists of names inside a list. */
  private static List<String> dimensions(RedactedBody definition) {
    List<String> names = new ArrayList<>();
    for (Value set : definition.items("Dimensions")) {
      List<Value> items = set instanceof ArrayValue list ? list.items() : List.of(set);
      for (Value item : items) {
        if (item instanceof TextValue name) {
          names.add(name.reveal());
        }
      }
    }
    return names;
  }
}
