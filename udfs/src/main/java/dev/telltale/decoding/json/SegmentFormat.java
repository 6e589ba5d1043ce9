package dev.telltale.decoding.json;

import dev.telltale.listing.TelemetryType;
import dev.telltale.record.DecodedRecord;
import dev.telltale.record.Emission;
import dev.telltale.record.RecordColumns;
import dev.telltale.record.RedactedBody;
import dev.telltale.value.Member;
import dev.telltale.value.ObjectValue;
import dev.telltale.value.Value;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Product analytics by Segment's HTTP tracking API: single calls, and batches, which give one
 * record per call at {@code $.batch[n]}. What a batch holds beside its calls ({@code sentAt},
 * {@code context}, {@code writeKey}) is the shared member {@code batch_context} of each; items that
 * are not objects are records as they are.
 */
public final class SegmentFormat implements JsonFormat {
  private static final Set<String> CALLS =
      Set.of("track", "identify", "page", "alias", "group", "screen");

  @Override
  public String id() {
    return "segment";
  }

  @Override
  public boolean claims(Value value) {
    return value instanceof ObjectValue object
        && (isCall(object) || object.items("batch").stream().anyMatch(SegmentFormat::isTyped));
  }

  private static boolean isTyped(Value value) {
    return value instanceof ObjectValue call
        && call.text("type") != null
        && CALLS.contains(call.text("type"));
  }

  /** A single call; {@code type} alone is too common a member to go by. */
  private static boolean isCall(ObjectValue call) {
    return isTyped(call)
        && (call.has("messageId") || call.has("userId") || call.has("anonymousId"));
  }

  @Override
  public void decode(Value value, Emission emission) {
    ObjectValue object = (ObjectValue) value;
    List<Value> batch = object.items("batch");
    if (batch.stream().noneMatch(SegmentFormat::isTyped)) {
      emission.record(record(object));
      return;
    }
    List<Member> beside = object.without(object.first("batch"));
    ObjectValue context = beside.isEmpty() ? null : ObjectValue.shared(beside);
    emission.each(
        batch.size(),
        i -> emission.record(record(withContext(batch.get(i), context)).at("$.batch[" + i + "]")));
  }

  private static Value withContext(Value item, ObjectValue context) {
    return item instanceof ObjectValue call
        ? ObjectValue.builder().addAll(call.members()).add("batch_context", context).build()
        : item;
  }

  private DecodedRecord record(Value body) {
    return DecodedRecord.of(id(), body, SegmentFormat::describe).of(TelemetryType.ANALYTICS);
  }

  private static RecordColumns describe(Value redactedBody) {
    RedactedBody call = RedactedBody.of(redactedBody);
    RedactedBody batch = call.at("batch_context");
    Instant time = call.time("timestamp", "originalTimestamp", "sentAt", "receivedAt");
    String app = sender(call.at("context"));
    return new RecordColumns(
        time == null ? batch.time("sentAt", "timestamp") : time,
        app == null ? sender(batch.at("context")) : app,
        call.text("event", "name", "type"),
        null,
        call.attributes("type", "userId", "anonymousId", "groupId", "messageId"));
  }

  private static String sender(RedactedBody context) {
    String app = context.at("app").text("name");
    return app == null ? context.at("library").text("name") : app;
  }
}
