package dev.telltale.decoding;

import dev.telltale.listing.TelemetryType;
import dev.telltale.record.DecodedRecord;
import dev.telltale.record.Emission;
import dev.telltale.record.RecordColumns;
import dev.telltale.record.RedactedBody;
import dev.telltale.value.ObjectValue;
import dev.telltale.value.Value;

/**
 * An audit event of a Gitpod instance: {@code action}, {@code actorId} and {@code args}, which
 * usually is JSON written into a string. An event does not say which component sent it.
 */
final class GitpodAuditFormat implements JsonFormat {
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
    return new RecordColumns(
        body.time("timestamp", "time"),
        body.at("serviceContext").text("service"),
        body.text("action"),
        body.text("severity"),
        body.attributes("id", "actorId", "organizationId"));
  }
}
