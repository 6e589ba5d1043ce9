package dev.telltale.decoding;

import com.google.protobuf.Message;
import dev.telltale.decoding.raw.PrintableRuns;
import dev.telltale.proto.remotewrite.v1.Exemplar;
import dev.telltale.proto.remotewrite.v1.Histogram;
import dev.telltale.proto.remotewrite.v1.TimeSeries;
import dev.telltale.proto.remotewrite.v1.WriteRequest;
import dev.telltale.proto.remotewrite.v2.Request;
import java.util.List;

/**
 * What a remote-write message holds beyond its schema, in itself and in all messages inside it. A
 * message that parses with unknown fields has not been read: they are scanned as bytes.
 */
final class UnknownFields {
  private UnknownFields() {}

  static boolean anyIn(Message message) {
    if (!isEmpty(message)) {
      return true;
    }
    for (List<? extends Message> parts : parts(message)) {
      for (Message part : parts) {
        if (anyIn(part)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The printable runs of all unknown fields; null if there are none. */
  static String text(Message message) {
    if (!anyIn(message)) {
      return null;
    }
    StringBuilder text = new StringBuilder();
    collect(message, text);
    return text.toString();
  }

  private static void collect(Message message, StringBuilder text) {
    append(message, text);
    for (List<? extends Message> parts : parts(message)) {
      for (Message part : parts) {
        collect(part, text);
      }
    }
  }

  /** The unknown fields of this message alone; null if there are none. */
  static String ownText(Message message) {
    if (isEmpty(message)) {
      return null;
    }
    StringBuilder text = new StringBuilder();
    append(message, text);
    return text.toString();
  }

  private static void append(Message message, StringBuilder text) {
    if (!isEmpty(message)) {
      byte[] bytes = message.getUnknownFields().toByteArray();
      text.append(text.isEmpty() ? "" : "\n").append(PrintableRuns.of(bytes, 0, bytes.length));
    }
  }

  private static boolean isEmpty(Message message) {
    return message.getUnknownFields().isEmpty();
  }

  private static List<List<? extends Message>> parts(Message message) {
    if (message instanceof TimeSeries series) {
      return List.of(
          series.getLabelsList(),
          series.getSamplesList(),
          series.getExemplarsList(),
          series.getHistogramsList());
    }
    if (message instanceof dev.telltale.proto.remotewrite.v2.TimeSeries series) {
      return List.of(
          series.getSamplesList(),
          series.getHistogramsList(),
          series.getExemplarsList(),
          series.hasMetadata() ? List.of(series.getMetadata()) : List.of());
    }
    if (message instanceof Exemplar exemplar) {
      return List.of(exemplar.getLabelsList());
    }
    if (message instanceof Histogram histogram) {
      return List.of(histogram.getNegativeSpansList(), histogram.getPositiveSpansList());
    }
    if (message instanceof dev.telltale.proto.remotewrite.v2.Histogram histogram) {
      return List.of(histogram.getNegativeSpansList(), histogram.getPositiveSpansList());
    }
    if (message instanceof WriteRequest request) {
      return List.of(request.getTimeseriesList(), request.getMetadataList());
    }
    return message instanceof Request request ? List.of(request.getTimeseriesList()) : List.of();
  }
}
