package dev.telltale.decoding;

import dev.telltale.listing.TelemetryType;
import dev.telltale.record.DecodedRecord;
import dev.telltale.record.Emission;
import dev.telltale.record.RecordColumns;
import dev.telltale.record.RedactedBody;
import dev.telltale.value.ObjectValue;
import dev.telltale.value.Value;

/**
 * A log line of a Gitpod component: {@code severity} (names of Google Cloud), {@code message}, and
 * {@code serviceContext} or {@code component}; see {@code components/common-go/log/log.go} in
 * gitpod-io/gitpod.
 */
final class GitpodLogFormat implements JsonFormat {
  @Override
  public String id() {
    return "gitpod-log";
  }

  @Override
  public boolean claims(Value value) {
    return value instanceof ObjectValue log
        && log.text("severity") != null
        && log.text("message") != null
        && (log.object("serviceContext") != null || log.text("component") != null);
  }

  @Override
  public void decode(Value value, Emission emission) {
    emission.record(
        DecodedRecord.of(id(), value, GitpodLogFormat::describe).of(TelemetryType.LOGS));
  }

  private static RecordColumns describe(Value redactedBody) {
    RedactedBody body = RedactedBody.of(redactedBody);
    String service = body.at("serviceContext").text("service");
    return new RecordColumns(
        body.time("time", "timestamp", "@timestamp"),
        service == null ? body.text("component") : service,
        body.text("@type"),
        body.text("severity"),
        body.at("context").attributes());
  }
}
