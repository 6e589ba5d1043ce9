package dev.telltale.decoding.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.decoding.DecodedFrame;
import dev.telltale.listing.TelemetryType;
import dev.telltale.record.Sample;
import dev.telltale.value.ObjectValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** CloudTrail, metric streams, embedded metrics and WAF. */
class AwsLogFormatsTest {
  @Test
  void trailFileGivesItsEvents() {
    DecodedFrame frame =
        DecodedFrame.json(
            "{\"Records\":[{\"eventVersion\":\"1.08\",\"userIdentity\":{\"type\":\"AWSService\","
                + "\"invokedBy\":\"ec2.amazonaws.com\"},\"eventTime\":\"2026-11-18T05:02:14Z\","
                + "\"eventSource\":\"sts.amazonaws.com\",\"eventName\":\"AssumeRole\","
                + "\"awsRegion\":\"eu-central-1\"},{\"eventVersion\":\"1.08\",\"eventTime\":"
                + "\"2026-11-18T05:02:15Z\",\"eventSource\":\"iam.amazonaws.com\",\"eventName\":"
                + "\"GetUser\",\"errorCode\":\"AccessDenied\",\"userIdentity\":{\"arn\":\"arn:u\"}}],"
                + "\"beside\":\"x\"}");
    assertEquals(List.of("cloudtrail"), frame.formats());
    assertEquals(TelemetryType.AUDIT, frame.records.get(0).telemetryType());
    assertEquals("$.Records[1]", frame.records.get(1).provenance().rootPath());
    assertEquals("sts.amazonaws.com/ec2.amazonaws.com", frame.columns(0).emitter());
    assertEquals("INFO", frame.columns(0).severity());
    assertEquals("AssumeRole", frame.columns(0).name());
    assertEquals("eu-central-1", frame.columns(0).attributes().get("awsRegion"));
    assertEquals("iam.amazonaws.com/arn:u", frame.columns(1).emitter());
    assertEquals("ERROR", frame.columns(1).severity());
    ObjectValue beside = ((ObjectValue) frame.records.get(0).body()).object("file_context");
    assertSame(beside, ((ObjectValue) frame.records.get(1).body()).object("file_context"));
    assertTrue(beside.isShared());
  }

  @Test
  void insightAndDigestAreRecognisedByTheirOwnMembers() {
    DecodedFrame insight =
        DecodedFrame.json(
            "{\"Records\":[{\"eventVersion\":\"1.07\",\"eventTime\":\"2026-11-18T05:02:14Z\","
                + "\"eventType\":\"AwsCloudTrailInsight\",\"recipientAccountId\":\"1\","
                + "\"insightDetails\":{\"state\":\"Start\",\"eventSource\":\"ssm.amazonaws.com\","
                + "\"eventName\":\"UpdateInstance\"}}]}");
    assertEquals("cloudtrail", insight.only().format());
    assertEquals("UpdateInstance", insight.columns(0).name());
    assertEquals("ssm.amazonaws.com/1", insight.columns(0).emitter());
    DecodedFrame digest =
        DecodedFrame.json(
            "{\"awsAccountId\":\"1\",\"digestStartTime\":\"2026-11-18T05:00:00Z\","
                + "\"digestEndTime\":\"2026-11-18T06:00:00Z\",\"digestS3Bucket\":\"b\","
                + "\"logFiles\":[{\"s3Object\":\"o\"}]}");
    assertEquals("cloudtrail", digest.only().format());
    assertEquals("digest", digest.columns(0).name());
    assertEquals(Instant.parse("2026-11-18T06:00:00Z"), digest.columns(0).eventTime());
    assertEquals("1/b", digest.columns(0).emitter());
  }

