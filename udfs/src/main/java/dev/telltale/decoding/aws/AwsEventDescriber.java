package dev.telltale.decoding.aws;

import dev.telltale.record.Describer;
import dev.telltale.record.RecordColumns;
import dev.telltale.record.RedactedBody;
import dev.telltale.value.Value;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Columns of an event that an AWS service handed on: the emitter is its source, by ARN if given.
 */
final class AwsEventDescriber implements Describer {
  /** The member of a body that holds what was beside the list of events. */
  static final String CONTEXT = "event_context";

  @Override
  public RecordColumns describe(Value redactedBody) {
    RedactedBody event = RedactedBody.of(redactedBody);
    RedactedBody context = event.at(CONTEXT);
    Map<String, String> attributes =
        new HashMap<>(context.attributes("region", "invocationId", "requestId"));
    attributes.putAll(
        event.attributes(
            "awsRegion",
            "region",
            "account",
            "eventID",
            "id",
            "messageId",
            "MessageId",
            "recordId"));
    attributes.putAll(event.at("kinesis").attributes("partitionKey", "sequenceNumber"));
    attributes.putAll(event.at("s3").at("object").attributes("key"));
    return new RecordColumns(
        time(event, context), emitter(event, context), name(event), null, attributes);
  }

  private static Instant time(RedactedBody event, RedactedBody context) {
    Instant[] times = {
      event.time("eventTime", "time", "Time", "Timestamp", "approximateArrivalTimestamp"),
      event.at("kinesis").time("approximateArrivalTimestamp"),
      event.at("Sns").time("Timestamp"),
      event.at("attributes").time("SentTimestamp", "ApproximateFirstReceiveTimestamp"),
      event.at("dynamodb").time("ApproximateCreationDateTime"),
      context.time("timestamp")
    };
    for (Instant time : times) {
      if (time != null) {
        return time;
      }
    }
    return null;
  }

  private static String emitter(RedactedBody event, RedactedBody context) {
    String[] emitters = {
      event.at("s3").at("bucket").text("arn", "name"),
      event.at("Sns").text("TopicArn"),
      event.text("eventSourceARN", "EventSubscriptionArn", "TopicArn", "Bucket"),
      event.text("source", "eventSource", "EventSource", "Service"),
      context.text("sourceKinesisStreamArn", "deliveryStreamArn")
    };
    for (String emitter : emitters) {
      if (emitter != null) {
        return emitter;
      }
    }
    return null;
  }

  private static String name(RedactedBody event) {
    String name = event.text("detail-type", "eventName", "Event", "Type");
    String subject = event.at("Sns").text("Type");
    if (name != null || subject != null) {
      return name == null ? subject : name;
    }
    return event.text("eventSource", "EventSource");
  }
}
