package dev.telltale.decoding.aws;

import dev.telltale.record.Describer;
import dev.telltale.record.RecordColumns;
import dev.telltale.record.RedactedBody;
import dev.telltale.value.Value;
import java.time.Instant;
import java.util.Map;

/**
 * Columns of a CloudTrail event: the emitter is {@code eventSource/identity}, the identity as an
 * ARN if there is one; an event with an error code has the severity {@code ERROR}.
 */
final class CloudTrailDescriber implements Describer {
  @Override
  public RecordColumns describe(Value redactedBody) {
    RedactedBody event = RedactedBody.of(redactedBody);
    if (event.has("digestEndTime")) {
      return new RecordColumns(
          event.time("digestEndTime", "digestStartTime"),
          RedactedBody.joined(event.text("awsAccountId"), event.text("digestS3Bucket")),
          "digest",
          null,
          event.attributes("digestS3Bucket", "digestS3Object", "digestSignatureAlgorithm"));
    }
    RedactedBody insight = event.at("insightDetails");
    boolean named = event.has("eventName");
    Map<String, String> attributes =
        event.attributes(
            "awsRegion",
            "eventID",
            "eventType",
            "eventCategory",
            "recipientAccountId",
            "readOnly",
            "sourceIPAddress",
            "errorCode");
    Instant time = event.time("eventTime");
    String source = named ? event.text("eventSource") : insight.text("eventSource");
    return new RecordColumns(
        time,
        RedactedBody.joined(source, identity(event)),
        named ? event.text("eventName") : insight.text("eventName"),
        event.has("errorCode") || insight.has("errorCode") ? "ERROR" : "INFO",
        attributes);
  }

  /** Who asked: of a user, the session's issuer, the service that asked for them, or their type. */
  private static String identity(RedactedBody event) {
    RedactedBody user = event.at("userIdentity");
    String arn = user.text("arn");
    String issuer = user.at("sessionContext").at("sessionIssuer").text("arn");
    if (arn != null || issuer != null) {
      return arn == null ? issuer : arn;
    }
    String known = user.text("userName", "invokedBy", "principalId", "accountId", "type");
    return known == null ? event.text("recipientAccountId") : known;
  }
}
