package dev.telltale.decoding.aws;

import dev.telltale.decoding.raw.TextRecords;
import dev.telltale.fault.FaultKind;
import dev.telltale.listing.TelemetryType;
import dev.telltale.record.DecodedRecord;
import dev.telltale.record.Describer;
import dev.telltale.record.Emission;
import dev.telltale.record.Payload;
import dev.telltale.record.RecordColumns;
import dev.telltale.value.ArrayValue;
import dev.telltale.value.JsonParser;
import dev.telltale.value.MalformedJson;
import dev.telltale.value.Member;
import dev.telltale.value.ObjectValue;
import dev.telltale.value.Relocated;
import dev.telltale.value.TextValue;
import dev.telltale.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * One log event of a CloudWatch envelope. Its message is decoded in place: the record has the
 * message's format and body. What else the event and its envelope say is the member {@code
 * cloudwatch_event} of that body, shared where one message holds several records.
 *
 * <p>A message that is not an object becomes the member {@code message} of the event. Text and JSON
 * of no known format keep the format of the envelope.
 */
final class CloudWatchLogEvent implements Emission {
  private static final String MESSAGE = "message";
  private static final Set<String> UNKNOWN = Set.of("text", "json");

  private final ObjectValue event;
  private final ObjectValue beside;
  private final EnvelopeColumns columns;
  private final String path;
  private final JsonParser parser;
  private final Emission outer;
  private boolean described;

  CloudWatchLogEvent(
      ObjectValue event,
      ObjectValue envelope,
      EnvelopeColumns columns,
      String path,
      JsonParser parser,
      Emission outer) {
    this.event = event;
    this.columns = columns;
    this.path = path;
    this.parser = parser;
    this.outer = outer;
    Value message = event.text(MESSAGE) == null ? null : event.first(MESSAGE);
    List<Member> rest = new ArrayList<>(event.without(message));
    rest.add(new Member("envelope", envelope));
    beside = ObjectValue.shared(rest);
  }

  void emit() {
    TextValue message = event.first(MESSAGE) instanceof TextValue text ? text : null;
    Value json = message == null ? null : json(message.reveal());
    if (json != null) {
      outer.value(
          Relocated.to(message.span(), json), messagePath() + "|json", List.of("json"), this);
    } else if (message != null) {
      record(line(message));
    }
    // Once the records of the message were emitted, which may be later.
    outer.each(1, last -> emitUndescribed());
  }

  private void emitUndescribed() {
    if (!described) {
      ObjectValue rest = new ObjectValue(List.of());
      record(DecodedRecord.of("json", rest, body -> RecordColumns.none()).at(path));
    }
  }

  private String messagePath() {
    return path + "." + MESSAGE;
  }

  /** The object or array that the text is, or null: most messages only look like one, if at all. */
  private Value json(String text) {
    String stripped = text.strip();
    if (!stripped.startsWith("{") && !stripped.startsWith("[")) {
      return null;
    }
    try {
      Value value = parser.parse(text);
      boolean empty = value instanceof ArrayValue array && array.items().isEmpty();
      return empty ? null : value;
    } catch (MalformedJson isText) {
      return null;
    }
  }

  /** The message as the log line of a known format if it is one, otherwise as text. */
  private DecodedRecord line(TextValue message) {
    DecodedRecord text =
        TextRecords.text(message).within(messagePath(), List.of(), List.of()).at("");
    DecodedRecord known = LogLine.of(message, messagePath(), outer);
    return known == null ? text : known;
  }

  @Override
  public void record(DecodedRecord record) {
    if (record.body() instanceof ObjectValue) {
      described = true;
      ObjectValue body = (ObjectValue) inFrame(record);
      ObjectValue more =
          ObjectValue.builder()
              .addAll(body.members())
              .add(CloudWatchDescriber.EVENT, beside)
              .build();
      DecodedRecord whole =
          record.with(more, CloudWatchDescriber.ofObject(record.describer(), columns));
      outer.record(
          typed(record.provenance().layers().isEmpty() ? whole : whole.unlayered(event.span())));
    } else if (isWholeMessage(record)) {
      described = true;
      ObjectValue whole =
          ObjectValue.builder()
              .add(MESSAGE, inFrame(record))
              .add(CloudWatchDescriber.EVENT, beside)
              .build();
      Describer describer = CloudWatchDescriber.ofMember(record.describer(), MESSAGE, columns);
      outer.record(typed(record.with(whole, describer).inPlace(path, event.span())));
    } else {
      outer.record(record);
    }
  }

  /** The body, with spans in the frame, as what is beside it has them. */
  private Value inFrame(DecodedRecord record) {
    return record.provenance().layers().isEmpty()
        ? record.body()
        : Relocated.to(event.first(MESSAGE).span(), record.body());
  }

  /** Not what were encoded inside the message, whose path would be lost. */
  private boolean isWholeMessage(DecodedRecord record) {
    return record.provenance().pathPrefix().equals(messagePath())
        || (record.provenance().pathPrefix().equals(messagePath() + "|json")
            && record.provenance().rootPath().equals("$"));
  }

  private static DecodedRecord typed(DecodedRecord record) {
    DecodedRecord known =
        UNKNOWN.contains(record.format()) ? record.as(CloudWatchLogsFormat.ID) : record;
    return known.telemetryType() == null ? known.of(TelemetryType.LOGS) : known;
  }

  @Override
  public void undecodable(FaultKind kind, long position) {
    outer.undecodable(kind, position);
  }

  @Override
  public void each(int count, IntConsumer part) {
    outer.each(count, part);
  }

  @Override
  public DecodedRecord single(Payload payload) {
    return outer.single(payload);
  }

  @Override
  public void payload(Payload payload, Emission to) {
    outer.payload(payload, to);
  }

  @Override
  public void value(Value value, String innerPath, List<String> encodings, Emission to) {
    outer.value(value, innerPath, encodings, to);
  }
}
