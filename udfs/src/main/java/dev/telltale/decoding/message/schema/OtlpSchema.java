package dev.telltale.decoding.message.schema;

import dev.telltale.decoding.message.schema.OtlpCommonSchema.Era;

/**
 * Logs, traces and profiles of OTLP ({@code logs/v1}, {@code trace/v1}, {@code
 * profiles/v1development}). Profiles are in development: their levels and the table of strings have
 * kept their numbers so far, what is below a profile has not and is walked without names.
 */
public final class OtlpSchema {
  private static final MessageType LOG_RECORD =
      MessageType.of()
          .fixed64(1, "timeUnixNano")
          .field(FieldType.ENUM, 2, "severityNumber")
          .string(3, "severityText")
          .message(5, "body", OtlpCommonSchema::anyValue)
          .messages(6, "attributes", OtlpCommonSchema::keyValue)
          .field(FieldType.UINT32, 7, "droppedAttributesCount")
          .field(FieldType.FIXED32, 8, "flags")
          .id(OtlpCommonSchema.TRACE_ID, 9, "traceId")
          .id(OtlpCommonSchema.SPAN_ID, 10, "spanId")
          .fixed64(11, "observedTimeUnixNano")
          .string(12, "eventName")
          .build();

  private static final MessageType EVENT =
      MessageType.of()
          .fixed64(1, "timeUnixNano")
          .string(2, "name")
          .messages(3, "attributes", OtlpCommonSchema::keyValue)
          .field(FieldType.UINT32, 4, "droppedAttributesCount")
          .build();

  private static final MessageType LINK =
      MessageType.of()
          .id(OtlpCommonSchema.TRACE_ID, 1, "traceId")
          .id(OtlpCommonSchema.SPAN_ID, 2, "spanId")
          .string(3, "traceState")
          .messages(4, "attributes", OtlpCommonSchema::keyValue)
          .field(FieldType.UINT32, 5, "droppedAttributesCount")
          .field(FieldType.FIXED32, 6, "flags")
          .build();

  private static final MessageType STATUS =
      MessageType.of()
          .field(FieldType.ENUM, 1, "deprecatedCode")
          .string(2, "message")
          .field(FieldType.ENUM, 3, "code")
          .build();

  private static final MessageType SPAN =
      MessageType.of()
          .id(OtlpCommonSchema.TRACE_ID, 1, "traceId")
          .id(OtlpCommonSchema.SPAN_ID, 2, "spanId")
          .string(3, "traceState")
          .id(OtlpCommonSchema.SPAN_ID, 4, "parentSpanId")
          .string(5, "name")
          .field(FieldType.ENUM, 6, "kind")
          .fixed64(7, "startTimeUnixNano")
          .fixed64(8, "endTimeUnixNano")
          .messages(9, "attributes", OtlpCommonSchema::keyValue)
          .field(FieldType.UINT32, 10, "droppedAttributesCount")
          .messages(11, "events", () -> EVENT)
          .field(FieldType.UINT32, 12, "droppedEventsCount")
          .messages(13, "links", () -> LINK)
          .field(FieldType.UINT32, 14, "droppedLinksCount")
          .message(15, "status", () -> STATUS)
          .field(FieldType.FIXED32, 16, "flags")
          .build();

  private static final MessageType DICTIONARY =
      MessageType.of()
          .strings(5, "stringTable")
          .needed()
          .repeated(FieldType.OPEN, 1, "mappingTable")
          .repeated(FieldType.OPEN, 2, "locationTable")
          .repeated(FieldType.OPEN, 3, "functionTable")
          .repeated(FieldType.OPEN, 4, "linkTable")
          .repeated(FieldType.OPEN, 6, "attributeTable")
          .repeated(FieldType.OPEN, 7, "stackTable")
          .build();

  public static final MessageType LOGS =
      OtlpCommonSchema.request(
              "Logs", of -> of.messages(2, "logRecords", () -> LOG_RECORD), Era.CURRENT)
          .build();

  public static final MessageType TRACES =
      OtlpCommonSchema.request("Spans", of -> of.messages(2, "spans", () -> SPAN), Era.CURRENT)
          .build();

  public static final MessageType PROFILES =
      OtlpCommonSchema.request(
              "Profiles", of -> of.repeated(FieldType.OPEN, 2, "profiles"), Era.CURRENT)
          .message(2, "dictionary", () -> DICTIONARY)
          .needed()
          .build();

  private OtlpSchema() {}
}
