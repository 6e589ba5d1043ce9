package dev.telltale.decoding.message.schema;

import java.util.List;
import java.util.function.Supplier;

/**
 * One field of a message, as its schema declares it.
 *
 * @param name in the JSON encoding of protobuf: lower camel case
 * @param required whether a message without it means nothing
 * @param message of a {@link FieldType#MESSAGE}, otherwise null
 * @param length of a {@link FieldType#ID}, otherwise 0
 * @param names of the values of a {@link FieldType#ENUM} that is shown by name, from 0
 */
public record SchemaField(
    int number,
    String name,
    FieldType type,
    boolean repeated,
    boolean required,
    Supplier<MessageType> message,
    int length,
    List<String> names) {
  static SchemaField of(int number, String name, FieldType type) {
    return new SchemaField(number, name, type, false, false, null, 0, List.of());
  }

  SchemaField asRepeated() {
    return new SchemaField(number, name, type, true, required, message, length, names);
  }

  SchemaField asRequired() {
    return new SchemaField(number, name, type, repeated, true, message, length, names);
  }
}
