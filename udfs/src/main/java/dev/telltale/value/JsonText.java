package dev.telltale.value;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * Writes a value as compact JSON. The result holds the content: only redacted values may leave a
 * task.
 */
public final class JsonText {
  private static final JsonFactory FACTORY = new JsonFactory();

  private JsonText() {}

  public static String of(Value value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = FACTORY.createGenerator(text)) {
      write(value, generator);
    } catch (IOException impossible) {
      throw new UncheckedIOException("writing JSON to memory", impossible);
    }
    return text.toString();
  }

  private static void write(Value value, JsonGenerator generator) throws IOException {
    if (value instanceof ObjectValue object) {
      generator.writeStartObject();
      for (Member member : object.members()) {
        generator.writeFieldName(member.name());
        write(member.value(), generator);
      }
      generator.writeEndObject();
    } else if (value instanceof ArrayValue array) {
      generator.writeStartArray();
      for (Value item : array.items()) {
        write(item, generator);
      }
      generator.writeEndArray();
    } else if (value instanceof TextValue text) {
      generator.writeString(text.reveal());
    } else if (value instanceof NumberValue number) {
      generator.writeNumber(number.reveal());
    } else if (value == LiteralValue.NULL) {
      generator.writeNull();
    } else {
      generator.writeBoolean(value == LiteralValue.TRUE);
    }
  }
}
