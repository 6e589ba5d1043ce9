package dev.telltale.decoding;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import dev.telltale.proto.remotewrite.v1.Exemplar;
import dev.telltale.proto.remotewrite.v1.Histogram;
import dev.telltale.proto.remotewrite.v1.Label;
import dev.telltale.proto.remotewrite.v1.MetricMetadata;
import dev.telltale.proto.remotewrite.v1.Sample;
import dev.telltale.proto.remotewrite.v1.TimeSeries;
import dev.telltale.proto.remotewrite.v1.WriteRequest;
import dev.telltale.proto.remotewrite.v2.Metadata;
import dev.telltale.proto.remotewrite.v2.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import org.xerial.snappy.Snappy;

/** Builds remote-write messages and the envelopes that carry them. */
public final class WriteRequests {
  public static final long MILLIS = 1_709_382_133_000L;

  private WriteRequests() {}

  public static WriteRequest full() {
    TimeSeries series =
        TimeSeries.newBuilder()
            .addLabels(label("__name__", "logins_total"))
            .addLabels(label("actor", "ann@corp.io"))
            .addLabels(label("instance", "10.0.0.1:9100"))
            .addLabels(label("job", "server"))
            .addSamples(Sample.newBuilder().setValue(7).setTimestamp(MILLIS - 1_000))
            .addSamples(Sample.newBuilder().setValue(8).setTimestamp(MILLIS))
            .addExemplars(
                Exemplar.newBuilder().addLabels(label("trace_id", "exemplar-label")).setValue(1))
            .addHistograms(Histogram.newBuilder().setCountInt(3).setSum(4.5).setTimestamp(MILLIS))
            .build();
    MetricMetadata metadata =
        MetricMetadata.newBuilder()
            .setMetricFamilyName("logins_total")
            .setHelp("ask help@corp.io")
            .setUnit("logins")
            .build();
    return WriteRequest.newBuilder().addTimeseries(series).addMetadata(metadata).build();
  }

  public static WriteRequest withUnknownFields() {
    UnknownFieldSet unknown =
        UnknownFieldSet.newBuilder()
            .addField(
                9,
                UnknownFieldSet.Field.newBuilder()
                    .addLengthDelimited(ByteString.copyFromUtf8("unknown-field-text"))
                    .build())
            .build();
    WriteRequest full = full();
    TimeSeries series = full.getTimeseries(0).toBuilder().setUnknownFields(unknown).build();
    return full.toBuilder().setTimeseries(0, series).setUnknownFields(unknown).build();
  }

  public static Request second() {
    return Request.newBuilder()
        .addSymbols("")
        .addSymbols("__name__")
        .addSymbols("logins_total")
        .addSymbols("actor")
        .addSymbols("ann@corp.io")
        .addSymbols("the help")
        .addSymbols("used by nothing")
        .addTimeseries(
            dev.telltale.proto.remotewrite.v2.TimeSeries.newBuilder()
                .addLabelsRefs(1)
                .addLabelsRefs(2)
                .addLabelsRefs(3)
                .addLabelsRefs(4)
                .setMetadata(Metadata.newBuilder().setHelpRef(5))
                .addSamples(
                    dev.telltale.proto.remotewrite.v2.Sample.newBuilder()
                        .setValue(2)
                        .setTimestamp(MILLIS)))
        .build();
  }

  private static Label label(String name, String value) {
    return Label.newBuilder().setName(name).setValue(value).build();
  }

  public static byte[] snappy(byte[] message) {
    try {
      return Snappy.compress(message);
    } catch (IOException impossible) {
      throw new UncheckedIOException("compressing in memory", impossible);
    }
  }

  public static String envelope(byte[] block) {
    return "{\"b\":\"" + Base64.getEncoder().encodeToString(block) + "\"}";
  }
}
