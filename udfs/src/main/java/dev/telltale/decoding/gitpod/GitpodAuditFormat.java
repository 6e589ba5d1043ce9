package dev.telltale.decoding.gitpod;

import dev.telltale.decoding.json.JsonFormat;
import dev.telltale.listing.TelemetryType;
import dev.telltale.record.DecodedRecord;
import dev.telltale.record.Emission;
import dev.telltale.record.RecordColumns;
import dev.telltale.record.RedactedBody;
import dev.telltale.value.ObjectValue;
import dev.telltale.value.Value;

/**
 * An audit event of a Gitpod instance: {@code action}, {@code actorId} and {@code args}, which
 * usually is JSON written into a string; see "Enterprise audit logs" in the Gitpod changelog of
 * July 2024. An event does not say which component sent it: its emitter is the organisation and the
 * actor, unless it passed through a logger that names the service.
 */
public final class GitpodAuditFormat implements JsonFormat {
  @Override
  public String id() {
    return "gitpod-audit";
  }

  @Override
  public boolean claims(Value value) {
    return value instanceof ObjectValue event
        && event.text("action") != null
        && event.text("actorId") != null
        && event.has("args");
  }

  @Override
  public void decode(Value value, Emission emission) {
    emission.record(
        DecodedRecord.of(id(), value, GitpodAuditFormat::describe).of(TelemetryType.AUDIT));
  }

  private static RecordColumns describe(Value redactedBody) {
    RedactedBody body = RedactedBody.of(redactedBody);
    String service = body.at("serviceContext").text("service");
    String actor = RedactedBody.joined(body.text("organizationId"), body.text("actorId"));
    return new RecordColumns(
        body.time("timestamp", "time"),
        service == null ? actor : service,
        body.text("action"),
        body.text("severity"),
        body.attributes("id", "actorId", "organizationId"));
  }
}
