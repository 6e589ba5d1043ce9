package dev.telltale.decoding.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.decoding.DecodedFrame;
import dev.telltale.decoding.Outcome;
import dev.telltale.record.DecodedRecord;
import dev.telltale.value.ObjectValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AwsEventFormatTest {
  @Test
  void kinesisEventShowsItsStreamAndItsDataIsDecodedInTurn() {
    DecodedFrame frame =
        DecodedFrame.json(
            "{\"Records\":[{\"kinesis\":{\"partitionKey\":\"k\",\"data\":\""
                + base64("{\"user\":\"ann@corp.io\"}")
                + "\",\"approximateArrivalTimestamp\":1480641523.477},\"eventSource\":"
                + "\"aws:kinesis\",\"eventName\":\"aws:kinesis:record\",\"eventSourceARN\":"
                + "\"arn:aws:kinesis:us-east-1:1:stream/s\"}]}");
    assertEquals(Outcome.DECODED, frame.outcome);
    assertEquals(List.of("aws-event", "json"), frame.formats());
    assertEquals("$.Records[0]", frame.records.get(0).provenance().rootPath());
    assertTrue(
        frame
            .body(0)
            .startsWith(
                "{\"kinesis\":{\"partitionKey\":\"k\",\"approximateArrivalTimestamp\":14806415"));
    assertEquals("arn:aws:kinesis:us-east-1:1:stream/s", frame.columns(0).emitter());
    assertEquals(Instant.parse("2016-12-02T01:18:43.477Z"), frame.columns(0).eventTime());
    assertEquals("aws:kinesis:record", frame.columns(0).name());
    assertEquals(
        "$.Records[0].kinesis.data|base64|json", frame.records.get(1).provenance().pathPrefix());
    assertEquals(List.of("base64", "json"), frame.records.get(1).provenance().encodings());
  }

  @Test
  void subscriptionToALambdaGivesTheLogEventsAlone() throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
      gzip.write(
          ("{\"messageType\":\"DATA_MESSAGE\",\"logGroup\":\"g\",\"logStream\":\"s\",\"logEvents\":"
                  + "[{\"id\":\"1\",\"timestamp\":1440442987000,\"message\":\"m\"}]}")
              .getBytes(StandardCharsets.UTF_8));
    }
    String data = Base64.getEncoder().encodeToString(zipped.toByteArray());
    DecodedFrame frame = DecodedFrame.json("{\"awslogs\":{\"data\":\"" + data + "\"}}");
    DecodedRecord record = frame.only();
    assertEquals("cloudwatch-logs", record.format());
    assertEquals(
        "$.awslogs.data|base64|gzip|json$.logEvents[0]",
        record.provenance().pathPrefix() + record.provenance().rootPath());
    assertEquals(List.of("base64", "gzip", "json"), record.provenance().encodings());
    assertEquals("g/s", frame.columns(0).emitter());
  }

  @Test
  void firehoseRecordsShareWhatStandsBesideThem() {
    DecodedFrame frame =
        DecodedFrame.json(
            "{\"invocationId\":\"i\",\"deliveryStreamArn\":\"arn:d\",\"region\":\"r\",\"records\":["
                + "{\"recordId\":\"a\",\"approximateArrivalTimestamp\":1507217624302,\"data\":\""
                + base64("one line\nnext line")
                + "\"},{\"recordId\":\"b\",\"data\":\"***\"}]}");
    assertEquals(List.of("aws-event", "text"), frame.formats());
    assertEquals(4, frame.records.size());
    assertEquals("arn:d", frame.columns(0).emitter());
    assertEquals(Instant.ofEpochMilli(1_507_217_624_302L), frame.columns(0).eventTime());
    ObjectValue context = ((ObjectValue) frame.records.get(0).body()).object("event_context");
    assertTrue(context.isShared());
    assertSame(context, ((ObjectValue) frame.records.get(3).body()).object("event_context"));
    assertEquals(List.of("base64"), frame.faultIds());
    assertTrue(frame.body(3).contains("***"));
  }

  @Test
  void jsonInsideMessagesIsDecodedAndOtherTextStays() {
    DecodedFrame sns =
        DecodedFrame.json(
            "{\"Records\":[{\"EventSource\":\"aws:sns\",\"Sns\":{\"TopicArn\":\"arn:t\",\"Timestamp\":"
                + "\"2015-06-03T17:43:27.123Z\",\"Message\":\"{\\\"severity\\\":\\\"INFO\\\","
                + "\\\"message\\\":\\\"m\\\",\\\"component\\\":\\\"server\\\"}\"}}]}");
    assertEquals(List.of("aws-event", "gitpod-log"), sns.formats());
    assertEquals("arn:t", sns.columns(0).emitter());
    assertEquals("$.Records[0].Sns.Message|json", sns.records.get(1).provenance().pathPrefix());
    DecodedFrame sqs =
        DecodedFrame.json(
            "{\"Records\":[{\"messageId\":\"m\",\"body\":\"{plain}\",\"eventSource\":\"aws:sqs\","
                + "\"attributes\":{\"SentTimestamp\":\"1523232000000\"}}]}");
    assertTrue(sqs.body(0).contains("{plain}"));
    assertEquals(1, sqs.records.size());
    assertEquals(Instant.ofEpochMilli(1_523_232_000_000L), sqs.columns(0).eventTime());
  }

  @Test
  void eventOfABusIsNamedByItsDetailType() {
    DecodedFrame frame =
        DecodedFrame.json(
            "{\"version\":\"0\",\"id\":\"i\",\"detail-type\":\"Object Created\",\"source\":\"aws.s3\","
                + "\"account\":\"1\",\"time\":\"2023-08-25T17:41:58Z\",\"detail\":{\"a\":\"b\"}}");
    assertEquals("aws-event", frame.only().format());
    assertEquals("Object Created", frame.columns(0).name());
    assertEquals("aws.s3", frame.columns(0).emitter());
    assertEquals("1", frame.columns(0).attributes().get("account"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{\"Records\":[{\"eventSource\":\"aws:s3\",\"eventVersion\":\"2.1\"}]}; aws-event",
        "{\"Records\":[{\"eventSource\":\"s3.amazonaws.com\",\"eventVersion\":\"1.08\","
            + "\"eventName\":\"n\",\"eventTime\":\"t\"}]}; cloudtrail",
        "{\"Records\":[{\"eventSource\":\"other\"}]}; json",
        "{\"Records\":[]}; json",
        "{\"records\":[{\"data\":\"YQ==\"}]}; json",
        "{\"Service\":\"Amazon S3\",\"Event\":\"s3:TestEvent\",\"Time\":\"t\"}; aws-event",
        "{\"source\":\"a\",\"detail\":{}}; json"
      })
  void neighboursAreKeptApart(String json, String format) {
    assertEquals(format, DecodedFrame.json(json).records.get(0).format());
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
