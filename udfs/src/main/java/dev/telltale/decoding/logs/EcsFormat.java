package dev.telltale.decoding.logs;

import dev.telltale.decoding.json.JsonFormat;
import dev.telltale.listing.TelemetryType;
import dev.telltale.record.DecodedRecord;
import dev.telltale.record.Emission;
import dev.telltale.record.RecordColumns;
import dev.telltale.record.RedactedBody;
import dev.telltale.value.ObjectValue;
import dev.telltale.value.Value;
import java.util.HashMap;
import java.util.Map;

/**
 * An event by the Elastic Common Schema, as ECS loggers and Beats write it: {@code @timestamp}, and
 * {@code ecs.version} or {@code log.level} with {@code message}; names dotted or nested. See the
 * "ECS field reference" and "ECS logging overview" of Elastic.
 */
public final class EcsFormat implements JsonFormat {
  @Override
  public String id() {
    return "ecs";
  }

  @Override
  public boolean claims(Value value) {
    if (!(value instanceof ObjectValue event) || !event.has("@timestamp")) {
      return false;
    }
    return isNamed(event, "ecs", "version")
        || (isNamed(event, "log", "level") && event.has("message"));
  }

  private static boolean isNamed(ObjectValue event, String object, String name) {
    ObjectValue nested = event.object(object);
    return event.has(object + "." + name) || (nested != null && nested.has(name));
  }

  @Override
  public void decode(Value value, Emission emission) {
    emission.record(DecodedRecord.of(id(), value, EcsFormat::describe).of(TelemetryType.LOGS));
  }

  private static RecordColumns describe(Value redactedBody) {
    RedactedBody event = RedactedBody.of(redactedBody);
    String service =
        RedactedBody.joined(
            text(event, "service", "environment"),
            text(event, "service", "name"),
            text(event, "service", "node", "name"));
    String container =
        service == null
            ? RedactedBody.joined(
                text(event, "kubernetes", "namespace"),
                text(event, "kubernetes", "pod", "name"),
                text(event, "container", "name"))
            : service;
    String logger = text(event, "log", "logger");
    String sender = container == null ? text(event, "host", "name") : container;
    String action = text(event, "event", "action");
    Map<String, String> attributes = new HashMap<>(event.at("labels").attributes());
    for (String id : new String[] {"trace.id", "transaction.id", "event.dataset", "user.name"}) {
      int dot = id.indexOf('.');
      String text = text(event, id.substring(0, dot), id.substring(dot + 1));
      if (text != null) {
        attributes.put(id, text);
      }
    }
    return new RecordColumns(
        event.time("@timestamp"),
        sender == null ? logger : sender,
        action == null ? logger : action,
        text(event, "log", "level"),
        attributes);
  }

  /** A field by its dotted name, or as the schema nests it. */
  private static String text(RedactedBody event, String... names) {
    String dotted = event.text(String.join(".", names));
    if (dotted != null) {
      return dotted;
    }
    RedactedBody holder = event;
    for (int i = 0; i < names.length - 1; i++) {
      holder = holder.at(names[i]);
    }
    return holder.text(names[names.length - 1]);
  }
}