  @Test
  void metricStreamPointHasItsSumAsSample() {
    DecodedFrame frame =
        DecodedFrame.json(
            "{\"metric_stream_name\":\"m\",\"account_id\":\"1234\",\"region\":\"r\",\"namespace\":"
                + "\"AWS/EC2\",\"metric_name\":\"DiskWriteOps\",\"dimensions\":{\"InstanceId\":\"i-1\"},"
                + "\"timestamp\":1611929698000,\"value\":{\"count\":3.0,\"sum\":20.0,\"max\":18.0,"
                + "\"min\":0.0},\"unit\":\"Seconds\"}");
    Instant time = Instant.ofEpochMilli(1_611_929_698_000L);
    assertEquals("metric-stream-json", frame.only().format());
    assertEquals(TelemetryType.METRICS, frame.only().telemetryType());
    assertEquals(List.of(new Sample(time, 20)), frame.only().samples());
    assertEquals("1234/AWS/EC2", frame.columns(0).emitter());
    assertEquals("DiskWriteOps", frame.columns(0).name());
    assertEquals(Map.of("InstanceId", "i-1"), frame.columns(0).attributes());
    assertEquals(time, frame.columns(0).eventTime());
    assertTrue(frame.body(0).contains("\"max\":18.0"));
  }

  @Test
  void metricStreamPointWithoutSumHasNoSample() {
    DecodedFrame frame =
        DecodedFrame.json("{\"metric_stream_name\":\"m\",\"metric_name\":\"n\",\"value\":{}}");
    assertEquals(List.of(), frame.only().samples());
  }

  @Test
  void embeddedMetricIsNamedByItsMetricsAndHasItsDimensions() {
    DecodedFrame frame =
        DecodedFrame.json(
            "{\"_aws\":{\"Timestamp\":1574109732004,\"LogGroupName\":\"g\",\"CloudWatchMetrics\":["
                + "{\"Namespace\":\"shop\",\"Dimensions\":[[\"function\"]],\"Metrics\":["
                + "{\"Name\":\"time\",\"Unit\":\"Milliseconds\"}]}]},\"function\":\"pay\","
                + "\"time\":[100,2.5],\"requestId\":\"r\"}");
    Instant time = Instant.ofEpochMilli(1_574_109_732_004L);
    assertEquals("emf", frame.only().format());
    assertEquals(List.of(new Sample(time, 100), new Sample(time, 2.5)), frame.only().samples());
    assertEquals("shop/g", frame.columns(0).emitter());
    assertEquals("time", frame.columns(0).name());
    assertEquals(Map.of("function", "pay"), frame.columns(0).attributes());
    assertEquals(time, frame.columns(0).eventTime());
  }

  @Test
  void severalEmbeddedMetricsAreNamedAndKeptInTheBodyOnly() {
    DecodedFrame frame =
        DecodedFrame.json(
            "{\"_aws\":{\"Timestamp\":1,\"CloudWatchMetrics\":[{\"Metrics\":[{\"Name\":\"a\"},"
                + "{\"Name\":\"b\"},7]}]},\"a\":1,\"b\":2}");
    assertEquals("a,b", frame.columns(0).name());
    assertEquals(List.of(), frame.only().samples());
  }

  @Test
  void wafLineShowsRuleAndAction() {
    DecodedFrame frame =
        DecodedFrame.json(
            "{\"timestamp\":1592361810888,\"formatVersion\":1,\"webaclId\":\"arn:acl\","
                + "\"terminatingRuleId\":\"sql\",\"action\":\"BLOCK\",\"httpRequest\":"
                + "{\"clientIp\":\"192.0.2.1\",\"country\":\"DE\",\"headers\":[]}}");
    assertEquals("aws-waf", frame.only().format());
    assertEquals("arn:acl", frame.columns(0).emitter());
    assertEquals("sql", frame.columns(0).name());
    assertEquals("WARNING", frame.columns(0).severity());
    assertEquals(Map.of("action", "BLOCK", "country", "DE"), frame.columns(0).attributes());
    assertEquals(Instant.ofEpochMilli(1_592_361_810_888L), frame.columns(0).eventTime());
  }
}
