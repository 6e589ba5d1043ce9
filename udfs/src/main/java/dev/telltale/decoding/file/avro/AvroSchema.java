package dev.telltale.decoding.file.avro;

import dev.telltale.decoding.file.DamagedFile;
import dev.telltale.fault.FaultKind;
import dev.telltale.value.ArrayValue;
import dev.telltale.value.JsonText;
import dev.telltale.value.Member;
import dev.telltale.value.ObjectValue;
import dev.telltale.value.TextValue;
import dev.telltale.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.avro.NameValidator;
import org.apache.avro.Schema;

/**
 * A file's schema (https://avro.apache.org/docs/1.12.0/specification/, "Schema Declaration"), read
 * by Avro's own parser. The parser is given only what rows are read by, from JSON that was parsed
 * within the limits: documentation, defaults and aliases cannot be wrong then. Logical types go by
 * another name, because the library writes those that it does not know to its log.
 */
final class AvroSchema {
  private static final String LOGICAL = "telltale-logical-type";
  private static final String SCALE = "scale";
  private static final String TYPE = "type";
  private static final int MAX_SCALE = 999_999_999;

  private final long position;

  private AvroSchema(long position) {
    this.position = position;
  }

  /**
   * Fails with the place of the schema where it is damaged.
   *
   * @param position of the schema in the file
   */
  static Schema parse(Value json, long position) {
    AvroSchema schema = new AvroSchema(position);
    String text = JsonText.of(schema.essence(json));
    try {
      return new Schema.Parser(NameValidator.NO_VALIDATION).parse(text);
    } catch (RuntimeException rejected) {
      // Its message quotes the schema.
      throw schema.damaged();
    }
  }

  private Value essence(Value json) {
    if (json instanceof ArrayValue union) {
      return each(union, this::essence);
    }
    if (!(json instanceof ObjectValue object)) {
      return json;
    }
    Value type = object.first(TYPE);
    if (type instanceof ObjectValue || type instanceof ArrayValue) {
      return essence(type);
    }
    Map<String, Member> kept = new LinkedHashMap<>();
    for (Member member : object.members()) {
      Value value = member.value();
      switch (member.name()) {
        case TYPE, "name", "namespace", "size", SCALE -> keep(kept, member.name(), value);
        case "logicalType" -> keep(kept, LOGICAL, value);
        case "items", "values" -> keep(kept, member.name(), essence(value));
        case "symbols" -> keep(kept, member.name(), each(value, this::symbol));
        case "fields" -> keep(kept, member.name(), each(value, this::field));
        default -> {
          // Rows do not depend on it.
        }
      }
    }
    return new ObjectValue(List.copyOf(kept.values()));
  }

  /** Of attributes of the same name the first counts. */
  private static void keep(Map<String, Member> kept, String name, Value value) {
    kept.putIfAbsent(name, new Member(name, value));
  }

  private static Value each(Value list, UnaryOperator<Value> change) {
    return list instanceof ArrayValue array
        ? new ArrayValue(array.items().stream().map(change).toList())
        : list;
  }

  private Value field(Value json) {
    if (!(json instanceof ObjectValue field) || field.text("name") == null || !field.has(TYPE)) {
      throw damaged();
    }
    return new ObjectValue(
        List.of(
            new Member("name", new TextValue(field.text("name"))),
            new Member(TYPE, essence(field.first(TYPE)))));
  }

  /** The library takes any literal for a symbol. */
  private Value symbol(Value json) {
    if (!(json instanceof TextValue)) {
      throw damaged();
    }
    return json;
  }

  private DamagedFile damaged() {
    return new DamagedFile(FaultKind.AVRO, position);
  }

  /** The logical type of a schema, empty where it has none. */
  static String logical(Schema schema) {
    String logical = schema.getProp(LOGICAL);
    return logical == null ? "" : logical;
  }

  /** The scale of a decimal, 0 where none is given, -1 where it makes no sense. */
  static int scale(Schema schema) {
    Object scale = schema.getObjectProp(SCALE);
    if (!(scale instanceof Number)) {
      return 0;
    }
    return scale instanceof Integer number && number <= MAX_SCALE ? Math.max(-1, number) : -1;
  }
}
