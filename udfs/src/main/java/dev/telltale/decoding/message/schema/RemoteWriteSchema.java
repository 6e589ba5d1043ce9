package dev.telltale.decoding.message.schema;

/**
 * Prometheus remote write, <a
 * href="https://prometheus.io/docs/specs/prw/remote_write_spec/">1.0</a> with the fields that
 * Prometheus itself sends, and <a
 * href="https://prometheus.io/docs/specs/prw/remote_write_spec_2_0/">2.0</a>. A series without
 * labels is not allowed by either.
 */
public final class RemoteWriteSchema {
  private static final String[] TYPES = {
    "UNKNOWN", "COUNTER", "GAUGE", "HISTOGRAM", "GAUGEHISTOGRAM", "SUMMARY", "INFO", "STATESET"
  };

  static final MessageType LABEL =
      MessageType.of().string(1, "name").needed().string(2, "value").build();

  static final MessageType BUCKET_SPAN =
      MessageType.of()
          .field(FieldType.SINT64, 1, "offset")
          .field(FieldType.UINT32, 2, "length")
          .build();

  private static final MessageType HISTOGRAM =
      MessageType.of()
          .uint64(1, "countInt")
          .number(2, "countFloat")
          .number(3, "sum")
          .field(FieldType.SINT64, 4, "schema")
          .number(5, "zeroThreshold")
          .uint64(6, "zeroCountInt")
          .number(7, "zeroCountFloat")
          .messages(8, "negativeSpans", () -> BUCKET_SPAN)
          .repeated(FieldType.SINT64, 9, "negativeDeltas")
          .repeated(FieldType.DOUBLE, 10, "negativeCounts")
          .messages(11, "positiveSpans", () -> BUCKET_SPAN)
          .repeated(FieldType.SINT64, 12, "positiveDeltas")
          .repeated(FieldType.DOUBLE, 13, "positiveCounts")
          .named(14, "resetHint", "UNKNOWN", "YES", "NO", "GAUGE")
          .int64(15, "timestamp")
          .repeated(FieldType.DOUBLE, 16, "customValues")
          .int64(17, "startTimestamp")
          .build();

  private static final MessageType SAMPLE =
      MessageType.of().number(1, "value").int64(2, "timestamp").int64(3, "startTimestamp").build();

  private static final MessageType EXEMPLAR =
      MessageType.of()
          .messages(1, "labels", () -> LABEL)
          .number(2, "value")
          .int64(3, "timestamp")
          .build();

  private static final MessageType SERIES =
      MessageType.of()
          .messages(1, "labels", () -> LABEL)
          .needed()
          .messages(2, "samples", () -> SAMPLE)
          .messages(3, "exemplars", () -> EXEMPLAR)
          .messages(4, "histograms", () -> HISTOGRAM)
          .build();

  private static final MessageType METADATA =
      MessageType.of()
          .named(1, "type", TYPES)
          .string(2, "metric")
          .string(4, "help")
          .string(5, "unit")
          .build();

  /** {@code prometheus.WriteRequest}. */
  public static final MessageType WRITE_REQUEST =
      MessageType.of()
          .messages(1, "timeseries", () -> SERIES)
          .messages(3, "metadata", () -> METADATA)
          .build();

  private static final MessageType SECOND_EXEMPLAR =
      MessageType.of()
          .repeated(FieldType.UINT32, 1, "labelsRefs")
          .number(2, "value")
          .int64(3, "timestamp")
          .build();

  private static final MessageType SECOND_METADATA =
      MessageType.of()
          .named(1, "type", TYPES)
          .field(FieldType.UINT32, 3, "helpRef")
          .field(FieldType.UINT32, 4, "unitRef")
          .build();

  private static final MessageType SECOND_SERIES =
      MessageType.of()
          .repeated(FieldType.UINT32, 1, "labelsRefs")
          .needed()
          .messages(2, "samples", () -> SAMPLE)
          .messages(3, "histograms", () -> HISTOGRAM)
          .messages(4, "exemplars", () -> SECOND_EXEMPLAR)
          .message(5, "metadata", () -> SECOND_METADATA)
          .int64(6, "createdTimestamp")
          .build();

  /** {@code io.prometheus.write.v2.Request}. */
  public static final MessageType REQUEST =
      MessageType.of()
          .strings(4, "symbols")
          .needed()
          .messages(5, "timeseries", () -> SECOND_SERIES)
          .build();

  private RemoteWriteSchema() {}
}
