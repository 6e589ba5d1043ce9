package dev.telltale.decoding.message.schema;

/**
 * Metric families as Prometheus exposes them: {@code io.prometheus.client.MetricFamily} (<a
 * href="https://github.com/prometheus/client_model">client_model</a>), and {@code
 * openmetrics.MetricSet} (<a
 * href="https://github.com/prometheus/OpenMetrics/blob/main/proto/openmetrics_data_model.proto">OpenMetrics
 * 1.0</a>).
 */
public final class ExpositionSchema {
  private static final MessageType TIMESTAMP =
      MessageType.of().int64(1, "seconds").field(FieldType.INT32, 2, "nanos").build();

  private static final MessageType EXEMPLAR =
      MessageType.of()
          .messages(1, "labels", () -> RemoteWriteSchema.LABEL)
          .number(2, "value")
          .message(3, "timestamp", () -> TIMESTAMP)
          .build();

  private static final MessageType QUANTILE =
      MessageType.of().number(1, "quantile").number(2, "value").build();

  private static final MessageType VALUE = MessageType.of().number(1, "value").build();

  private static final MessageType COUNTER =
      MessageType.of()
          .number(1, "value")
          .message(2, "exemplar", () -> EXEMPLAR)
          .message(3, "createdTimestamp", () -> TIMESTAMP)
          .build();

  private static final MessageType SUMMARY =
      MessageType.of()
          .uint64(1, "sampleCount")
          .number(2, "sampleSum")
          .messages(3, "quantiles", () -> QUANTILE)
          .message(4, "createdTimestamp", () -> TIMESTAMP)
          .build();

  private static final MessageType BUCKET =
      MessageType.of()
          .uint64(1, "cumulativeCount")
          .number(2, "upperBound")
          .message(3, "exemplar", () -> EXEMPLAR)
          .number(4, "cumulativeCountFloat")
          .build();

  private static final MessageType HISTOGRAM =
      MessageType.of()
          .uint64(1, "sampleCount")
          .number(2, "sampleSum")
          .messages(3, "buckets", () -> BUCKET)
          .number(4, "sampleCountFloat")
          .field(FieldType.SINT64, 5, "schema")
          .number(6, "zeroThreshold")
          .uint64(7, "zeroCount")
          .number(8, "zeroCountFloat")
          .messages(9, "negativeSpans", () -> RemoteWriteSchema.BUCKET_SPAN)
          .repeated(FieldType.SINT64, 10, "negativeDeltas")
          .repeated(FieldType.DOUBLE, 11, "negativeCounts")
          .messages(12, "positiveSpans", () -> RemoteWriteSchema.BUCKET_SPAN)
          .repeated(FieldType.SINT64, 13, "positiveDeltas")
          .repeated(FieldType.DOUBLE, 14, "positiveCounts")
          .message(15, "createdTimestamp", () -> TIMESTAMP)
          .messages(16, "exemplars", () -> EXEMPLAR)
          .build();

  private static final MessageType METRIC =
      MessageType.of()
          .messages(1, "labels", () -> RemoteWriteSchema.LABEL)
          .message(2, "gauge", () -> VALUE)
          .message(3, "counter", () -> COUNTER)
          .message(4, "summary", () -> SUMMARY)
          .message(5, "untyped", () -> VALUE)
          .int64(6, "timestampMs")
          .message(7, "histogram", () -> HISTOGRAM)
          .build();

  public static final MessageType METRIC_FAMILY =
      MessageType.of()
          .string(1, "name")
          .needed()
          .string(2, "help")
          .named(
              3, "type", "COUNTER", "GAUGE", "SUMMARY", "UNTYPED", "HISTOGRAM", "GAUGE_HISTOGRAM")
          .messages(4, "metrics", () -> METRIC)
          .needed()
          .string(5, "unit")
          .build();

  private static final MessageType OPEN_EXEMPLAR =
      MessageType.of()
          .number(1, "value")
          .message(2, "timestamp", () -> TIMESTAMP)
          .messages(3, "labels", () -> RemoteWriteSchema.LABEL)
          .build();

  private static final MessageType OPEN_NUMBER =
      MessageType.of().number(1, "doubleValue").int64(2, "intValue").build();

  private static final MessageType OPEN_COUNTER =
      MessageType.of()
          .number(1, "doubleValue")
          .uint64(2, "intValue")
          .message(3, "created", () -> TIMESTAMP)
          .message(4, "exemplar", () -> OPEN_EXEMPLAR)
          .build();

  private static final MessageType OPEN_BUCKET =
      MessageType.of()
          .uint64(1, "count")
          .number(2, "upperBound")
          .message(3, "exemplar", () -> OPEN_EXEMPLAR)
          .build();

  private static final MessageType OPEN_HISTOGRAM =
      MessageType.of()
          .number(1, "sum")
          .int64(2, "sum")
          .uint64(3, "count")
          .message(4, "created", () -> TIMESTAMP)
          .messages(5, "buckets", () -> OPEN_BUCKET)
          .build();

  private static final MessageType OPEN_STATE =
      MessageType.of().bool(1, "enabled").string(2, "name").build();

  private static final MessageType OPEN_STATES =
      MessageType.of().messages(1, "states", () -> OPEN_STATE).build();

  private static final MessageType OPEN_INFO =
      MessageType.of().messages(1, "labels", () -> RemoteWriteSchema.LABEL).build();

  private static final MessageType OPEN_SUMMARY =
      MessageType.of()
          .number(1, "sum")
          .int64(2, "sum")
          .uint64(3, "count")
          .message(4, "created", () -> TIMESTAMP)
          .messages(5, "quantiles", () -> QUANTILE)
          .build();

  private static final MessageType OPEN_POINT =
      MessageType.of()
          .message(1, "unknown", () -> OPEN_NUMBER)
          .message(2, "gauge", () -> OPEN_NUMBER)
          .message(3, "counter", () -> OPEN_COUNTER)
          .message(4, "histogram", () -> OPEN_HISTOGRAM)
          .message(5, "stateSet", () -> OPEN_STATES)
          .message(6, "info", () -> OPEN_INFO)
          .message(7, "summary", () -> OPEN_SUMMARY)
          .message(8, "timestamp", () -> TIMESTAMP)
          .build();

  private static final MessageType OPEN_METRIC =
      MessageType.of()
          .messages(1, "labels", () -> RemoteWriteSchema.LABEL)
          .messages(2, "points", () -> OPEN_POINT)
          .build();

  private static final MessageType OPEN_FAMILY =
      MessageType.of()
          .string(1, "name")
          .needed()
          .named(
              2,
              "type",
              "UNKNOWN",
              "GAUGE",
              "COUNTER",
              "STATE_SET",
              "INFO",
              "HISTOGRAM",
              "GAUGE_HISTOGRAM",
              "SUMMARY")
          .string(3, "unit")
          .string(4, "help")
          .messages(5, "metrics", () -> OPEN_METRIC)
          .build();

  public static final MessageType METRIC_SET =
      MessageType.of().messages(1, "metricFamilies", () -> OPEN_FAMILY).needed().build();

  private ExpositionSchema() {}
}
