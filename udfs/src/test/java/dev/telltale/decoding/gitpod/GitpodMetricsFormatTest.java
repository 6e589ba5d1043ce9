package dev.telltale.decoding.gitpod;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.decoding.DecodedFrame;
import dev.telltale.decoding.FrameDecoder;
import dev.telltale.decoding.Outcome;
import dev.telltale.decoding.Samples;
import dev.telltale.decoding.WriteRequests;
import dev.telltale.framing.Frame;
import dev.telltale.limit.Limits;
import dev.telltale.listing.TelemetryType;
import dev.telltale.record.DecodedRecord;
import dev.telltale.record.RecordColumns;
import dev.telltale.record.Sample;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GitpodMetricsFormatTest {
  @Test
  void seriesAndMetadataAreRecordsOfTheirOwn() {
    DecodedFrame frame = decoded(WriteRequests.full());
    assertEquals(Outcome.DECODED, frame.outcome);
    assertEquals(List.of("gitpod-metrics"), frame.formats());
    assertEquals(
        "{\"labels\":{\"__name__\":\"logins_total\",\"actor\":\"ann@corp.io\","
            + "\"instance\":\"10.0.0.1:9100\",\"job\":\"server\"},"
            + "\"exemplars\":[{\"labels\":{\"trace_id\":\"exemplar-label\"},\"value\":1.0}],"
            + "\"histograms\":[{\"countInt\":3,\"sum\":4.5,\"timestamp\":1709382133000}]}",
        frame.body(0));
    assertEquals(
        "{\"metadata\":{\"metric\":\"logins_total\",\"help\":\"ask help@corp.io\","
            + "\"unit\":\"logins\"}}",
        frame.body(1));
    assertEquals(2, frame.records.size());
  }

  @Test
  void seriesSaysWhatWasDecodedAndHasItsColumns() {
    DecodedFrame frame = decoded(WriteRequests.full());
    DecodedRecord series = frame.records.get(0);
    assertEquals(List.of("base64", "snappy", "protobuf"), series.provenance().encodings());
    assertEquals("$", series.provenance().rootPath());
    assertEquals("", series.provenance().pathPrefix());
    assertEquals(TelemetryType.METRICS, series.telemetryType());
    Instant last = Instant.ofEpochMilli(WriteRequests.MILLIS);
    assertEquals(
        List.of(
            new Sample(last.minus(Duration.ofSeconds(1)), 7),
            new Sample(last, 8),
            new Sample(last, 4.5),
            new Sample(last, 3)),
        series.samples());
    RecordColumns columns = frame.columns(0);
    assertEquals("logins_total", columns.name());
    assertEquals("server/10.0.0.1:9100", columns.emitter());
    assertEquals(last, columns.eventTime());
    assertEquals("ann@corp.io", columns.attributes().get("actor"));
    assertEquals("logins_total", frame.columns(1).name());
  }

  @Test
  void upperCaseMemberNameIsLegal() {
    String envelope = WriteRequests.envelope(WriteRequests.snappy(WriteRequests.full()));
    assertEquals(2, DecodedFrame.json(envelope.replace("\"b\"", "\"B\"")).records.size());
  }

  @Test
  void unknownFieldsAreReadUnderTheirNumbersAndNoted() {
    DecodedFrame frame = decoded(WriteRequests.withUnknownFields());
    assertEquals(3, frame.records.size());
    assertTrue(frame.body(0).contains("\"#9\":\"unknown-field-text\""));
    assertEquals("{\"#9\":\"unknown-field-text\"}", frame.body(2));
    assertEquals(List.of("unknown-fields"), frame.faultIds());
    assertEquals(Outcome.DECODED, frame.outcome);
  }

  @Test
  void secondVersionIsRecognisedInTheSameEnvelope() {
    DecodedFrame frame = decoded(WriteRequests.second());
    assertEquals(List.of("gitpod-metrics"), frame.formats());
    assertEquals(
        "{\"labels\":{\"__name__\":\"logins_total\",\"actor\":\"ann@corp.io\"},"
            + "\"metadata\":{\"help\":\"the help\"}}",
        frame.body(0));
    assertEquals("{\"symbols\":[\"used by nothing\"]}", frame.body(1));
  }

  @Test
  void requestWithoutSeriesIsOneRecord() {
    DecodedFrame frame = decoded(new byte[0]);
    assertEquals(Outcome.DECODED, frame.outcome);
    assertEquals("{\"b\":\"AA==\"}", onlyBody(frame));
  }

  private static String onlyBody(DecodedFrame frame) {
    frame.only();
    return frame.body(0);
  }

  @Test
  void badBase64IsKeptAsItIs() {
    DecodedFrame frame = DecodedFrame.json("{\"b\":\"%%%\"}");
    assertEquals(Outcome.RAW, frame.outcome);
    assertEquals(List.of("base64"), frame.faultIds());
    assertEquals("gitpod-metrics", frame.only().format());
    assertEquals("{\"b\":\"%%%\"}", frame.body(0));
  }

  @Test
  void lengthThatLiesIsFoundBeforeAnythingIsAllocated() {
    byte[] block = {(byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, 7, 0, 'x'};
    assertEquals(
        List.of("snappy-length"), DecodedFrame.json(WriteRequests.envelope(block)).faultIds());
  }

  @Test
  void blockLargerThanTheLimitIsNotUnpacked() {
    byte[] block = WriteRequests.snappy(new byte[65 << 20]);
    DecodedFrame frame = DecodedFrame.json(WriteRequests.envelope(block));
    assertEquals(List.of("frame-limit"), frame.faultIds());
    assertEquals(Outcome.RAW, frame.outcome);
  }

  @Test
  void corruptBlockIsScannedForText() {
    byte[] literal = "ann@corp.io-and-more".getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    block.write(24);
    block.write((literal.length - 1) << 2);
    block.writeBytes(literal);
    block.writeBytes(
        new byte[] {(3 << 2) | 2, 100, 0}); // copies 4 bytes from 100 back: there are 20
    DecodedFrame frame = DecodedFrame.json(WriteRequests.envelope(block.toByteArray()));
    assertEquals(List.of("snappy-data"), frame.faultIds());
    assertTrue(frame.body(1).contains("ann@corp.io"));
    assertEquals("$.b|base64", frame.records.get(1).provenance().rootPath());
  }

  @Test
  void brokenMessageIsDecodedAsFarAsItGoes() {
    byte[] message = WriteRequests.full();
    DecodedFrame frame = decoded(Arrays.copyOf(message, message.length - 3));
    assertEquals(List.of("protobuf"), frame.faultIds());
    assertEquals(Outcome.RAW, frame.outcome);
    assertTrue(frame.body(0).contains("\"actor\":\"ann@corp.io\""));
    assertTrue(frame.body(1).contains("help@corp.io"));
  }

  @Test
  void messageThatIsNoneIsScannedForText() {
    byte[] message =
        "\u0001\u0002\u0003\u0004 ann@corp.io and more".getBytes(StandardCharsets.UTF_8);
    DecodedFrame frame = decoded(message);
    assertEquals(List.of("protobuf"), frame.faultIds());
    assertTrue(frame.body(1).contains("ann@corp.io"));
    assertEquals(List.of("base64", "snappy"), frame.records.get(1).provenance().encodings());
  }

  @Test
  void bareMessagesHaveTheirOwnFormat() {
    DecodedFrame first = DecodedFrame.of(Frame.Kind.MESSAGE, WriteRequests.full());
    assertEquals(List.of("remote-write-v1"), first.formats());
    assertEquals(List.of("protobuf"), first.records.get(0).provenance().encodings());
    DecodedFrame second = DecodedFrame.of(Frame.Kind.MESSAGE, WriteRequests.second());
    assertEquals(List.of("remote-write-v2"), second.formats());
    DecodedFrame other = DecodedFrame.of(Frame.Kind.MESSAGE, WriteRequests.withUnknownFields());
    assertEquals(List.of("remote-write-v1"), other.formats());
    assertEquals(Outcome.DECODED, other.outcome);
  }

  @Test
  void damagedEnvelopesNeverThrow() {
    Random random = new Random(3);
    byte[] message = WriteRequests.full();
    byte[] block = WriteRequests.snappy(message);
    FrameDecoder decoder = new FrameDecoder(Limits.defaults());
    for (int round = 0; round < 4_000; round++) {
      boolean inside = random.nextBoolean();
      byte[] damaged = (inside ? message : block).clone();
      for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      String envelope = WriteRequests.envelope(inside ? WriteRequests.snappy(damaged) : damaged);
      DecodedFrame frame =
          DecodedFrame.of(decoder, Frame.Kind.JSON, envelope.getBytes(StandardCharsets.UTF_8));
      assertTrue(!frame.records.isEmpty());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ndjson", "concat"})
  void sampleHasTwoThousandSeries(String ending) {
    List<DecodedRecord> records =
        Samples.records(
            "derived/gitpod-metrics/metrics-1-2024-03-02-12-22-13-fluentbit-node." + ending);
    assertEquals(2_000, records.size());
    assertTrue(records.stream().allMatch(record -> record.samples().size() == 1));
    assertTrue(
        records.stream()
            .allMatch(record -> record.describer().describe(record.body()).name() != null));
  }

  private static DecodedFrame decoded(byte[] message) {
    return DecodedFrame.json(WriteRequests.envelope(WriteRequests.snappy(message)));
  }
}
