package dev.telltale.value;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * Writes a value as compact JSON of bounded length: what is beyond it is left out, and what is
 * written is still JSON. Parts that several records share are written as long as a budget lasts,
 * then a word stands for them. For one value; the result holds the content, so that only redacted
 * values may leave a task.
 */
public final class BoundedJson {
  /** Stands for what was left out. */
  public static final String CUT = "[telltale:cut]";

  /** Stands for an object that an earlier record of the frame shows. */
  public static final String SHARED = "[telltale:shared]";

  /** What a name has without being charged to the budget for repeated parts. */
  private static final int FREE_NAME_LENGTH = 64;

  private static final JsonFactory FACTORY = new JsonFactory();

  private final Repeats repeats;
  private long left;
  private boolean cut;

  /**
   * @param maxLength in characters
   */
  public BoundedJson(int maxLength, Repeats repeats) {
    left = maxLength;
    this.repeats = repeats;
  }

  /** Whether something was left out. */
  public boolean isCut() {
    return cut;
  }

  /** The value as JSON; text that is no part of a structure as it is. */
  public String write(Value value) {
    if (value instanceof TextValue text) {
      return shortened(text.reveal());
    }
    StringWriter out = new StringWriter();
    try (JsonGenerator generator = FACTORY.createGenerator(out)) {
      write(value, generator);
    } catch (IOException impossible) {
      throw new UncheckedIOException("writing JSON to memory", impossible);
    }
    return out.toString();
  }

  private void write(Value value, JsonGenerator generator) throws IOException {
    left--;
    if (value instanceof ObjectValue object) {
      if (object.isShared()) {
        shared(object, generator);
      } else {
        members(object, generator);
      }
    } else if (value instanceof ArrayValue array) {
      generator.writeStartArray();
      for (Value item : array.items()) {
        if (isFull()) {
          break;
        }
        write(item, generator);
      }
      generator.writeEndArray();
    } else if (value instanceof TextValue text) {
      generator.writeString(shortened(text.reveal()));
    } else if (value instanceof NumberValue number) {
      left -= number.reveal().length();
      generator.writeNumber(number.reveal());
    } else if (value == LiteralValue.NULL) {
      generator.writeNull();
    } else {
      generator.writeBoolean(value == LiteralValue.TRUE);
    }
  }

  private void shared(ObjectValue object, JsonGenerator generator) throws IOException {
    boolean first = repeats.isFirst(object);
    if (!first && repeats.isSpent()) {
      generator.writeString(SHARED);
      return;
    }
    long before = left;
    members(object, generator);
    if (!first) {
      repeats.charge(before - left);
    }
  }

  private void members(ObjectValue object, JsonGenerator generator) throws IOException {
    generator.writeStartObject();
    for (Member member : object.members()) {
      if (isFull()) {
        break;
      }
      generator.writeFieldName(name(member.name()));
      write(member.value(), generator);
    }
    generator.writeEndObject();
  }

  /** Columns repeat their names in every row. */
  private String name(String name) {
    String shown = name;
    if (name.length() > FREE_NAME_LENGTH) {
      if (repeats.isSpent()) {
        shown = Texts.start(name, FREE_NAME_LENGTH) + CUT;
      }
      repeats.charge(shown.length());
    }
    return shortened(shown);
  }

  private boolean isFull() {
    cut |= left <= 0;
    return left <= 0;
  }

  private String shortened(String text) {
    boolean fits = text.length() <= left;
    String shown = fits ? text : Texts.start(text, (int) Math.max(0, left)) + CUT;
    left -= text.length();
    cut |= !fits;
    return shown;
  }
}
