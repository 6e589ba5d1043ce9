package dev.telltale.decoding.file.avro;

import dev.telltale.decoding.file.DamagedFile;
import dev.telltale.fault.FaultKind;
import dev.telltale.value.ArrayValue;
import dev.telltale.value.NumberValue;
import dev.telltale.value.ObjectValue;
import dev.telltale.value.TextValue;
import dev.telltale.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads an Avro schema from its JSON form. Names resolve by the rules of the specification. */
final class AvroSchemaReader {
  private final Map<String, AvroSchema> named = new HashMap<>();
  private final long position;

  private AvroSchemaReader(long position) {
    this.position = position;
  }

  /**
   * @param position of the schema in the file, for faults
   */
  static AvroSchema read(Value json, long position) {
    return new AvroSchemaReader(position).schema(json, "");
  }

  private AvroSchema schema(Value json, String namespace) {
    if (json instanceof TextValue name) {
      return reference(name.reveal(), namespace);
    }
    if (json instanceof ArrayValue union) {
      List<AvroSchema> branches = new ArrayList<>();
      for (Value branch : union.items()) {
        branches.add(schema(branch, namespace));
      }
      AvroSchema schema = new AvroSchema(AvroSchema.Kind.UNION, "", 0, 0);
      schema.fill(List.of(), branches);
      return schema;
    }
    if (json instanceof ObjectValue object) {
      return object(object, namespace);
    }
    throw damaged();
  }

  private AvroSchema reference(String name, String namespace) {
    AvroSchema.Kind primitive = kind(name);
    if (primitive != null && primitive.compareTo(AvroSchema.Kind.STRING) <= 0) {
      return new AvroSchema(primitive, "", 0, 0);
    }
    AvroSchema known = named.get(fullName(name, namespace));
    known = known == null ? named.get(name) : known;
    if (known == null) {
      throw damaged();
    }
    return known;
  }

  private static AvroSchema.Kind kind(String name) {
    for (AvroSchema.Kind kind : AvroSchema.Kind.values()) {
      if (kind.name().toLowerCase(Locale.ROOT).equals(name)) {
        return kind;
      }
    }
    return "error".equals(name) ? AvroSchema.Kind.RECORD : null;
  }

  private static String fullName(String name, String namespace) {
    return name.indexOf('.') >= 0 || namespace.isEmpty() ? name : namespace + "." + name;
  }

  private AvroSchema object(ObjectValue object, String namespace) {
    if (!(object.first("type") instanceof TextValue type)) {
      return schema(required(object, "type"), namespace);
    }
    AvroSchema.Kind kind = kind(type.reveal());
    if (kind == null) {
      return reference(type.reveal(), namespace);
    }
    String logical = object.text("logicalType");
    AvroSchema schema =
        new AvroSchema(
            kind, logical == null ? "" : logical, count(object, "size"), count(object, "scale"));
    switch (kind) {
      case RECORD -> fields(object, schema, namespace);
      case ENUM -> {
        define(object, schema, namespace);
        schema.fill(texts(object, "symbols"), List.of());
      }
      case FIXED -> define(object, schema, namespace);
      case ARRAY -> schema.fill(List.of(), List.of(schema(required(object, "items"), namespace)));
      case MAP -> schema.fill(List.of(), List.of(schema(required(object, "values"), namespace)));
      case UNION -> throw damaged();
      default -> {
        // A primitive type holds nothing.
      }
    }
    return schema;
  }

  /** Gives the type its name; types inside a record live in the namespace that is returned. */
  private String define(ObjectValue object, AvroSchema schema, String namespace) {
    String name = object.text("name");
    if (name == null) {
      throw damaged();
    }
    String own = object.text("namespace");
    String full = fullName(name, own == null ? namespace : own);
    named.put(full, schema);
    return full.substring(0, Math.max(0, full.lastIndexOf('.')));
  }

  private void fields(ObjectValue object, AvroSchema schema, String namespace) {
    String inner = define(object, schema, namespace);
    List<String> names = new ArrayList<>();
    List<AvroSchema> types = new ArrayList<>();
    for (Value field : object.items("fields")) {
      if (!(field instanceof ObjectValue declared) || declared.text("name") == null) {
        throw damaged();
      }
      names.add(declared.text("name"));
      types.add(schema(required(declared, "type"), inner));
    }
    schema.fill(names, types);
  }

  private List<String> texts(ObjectValue object, String name) {
    List<String> texts = new ArrayList<>();
    for (Value item : object.items(name)) {
      if (!(item instanceof TextValue text)) {
        throw damaged();
      }
      texts.add(text.reveal());
    }
    return texts;
  }

  private Value required(ObjectValue object, String name) {
    Value value = object.first(name);
    if (value == null) {
      throw damaged();
    }
    return value;
  }

  private int count(ObjectValue object, String name) {
    if (!(object.first(name) instanceof NumberValue number)) {
      return 0;
    }
    String digits = number.reveal();
    if (digits.length() > 9 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw damaged();
    }
    return Integer.parseInt(digits);
  }

  private DamagedFile damaged() {
    return new DamagedFile(FaultKind.AVRO, position);
  }
}
