package dev.telltale.decoding.kubernetes;

import dev.telltale.decoding.json.JsonFormat;
import dev.telltale.listing.TelemetryType;
import dev.telltale.record.DecodedRecord;
import dev.telltale.record.Emission;
import dev.telltale.record.RecordColumns;
import dev.telltale.record.RedactedBody;
import dev.telltale.value.ObjectValue;
import dev.telltale.value.Value;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Audit events of a Kubernetes API server, one by one or in an {@code EventList}: {@code
 * apiVersion} of the group {@code audit.k8s.io}, any version; see "kube-apiserver Audit
 * Configuration (v1)" in the Kubernetes reference.
 *
 * <p>The emitter is the user who asked, named by verb and resource; the severity follows from the
 * code of the response.
 */
public final class KubernetesAuditFormat implements JsonFormat {
  @Override
  public String id() {
    return "kubernetes-audit";
  }

  @Override
  public boolean claims(Value value) {
    return value instanceof ObjectValue event
        && event.text("apiVersion") != null
        && event.text("apiVersion").startsWith("audit.k8s.io/")
        && ("Event".equals(event.text("kind")) || "EventList".equals(event.text("kind")));
  }

  @Override
  public void decode(Value value, Emission emission) {
    ObjectValue event = (ObjectValue) value;
    List<ObjectValue> items = KubernetesList.items(event);
    emission.each(
        items.size(), i -> emission.record(record(items.get(i)).at(KubernetesList.place(i))));
    if (items.isEmpty()) {
      emission.record(record(event));
    }
  }

  private DecodedRecord record(ObjectValue body) {
    return DecodedRecord.of(id(), body, KubernetesAuditFormat::describe).of(TelemetryType.AUDIT);
  }

  private static RecordColumns describe(Value redactedBody) {
    RedactedBody event = RedactedBody.of(redactedBody);
    RedactedBody object = event.at("objectRef");
    String code = event.at("responseStatus").text("code");
    Map<String, String> attributes = new HashMap<>(event.at("annotations").attributes());
    attributes.putAll(event.attributes("auditID", "stage", "level", "userAgent"));
    attributes.putAll(object.attributes("namespace", "resource", "subresource", "name"));
    if (code != null) {
      attributes.put("code", code);
    }
    Instant time = event.time("requestReceivedTimestamp", "stageTimestamp", "timestamp");
    return new RecordColumns(
        time == null ? event.at("metadata").time("creationTimestamp") : time,
        event.at("user").text("username", "uid"),
        name(event, object),
        severity(code, event.text("stage")),
        attributes);
  }

  /** Such as {@code create pods/exec}, or {@code get /healthz} where no resource is asked for. */
  private static String name(RedactedBody event, RedactedBody object) {
    String verb = event.text("verb");
    String what = RedactedBody.joined(object.text("resource"), object.text("subresource"));
    if (what == null) {
      what = path(event.text("requestURI"));
    }
    if (verb == null || what == null) {
      return verb == null ? what : verb;
    }
    return verb + " " + what;
  }

  private static String path(String uri) {
    int query = uri == null ? -1 : uri.indexOf('?');
    return query < 0 ? uri : uri.substring(0, query);
  }

  private static String severity(String code, String stage) {
    if ("Panic".equals(stage)) {
      return "ERROR";
    }
    if (code == null || code.length() != 3) {
      return null;
    }
    return switch (code.charAt(0)) {
      case '5' -> "ERROR";
      case '4' -> "WARNING";
      default -> "INFO";
    };
  }
}
