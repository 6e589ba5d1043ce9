package dev.telltale.decoding.aws;

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
 * A line of AWS WAF's log of web ACL traffic: {@code webaclId}, {@code action} and {@code
 * httpRequest}; see "Log fields for web ACL traffic" in the AWS WAF developer guide. The emitter is
 * the web ACL, the name the rule that ended the evaluation.
 */
public final class AwsWafFormat implements JsonFormat {
  @Override
  public String id() {
    return "aws-waf";
  }

  @Override
  public boolean claims(Value value) {
    return value instanceof ObjectValue request
        && request.text("webaclId") != null
        && request.text("action") != null
        && request.object("httpRequest") != null;
  }

  @Override
  public void decode(Value value, Emission emission) {
    emission.record(DecodedRecord.of(id(), value, AwsWafFormat::describe).of(TelemetryType.LOGS));
  }

  private static RecordColumns describe(Value redactedBody) {
    RedactedBody log = RedactedBody.of(redactedBody);
    String action = log.text("action");
    Map<String, String> attributes =
        new HashMap<>(
            log.attributes("action", "terminatingRuleType", "httpSourceName", "httpSourceId"));
    attributes.putAll(log.at("httpRequest").attributes("country", "httpMethod", "requestId"));
    return new RecordColumns(
        log.time("timestamp"),
        log.text("webaclId"),
        log.text("terminatingRuleId"),
        "BLOCK".equals(action) ? "WARNING" : "INFO",
        attributes);
  }
}
