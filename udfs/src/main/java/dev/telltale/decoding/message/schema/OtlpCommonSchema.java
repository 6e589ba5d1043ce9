package dev.telltale.decoding.message.schema;

import java.util.function.UnaryOperator;

/**
 * What all signals of <a href="https://opentelemetry.io/docs/specs/otlp/">OTLP</a> share:
 * attributes, resources, scopes, and the three levels of a request ({@code common/v1}, {@code
 * resource/v1} of <a href="https://github.com/open-telemetry/opentelemetry-proto">the schemas</a>).
 */
final class OtlpCommonSchema {
  /** Where the list of scopes was in 0.15 to 0.18, under its older name. */
  private static final int FORMER_SCOPES = 1_000;

  static final int TRACE_ID = 16;
  static final int SPAN_ID = 8;

  private static final MessageType ARRAY =
      MessageType.of().messages(1, "values", OtlpCommonSchema::anyValue).build();

  private static final MessageType PAIRS =
      MessageType.of().messages(1, "values", OtlpCommonSchema::keyValue).build();

  private static final MessageType ANY_VALUE =
      MessageType.of()
          .string(1, "stringValue")
          .bool(2, "boolValue")
          .int64(3, "intValue")
          .number(4, "doubleValue")
          .message(5, "arrayValue", () -> ARRAY)
          .message(6, "kvlistValue", () -> PAIRS)
          .field(FieldType.BYTES, 7, "bytesValue")
          .build();

  private static final MessageType KEY_VALUE =
      MessageType.of()
          .string(1, "key")
          .needed()
          .message(2, "value", OtlpCommonSchema::anyValue)
          .build();

  private static final MessageType ENTITY =
      MessageType.of()
          .string(1, "schemaUrl")
          .string(2, "type")
          .strings(3, "idKeys")
          .strings(4, "descriptionKeys")
          .build();

  static final MessageType RESOURCE =
      MessageType.of()
          .messages(1, "attributes", () -> KEY_VALUE)
          .field(FieldType.UINT32, 2, "droppedAttributesCount")
          .messages(3, "entityRefs", () -> ENTITY)
          .build();

  static final MessageType SCOPE =
      MessageType.of()
          .string(1, "name")
          .string(2, "version")
          .messages(3, "attributes", () -> KEY_VALUE)
          .field(FieldType.UINT32, 4, "droppedAttributesCount")
          .build();

  private OtlpCommonSchema() {}

  static MessageType anyValue() {
    return ANY_VALUE;
  }

  static MessageType keyValue() {
    return KEY_VALUE;
  }

  /**
   * A request of one signal.
   *
   * @param signal such as {@code Metrics}
   * @param entries declares the list of entries, number 2 of a scope
   */
  static MessageType.Builder request(
      String signal, UnaryOperator<MessageType.Builder> entries, Era era) {
    MessageType former = scope("instrumentationLibrary", entries);
    MessageType scope = era == Era.FORMER ? former : scope("scope", entries);
    String scopes = era == Era.FORMER ? "instrumentationLibrary" : "scope";
    MessageType.Builder resource =
        MessageType.of()
            .message(1, "resource", () -> RESOURCE)
            .messages(2, scopes + signal, () -> scope)
            .string(3, "schemaUrl")
            .messages(FORMER_SCOPES, "instrumentationLibrary" + signal, () -> former);
    MessageType built = resource.build();
    return MessageType.of().messages(1, "resource" + signal, () -> built).needed();
  }

  private static MessageType scope(String name, UnaryOperator<MessageType.Builder> entries) {
    return entries
        .apply(MessageType.of().message(1, name, () -> SCOPE))
        .string(3, "schemaUrl")
        .build();
  }

  /** Which names the levels of a request had. */
  enum Era {
    /** Up to 0.14. */
    FORMER,
    CURRENT
  }
}
