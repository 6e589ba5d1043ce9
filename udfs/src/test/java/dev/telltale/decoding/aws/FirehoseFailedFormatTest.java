package dev.telltale.decoding.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.decoding.DecodedFrame;
import dev.telltale.decoding.Outcome;
import dev.telltale.decoding.Samples;
import dev.telltale.decoding.WriteRequests;
import dev.telltale.record.DecodedRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class FirehoseFailedFormatTest {
  @Test
  void envelopeStandsFirstWithoutItsRawData() {
    DecodedFrame frame = DecodedFrame.json(failed("{\"user\":{\"email\":\"a@b.io\"}}"));
    assertEquals(Outcome.DECODED, frame.outcome);
    assertEquals(List.of("firehose-failed", "json"), frame.formats());
    assertEquals("{\"attemptsMade\":1,\"errorCode\":\"Lambda.Error\"}", frame.body(0));
    assertEquals("Lambda.Error", frame.columns(0).name());
  }

  @Test
  void jsonInsideContinuesThePath() {
    DecodedRecord inner =
        DecodedFrame.json(failed("{\"user\":{\"email\":\"a@b.io\"}}")).records.get(1);
    assertEquals("$.rawData|base64|json", inner.provenance().pathPrefix());
    assertEquals("$", inner.provenance().rootPath());
    assertEquals(List.of("base64", "json"), inner.provenance().encodings());
  }

  @Test
  void textInsideEndsThePath() {
    DecodedFrame frame = DecodedFrame.json(failed("2 252027220 eni REJECT\nsecond line\n"));
    DecodedRecord line = frame.records.get(1);
    assertEquals(3, frame.records.size());
    assertEquals("text", line.format());
    assertEquals("$.rawData|base64", line.provenance().pathPrefix() + line.provenance().rootPath());
    assertEquals(List.of("base64"), line.provenance().encodings());
    assertEquals("second line", frame.body(2));
  }

  @Test
  void valuesInsideNeedNothingBetweenThem() {
    DecodedFrame frame =
        DecodedFrame.json(
            failed("{\"a\":1}{\"b\":\"}\\\"\"}[{\"c\":1}] plain {not json}\n{\"d\":"));
    assertEquals(
        List.of("{\"a\":1}", "{\"b\":\"}\\\"\"}", "{\"c\":1}", "plain ", "{not json}\n", "{\"d\":"),
        List.of(
            frame.body(1),
            frame.body(2),
            frame.body(3),
            frame.body(4),
            frame.body(5),
            frame.body(6)));
  }

  @Test
  void metricsInsideAreMetrics() {
    String metrics = WriteRequests.envelope(WriteRequests.snappy(WriteRequests.full()));
    DecodedRecord series = DecodedFrame.json(failed(metrics)).records.get(1);
    assertEquals("gitpod-metrics", series.format());
    assertEquals(
        List.of("base64", "json", "base64", "snappy", "protobuf"), series.provenance().encodings());
  }

  @Test
  void batchInsideKeepsBothPlaces() {
    DecodedRecord call =
        DecodedFrame.json(failed("{\"batch\":[{\"type\":\"track\"}]}")).records.get(1);
    assertEquals(
        "$.rawData|base64|json$.batch[0]",
        call.provenance().pathPrefix() + call.provenance().rootPath());
  }

  @Test
  void gzipInsideIsUnpacked() throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
      gzip.write("{\"a\":1}".getBytes(StandardCharsets.UTF_8));
    }
    DecodedFrame frame = DecodedFrame.json(failed(zipped.toByteArray()));
    assertEquals(List.of("base64", "gzip", "json"), frame.records.get(1).provenance().encodings());
    assertEquals("$.rawData|base64|gzip|json", frame.records.get(1).provenance().pathPrefix());
    byte[] cut = java.util.Arrays.copyOf(zipped.toByteArray(), zipped.size() - 12);
    assertEquals(
        List.of("gzip-truncated", "json-truncated"), DecodedFrame.json(failed(cut)).faultIds());
    ByteArrayOutputStream members = new ByteArrayOutputStream();
    members.write(zipped.toByteArray());
    members.write(zipped.toByteArray());
    assertEquals(3, DecodedFrame.json(failed(members.toByteArray())).records.size());
  }

  @Test
  void envelopesInsideEnvelopesEndAtTheThird() {
    String innermost = failed(failed(failed("deepest text")));
    DecodedFrame third = DecodedFrame.json(innermost);
    assertEquals(Outcome.DECODED, third.outcome);
    assertEquals("deepest text", third.body(3));
    DecodedFrame fourth = DecodedFrame.json(failed(innermost));
    assertEquals(List.of("encoding-limit"), fourth.faultIds());
    assertEquals("deepest text", fourth.body(4));
    assertEquals("binary", fourth.records.get(4).format());
  }

  @Test
  void rawDataThatIsNoBase64StaysInItsEnvelope() {
    String envelope = "{\"attemptsMade\":1,\"rawData\":\"***\"}";
    DecodedFrame frame = DecodedFrame.json(envelope);
    assertEquals(Outcome.RAW, frame.outcome);
    assertEquals(List.of("base64"), frame.faultIds());
    assertEquals(envelope, frame.body(0));
  }

  @Test
  void bytesInsideThatAreNoTextAreScannedForRuns() {
    DecodedFrame frame = DecodedFrame.json(failed(new byte[] {0, 1, 's', 'e', 'c', 'r', 'e', 't'}));
    assertEquals("binary", frame.records.get(1).format());
    assertEquals("secret", frame.body(1));
  }

  @Test
  void unescapedQuotesOfAnErrorMessageDoNotHideTheRawData() {
    String broken =
        "{\"attemptsMade\":5,\"errorMessage\":\"got \"504\" from https://u:p@host\",\"rawData\" :\""
            + base64("{\"email\":\"a@b.io\"}".getBytes(StandardCharsets.UTF_8))
            + "\",\"dataId\":\"x\"}";
    for (DecodedFrame frame : List.of(DecodedFrame.json(broken), DecodedFrame.line(broken))) {
      assertEquals(Outcome.Kind.RAW, frame.outcome.kind());
      assertEquals(List.of("json-syntax"), frame.faultIds());
      assertEquals("firehose-failed", frame.records.get(0).format());
      assertTrue(frame.body(0).contains("https://u:p@host"));
      assertTrue(frame.body(0).endsWith("\"rawData\" :\"\",\"dataId\":\"x\"}"));
      assertEquals("{\"email\":\"a@b.io\"}", frame.body(1));
    }
  }

  @Test
  void sampleGivesWhatWasInsideItsRecords() {
    List<DecodedFrame> frames =
        Samples.decoded("derived/firehose-error/processing-failed-2018-08-27-10.json");
    assertEquals(2, frames.size());
    assertEquals(List.of("firehose-failed", "gitpod-metrics"), frames.get(0).formats());
    assertEquals(500, frames.get(0).records.size() - 1);
    assertEquals(List.of("firehose-failed", "vpc-flow"), frames.get(1).formats());
  }

  private static String failed(String raw) {
    return failed(raw.getBytes(StandardCharsets.UTF_8));
  }

  private static String failed(byte[] raw) {
    return "{\"attemptsMade\":1,\"errorCode\":\"Lambda.Error\",\"rawData\":\""
        + base64(raw)
        + "\"}";
  }

  private static String base64(byte[] raw) {
    return Base64.getEncoder().encodeToString(raw);
  }
}
