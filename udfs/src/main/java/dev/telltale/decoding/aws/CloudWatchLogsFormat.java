package dev.telltale.decoding.aws;

import dev.telltale.decoding.json.JsonFormat;
import dev.telltale.decoding.json.ObjectItems;
import dev.telltale.limit.Limits;
import dev.telltale.listing.TelemetryType;
import dev.telltale.record.DecodedRecord;
import dev.telltale.record.Emission;
import dev.telltale.record.RecordColumns;
import dev.telltale.record.RedactedBody;
import dev.telltale.value.JsonParser;
import dev.telltale.value.ObjectValue;
import dev.telltale.value.Value;
import java.util.List;
import java.util.Set;

/**
 * What a CloudWatch Logs subscription delivers: envelopes {@code {"messageType","owner","logGroup",
 * "logStream","subscriptionFilters","logEvents"}}; see "Log group-level subscription filters" in
 * the CloudWatch Logs user guide.
 *
 * <p>One record per log event, its message decoded in turn ({@link CloudWatchLogEvent}). A control
 * message, and an envelope whose events are not events, is one record as it is.
 */
public final class CloudWatchLogsFormat implements JsonFormat {
  static final String ID = "cloudwatch-logs";

  private static final String EVENTS = "logEvents";
  private static final String DATA = "DATA_MESSAGE";
  private static final Set<String> TYPES = Set.of(DATA, "CONTROL_MESSAGE");

  private final JsonParser parser;

  public CloudWatchLogsFormat(Limits limits) {
    parser = new JsonParser(limits);
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public boolean claims(Value value) {
    return value instanceof ObjectValue envelope
        && envelope.text("messageType") != null
        && TYPES.contains(envelope.text("messageType"))
        && envelope.text("logGroup") != null
        && envelope.has(EVENTS);
  }

  @Override
  public void decode(Value value, Emission emission) {
    ObjectValue envelope = (ObjectValue) value;
    List<ObjectValue> events = ObjectItems.of(envelope, EVENTS);
    if (events.isEmpty() || !DATA.equals(envelope.text("messageType"))) {
      emission.record(
          DecodedRecord.of(ID, envelope, CloudWatchLogsFormat::describe).of(TelemetryType.LOGS));
      return;
    }
    ObjectValue beside = ObjectItems.beside(envelope, EVENTS);
    EnvelopeColumns columns = new EnvelopeColumns();
    emission.each(
        events.size(),
        i -> {
          String path = "$." + EVENTS + "[" + i + "]";
          new CloudWatchLogEvent(events.get(i), beside, columns, path, parser, emission).emit();
        });
  }

  private static RecordColumns describe(Value redactedBody) {
    RedactedBody body = RedactedBody.of(redactedBody);
    List<Value> events = body.items(EVENTS);
    Value first = events.isEmpty() ? redactedBody : events.get(0);
    return new RecordColumns(
        RedactedBody.of(first).time("timestamp"),
        body.text("owner"),
        body.text("messageType"),
        null,
        body.attributes("owner"));
  }
}
