package dev.telltale.decoding.aws;

import dev.telltale.record.Describer;
import dev.telltale.record.RecordColumns;
import dev.telltale.record.RedactedBody;
import dev.telltale.value.Value;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Columns of a log event that CloudWatch Logs delivered: those of its message, and where that says
 * none, the event's time and {@code logGroup/logStream}.
 */
final class CloudWatchDescriber implements Describer {
  /** The member of the body that holds the event and its envelope. */
  static final String EVENT = "cloudwatch_event";

  private final Describer message;
  private final String member;

  private CloudWatchDescriber(Describer message, String member) {
    this.message = message;
    this.member = member;
  }

  /** For a message that is the body itself. */
  static Describer ofObject(Describer message) {
    return new CloudWatchDescriber(message, null);
  }

  /** For a message that is a member of the body. */
  static Describer ofMember(Describer message, String member) {
    return new CloudWatchDescriber(message, member);
  }

  @Override
  public RecordColumns describe(Value redactedBody) {
    RedactedBody body = RedactedBody.of(redactedBody);
    RedactedBody event = body.at(EVENT);
    RedactedBody envelope = event.at("envelope");
    RecordColumns columns = columns(redactedBody, body);
    Instant time = columns.eventTime();
    String emitter = columns.emitter();
    String group = RedactedBody.joined(envelope.text("logGroup"), envelope.text("logStream"));
    Map<String, String> attributes =
        new HashMap<>(envelope.attributes("owner", "logGroup", "logStream"));
    attributes.putAll(columns.attributes());
    return new RecordColumns(
        time == null ? event.time("timestamp") : time,
        emitter == null ? group : emitter,
        columns.name(),
        columns.severity(),
        attributes);
  }

  private RecordColumns columns(Value redactedBody, RedactedBody body) {
    if (member == null) {
      return message.describe(redactedBody);
    }
    Value text = body.value(member);
    return text == null ? RecordColumns.none() : message.describe(text);
  }
}
