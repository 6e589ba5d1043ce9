package dev.telltale.decoding.message.schema;

import dev.telltale.decoding.message.schema.OtlpCommonSchema.Era;
import java.util.function.Supplier;

/**
 * Metrics of OTLP ({@code metrics/v1/metrics.proto}), as of 1.x and as of 0.7 to 0.11. Up to 0.11
 * points had {@code labels} of plain strings at number 1, which later schemas reserve, and 0.7 had
 * metrics of integers of their own; the rest kept its numbers. So one table reads all the former
 * versions, whose kinds of metric get the names of today.
 */
public final class OtlpMetricsSchema {
  private static final MessageType LABEL =
      MessageType.of().string(1, "key").needed().string(2, "value").build();

  private static final MessageType QUANTILE =
      MessageType.of().number(1, "quantile").number(2, "value").build();

  private static final MessageType BUCKETS =
      MessageType.of()
          .field(FieldType.SINT64, 1, "offset")
          .repeated(FieldType.UINT64, 2, "bucketCounts")
          .build();

  private static final MessageType EXEMPLAR =
      identified(MessageType.of())
          .number(3, "asDouble")
          .field(FieldType.SFIXED64, 6, "asInt")
          .messages(7, "filteredAttributes", OtlpCommonSchema::keyValue)
          .build();

  private static final MessageType FORMER_EXEMPLAR =
      identified(MessageType.of())
          .messages(1, "filteredLabels", () -> LABEL)
          .number(3, "asDouble")
          .field(FieldType.SFIXED64, 6, "asInt")
          .messages(7, "filteredAttributes", OtlpCommonSchema::keyValue)
          .build();

  private static final MessageType INTEGER_EXEMPLAR =
      identified(MessageType.of())
          .messages(1, "filteredLabels", () -> LABEL)
          .field(FieldType.SFIXED64, 3, "asInt")
          .build();

  /** {@code ExportMetricsServiceRequest} of 1.x. */
  public static final MessageType CURRENT = request(Era.CURRENT);

  /** The same of 0.7 to 0.11. */
  public static final MessageType FORMER = request(Era.FORMER);

  private OtlpMetricsSchema() {}

  private static MessageType request(Era era) {
    MessageType metric = era == Era.CURRENT ? metric() : formerMetric();
    return OtlpCommonSchema.request("Metrics", of -> of.messages(2, "metrics", () -> metric), era)
        .build();
  }

  private static MessageType metric() {
    MessageType number = number(MessageType.of(), EXEMPLAR).build();
    MessageType histogram = histogram(MessageType.of(), EXEMPLAR).build();
    MessageType summary = summary(MessageType.of()).build();
    MessageType exponential = exponential();
    return names()
        .message(5, "gauge", points(number))
        .message(7, "sum", sum(number))
        .message(9, "histogram", sum(histogram))
        .message(10, "exponentialHistogram", sum(exponential))
        .message(11, "summary", points(summary))
        .messages(12, "metadata", OtlpCommonSchema::keyValue)
        .build();
  }

  private static MessageType formerMetric() {
    MessageType number = number(labelled(), FORMER_EXEMPLAR).build();
    MessageType integer =
        labelled()
            .fixed64(2, "startTimeUnixNano")
            .fixed64(3, "timeUnixNano")
            .field(FieldType.SFIXED64, 4, "asInt")
            .messages(5, "exemplars", () -> INTEGER_EXEMPLAR)
            .build();
    MessageType histogram = histogram(labelled(), FORMER_EXEMPLAR).build();
    MessageType integers =
        labelled()
            .fixed64(2, "startTimeUnixNano")
            .fixed64(3, "timeUnixNano")
            .fixed64(4, "count")
            .field(FieldType.SFIXED64, 5, "sum")
            .repeated(FieldType.FIXED64, 6, "bucketCounts")
            .repeated(FieldType.DOUBLE, 7, "explicitBounds")
            .messages(8, "exemplars", () -> INTEGER_EXEMPLAR)
            .build();
    MessageType summary = summary(labelled()).build();
    return names()
        .message(4, "intGauge", points(integer))
        .message(5, "gauge", points(number))
        .message(6, "intSum", sum(integer))
        .message(7, "sum", sum(number))
        .message(8, "intHistogram", sum(integers))
        .message(9, "histogram", sum(histogram))
        .message(11, "summary", points(summary))
        .build();
  }

  private static MessageType.Builder names() {
    return MessageType.of().string(1, "name").string(2, "description").string(3, "unit");
  }

  private static MessageType.Builder labelled() {
    return MessageType.of().messages(1, "labels", () -> LABEL);
  }

  private static Supplier<MessageType> points(MessageType point) {
    MessageType data = MessageType.of().messages(1, "dataPoints", () -> point).build();
    return () -> data;
  }

  private static Supplier<MessageType> sum(MessageType point) {
    MessageType data =
        MessageType.of()
            .messages(1, "dataPoints", () -> point)
            .field(FieldType.ENUM, 2, "aggregationTemporality")
            .bool(3, "isMonotonic")
            .build();
    return () -> data;
  }

  private static MessageType.Builder number(MessageType.Builder point, MessageType exemplar) {
    return point
        .fixed64(2, "startTimeUnixNano")
        .fixed64(3, "timeUnixNano")
        .number(4, "asDouble")
        .messages(5, "exemplars", () -> exemplar)
        .field(FieldType.SFIXED64, 6, "asInt")
        .messages(7, "attributes", OtlpCommonSchema::keyValue)
        .field(FieldType.UINT32, 8, "flags");
  }

  private static MessageType.Builder histogram(MessageType.Builder point, MessageType exemplar) {
    return point
        .fixed64(2, "startTimeUnixNano")
        .fixed64(3, "timeUnixNano")
        .fixed64(4, "count")
        .number(5, "sum")
        .repeated(FieldType.FIXED64, 6, "bucketCounts")
        .repeated(FieldType.DOUBLE, 7, "explicitBounds")
        .messages(8, "exemplars", () -> exemplar)
        .messages(9, "attributes", OtlpCommonSchema::keyValue)
        .field(FieldType.UINT32, 10, "flags")
        .number(11, "min")
        .number(12, "max");
  }

  private static MessageType exponential() {
    return MessageType.of()
        .messages(1, "attributes", OtlpCommonSchema::keyValue)
        .fixed64(2, "startTimeUnixNano")
        .fixed64(3, "timeUnixNano")
        .fixed64(4, "count")
        .number(5, "sum")
        .field(FieldType.SINT64, 6, "scale")
        .fixed64(7, "zeroCount")
        .message(8, "positive", () -> BUCKETS)
        .message(9, "negative", () -> BUCKETS)
        .field(FieldType.UINT32, 10, "flags")
        .messages(11, "exemplars", () -> EXEMPLAR)
        .number(12, "min")
        .number(13, "max")
        .number(14, "zeroThreshold")
        .build();
  }

  private static MessageType.Builder summary(MessageType.Builder point) {
    return point
        .fixed64(2, "startTimeUnixNano")
        .fixed64(3, "timeUnixNano")
        .fixed64(4, "count")
        .number(5, "sum")
        .messages(6, "quantileValues", () -> QUANTILE)
        .messages(7, "attributes", OtlpCommonSchema::keyValue)
        .field(FieldType.UINT32, 8, "flags");
  }

  private static MessageType.Builder identified(MessageType.Builder exemplar) {
    return exemplar
        .fixed64(2, "timeUnixNano")
        .id(OtlpCommonSchema.SPAN_ID, 4, "spanId")
        .id(OtlpCommonSchema.TRACE_ID, 5, "traceId");
  }
}
