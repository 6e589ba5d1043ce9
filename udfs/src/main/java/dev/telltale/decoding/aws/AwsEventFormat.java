package dev.telltale.decoding.aws;

import dev.telltale.decoding.json.JsonFormat;
import dev.telltale.decoding.json.ObjectItems;
import dev.telltale.fault.FaultKind;
import dev.telltale.limit.Limits;
import dev.telltale.record.DecodedRecord;
import dev.telltale.record.Emission;
import dev.telltale.value.JsonParser;
import dev.telltale.value.Member;
import dev.telltale.value.ObjectValue;
import dev.telltale.value.TextValue;
import dev.telltale.value.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Events as AWS services hand them on, to Lambda functions, HTTP endpoints and event buses: {@code
 * Records[]} of S3, SNS, SQS, Kinesis and DynamoDB; {@code records[].data} of Data Firehose; {@code
 * awslogs.data} of CloudWatch Logs; EventBridge events; S3 test events and SNS notifications. See
 * "Invoking Lambda with events from other AWS services" in the AWS Lambda developer guide.
 *
 * <p>One record per event, without what it carries; what it carries in base64 or as JSON text
 * ({@link AwsPayload}) is decoded in turn.
 */
public final class AwsEventFormat implements JsonFormat {
  static final String ID = "aws-event";

  private static final List<String> LISTS = List.of("Records", "records");

  private final JsonParser parser;

  public AwsEventFormat(Limits limits) {
    parser = new JsonParser(limits);
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public boolean claims(Value value) {
    return value instanceof ObjectValue event
        && (list(event) != null || isSingle(event) || isSubscription(event));
  }

  /** The member that lists events, or null. */
  private static String list(ObjectValue event) {
    for (String name : LISTS) {
      List<ObjectValue> items = event.has(name) ? ObjectItems.of(event, name) : List.of();
      if (!items.isEmpty() && items.stream().allMatch(item -> isListed(item, event))) {
        return name;
      }
    }
    return null;
  }

  private static boolean isListed(ObjectValue item, ObjectValue holder) {
    String source = item.text(item.has("eventSource") ? "eventSource" : "EventSource");
    if (source != null) {
      return source.startsWith("aws:");
    }
    boolean delivery =
        item.has("recordId") || holder.has("deliveryStreamArn") || holder.has("requestId");
    return delivery && item.text("data") != null;
  }

  private static boolean isSingle(ObjectValue event) {
    boolean bus =
        event.text("detail-type") != null && event.text("source") != null && event.has("detail");
    boolean test = event.text("Service") != null && startsWith(event.text("Event"), "s3:");
    boolean notification = event.text("TopicArn") != null && event.text("MessageId") != null;
    return bus || test || (notification && event.text("Message") != null);
  }

  private static boolean startsWith(String text, String start) {
    return text != null && text.startsWith(start);
  }

  private static boolean isSubscription(ObjectValue event) {
    ObjectValue logs = event.object("awslogs");
    return logs != null && logs.text("data") != null;
  }

  @Override
  public void decode(Value value, Emission emission) {
    ObjectValue event = (ObjectValue) value;
    String list = list(event);
    if (list == null) {
      emit(event, null, "$", emission);
      return;
    }
    ObjectValue context = ObjectItems.beside(event, list);
    List<ObjectValue> items = ObjectItems.of(event, list);
    emission.each(
        items.size(), i -> emit(items.get(i), context, "$." + list + "[" + i + "]", emission));
  }

  private void emit(ObjectValue event, ObjectValue context, String path, Emission emission) {
    AwsPayload payload = AwsPayload.of(event, parser);
    List<String> way = payload == null ? List.of() : payload.way();
    ObjectValue rest = way.isEmpty() ? event : without(event, way);
    ObjectValue body =
        ObjectValue.builder()
            .addAll(rest.members())
            .add(AwsEventDescriber.CONTEXT, context)
            .build();
    if (payload != null && payload.isBroken()) {
      emission.undecodable(FaultKind.BASE64, 0);
    }
    if (!body.members().isEmpty()) {
      emission.record(DecodedRecord.of(ID, body, new AwsEventDescriber()).at(path));
    }
    if (!way.isEmpty()) {
      payload.emit(path + "." + String.join(".", way), emission);
    }
  }

  /** The same object without the text at the end of the way. */
  private static ObjectValue without(ObjectValue object, List<String> way) {
    Value next = object.first(way.get(0));
    if (next instanceof TextValue || !(next instanceof ObjectValue inner)) {
      return new ObjectValue(object.without(next));
    }
    List<Member> members = new ArrayList<>();
    for (Member member : object.members()) {
      ObjectValue rest = member.value() == next ? without(inner, way.subList(1, way.size())) : null;
      if (rest == null) {
        members.add(member);
      } else if (!rest.members().isEmpty()) {
        members.add(new Member(member.name(), rest));
      }
    }
    return new ObjectValue(members);
  }
}
