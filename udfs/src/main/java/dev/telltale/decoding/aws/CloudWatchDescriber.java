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
  private final EnvelopeColumns envelopes;

  private CloudWatchDescriber(Describer message, String member, EnvelopeColumns envelopes) {
    this.message = message;
    this.member = member;
    this.envelopes = envelopes;
  }

  /** For a message that is the body itself. */
  static Describer ofObject(Describer message, EnvelopeColumns envelopes) {
    return new CloudWatchDescriber(message, null, envelopes);
  }

  /** For a message that is a member of the body. */
  static Describer ofMember(Describer message, String member, EnvelopeColumns envelopes) {
    return new CloudWatchDescriber(message, member, envelopes);
  }

  @Override
  public RecordColumns describe(Value redactedBody) {
    RedactedBody body = RedactedBody.of(redactedBody);
    RedactedBody event = body.at(EVENT);
    RecordColumns envelope = envelopes.of(event.value("envelope"));
    RecordColumns columns = columns(redactedBody, body);
    Instant time = columns.eventTime();
    String emitter = columns.emitter();
    Map<String, String> attributes = envelope.attributes();
    if (!columns.attributes().isEmpty()) {
      attributes = new HashMap<>(attributes);
      attributes.putAll(columns.attributes());
    }
    return new RecordColumns(
        time == null ? event.time("timestamp") : time,
        emitter == null ? envelope.emitter() : emitter,
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
