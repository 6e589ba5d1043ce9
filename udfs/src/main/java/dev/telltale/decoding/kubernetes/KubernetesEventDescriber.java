package dev.telltale.decoding.kubernetes;

import dev.telltale.record.RecordColumns;
import dev.telltale.record.RedactedBody;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Columns of an {@code Event} of the Kubernetes API, of group core ({@code involvedObject}) or
 * events.k8s.io ({@code regarding}): when it was seen last, the object that it is about, and its
 * reason as name.
 */
public final class KubernetesEventDescriber {
  private KubernetesEventDescriber() {}

  /** Also one without a kind: what lists hold, other tools pass on. */
  static boolean isEvent(RedactedBody object) {
    boolean about = object.has("involvedObject") || object.has("regarding");
    return "Event".equals(object.text("kind")) || (about && !object.has("kind"));
  }

  public static RecordColumns describe(RedactedBody event) {
    RedactedBody metadata = event.at("metadata");
    Map<String, String> attributes = new HashMap<>(metadata.at("labels").attributes());
    attributes.putAll(
        event.attributes("action", "count", "reportingComponent", "reportingController"));
    attributes.putAll(event.at("source").attributes("component", "host"));
    String reason = event.text("reason");
    return new RecordColumns(
        time(event, metadata),
        emitter(event, metadata),
        reason == null ? "Event" : reason,
        event.text("type"),
        attributes);
  }

  private static Instant time(RedactedBody event, RedactedBody metadata) {
    Instant series = event.at("series").time("lastObservedTime");
    if (series != null) {
      return series;
    }
    Instant happened =
        event.time(
            "lastTimestamp",
            "deprecatedLastTimestamp",
            "eventTime",
            "firstTimestamp",
            "deprecatedFirstTimestamp");
    return happened == null ? metadata.time("creationTimestamp") : happened;
  }

  private static String emitter(RedactedBody event, RedactedBody metadata) {
    RedactedBody about =
        event.has("regarding") ? event.at("regarding") : event.at("involvedObject");
    String named = RedactedBody.joined(about.text("kind"), about.text("name"));
    String space = about.text("namespace");
    return named == null
        ? RedactedBody.joined(metadata.text("namespace"), "Event", metadata.text("name"))
        : RedactedBody.joined(space == null ? metadata.text("namespace") : space, named);
  }
}
