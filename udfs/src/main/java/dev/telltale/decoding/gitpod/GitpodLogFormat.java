package dev.telltale.decoding.gitpod;

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
 * A log line of a Gitpod component: {@code severity} (names of Google Cloud Logging), {@code
 * message} or {@code stack_trace}, and {@code serviceContext} or {@code component}; see {@code
 * components/common-go/log/log.go} in https://github.com/gitpod-io/gitpod. An error that is to be
 * reported has the {@code @type} {@code ReportedErrorEvent}, which names the record.
 */
public final class GitpodLogFormat implements JsonFormat {
  @Override
  public String id() {
    return "gitpod-log";
  }

  @Override
  public boolean claims(Value value) {
    return value instanceof ObjectValue log
        && log.text("severity") != null
        && (log.text("message") != null || log.text("stack_trace") != null)
        && (log.object("serviceContext") != null || log.text("component") != null);
  }

  @Override
  public void decode(Value value, Emission emission) {
    emission.record(
        DecodedRecord.of(id(), value, GitpodLogFormat::describe).of(TelemetryType.LOGS));
  }

  private static RecordColumns describe(Value redactedBody) {
    RedactedBody body = RedactedBody.of(redactedBody);
    RedactedBody context = body.at("serviceContext");
    String service = context.text("service");
    Map<String, String> attributes = new HashMap<>(body.at("context").attributes());
    attributes.putAll(context.attributes("version"));
    return new RecordColumns(
        body.time("time", "timestamp", "@timestamp"),
        service == null ? body.text("component") : service,
        lastPart(body.text("@type")),
        body.text("severity"),
        attributes);
  }

  /** Of {@code type.googleapis.com/google.devtools...v1beta1.ReportedErrorEvent} the last word. */
  private static String lastPart(String type) {
    int dot = type == null ? -1 : Math.max(type.lastIndexOf('.'), type.lastIndexOf('/'));
    return dot < 0 || dot == type.length() - 1 ? type : type.substring(dot + 1);
  }
}
