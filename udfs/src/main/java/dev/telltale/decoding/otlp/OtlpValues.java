package dev.telltale.decoding.otlp;

import dev.telltale.value.ArrayValue;
import dev.telltale.value.LiteralValue;
import dev.telltale.value.Member;
import dev.telltale.value.ObjectValue;
import dev.telltale.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Re-shapes OTLP/JSON so that names are keys: lists of {@code {"key","value"}} become objects and
 * the wrappers of {@code AnyValue} (opentelemetry/proto/common/v1/common.proto) fall away. What has
 * not exactly the shape of the protocol stays as it is, so nothing is lost. Duplicate keys stay
 * duplicates; bytes stay base64 text.
 */
final class OtlpValues {
  private static final Set<String> ATTRIBUTE_LISTS =
      Set.of("attributes", "filteredAttributes", "filtered_attributes", "metadata", "labels");

  private static final Set<String> SCALARS =
      Set.of(
          "stringValue",
          "string_value",
          "intValue",
          "int_value",
          "doubleValue",
          "double_value",
          "boolValue",
          "bool_value",
          "bytesValue",
          "bytes_value");

  private OtlpValues() {}

  /** Re-shapes all attribute lists, and bodies of logs, at any depth. */
  static Value reshaped(Value value) {
    if (value instanceof ArrayValue array) {
      List<Value> items = new ArrayList<>(array.items().size());
      array.items().forEach(item -> items.add(reshaped(item)));
      return new ArrayValue(items);
    }
    if (value instanceof ObjectValue object) {
      return new ObjectValue(
          reshaped(object.members()), object.span().offset(), object.span().length());
    }
    return value;
  }

  static List<Member> reshaped(List<Member> members) {
    List<Member> reshaped = new ArrayList<>(members.size());
    for (Member member : members) {
      reshaped.add(member.with(reshaped(member)));
    }
    return reshaped;
  }

  private static Value reshaped(Member member) {
    if (ATTRIBUTE_LISTS.contains(member.name()) && isKeyValues(member.value())) {
      return new ObjectValue(attributes(((ArrayValue) member.value()).items()));
    }
    return member.name().equals("body") ? unwrapped(member.value()) : reshaped(member.value());
  }

  /** Whether this is a list of {@code KeyValue}, the empty one included. */
  static boolean isKeyValues(Value value) {
    return value instanceof ArrayValue array
        && array.items().stream().allMatch(OtlpValues::isKeyValue);
  }

  private static boolean isKeyValue(Value item) {
    if (!(item instanceof ObjectValue pair) || pair.text("key") == null) {
      return false;
    }
    int members = pair.members().size();
    return members == 1 || (members == 2 && pair.has("value"));
  }

  /** The members that a list of {@code KeyValue} stands for. */
  static List<Member> attributes(List<Value> keyValues) {
    List<Member> members = new ArrayList<>(keyValues.size());
    for (Value item : keyValues) {
      ObjectValue pair = (ObjectValue) item;
      Value value = pair.first("value");
      members.add(
          new Member(
              pair.text("key"),
              pair.first("key").span(),
              value == null ? LiteralValue.NULL : unwrapped(value)));
    }
    return members;
  }

  private static Value unwrapped(Value any) {
    if (!(any instanceof ObjectValue wrapper) || wrapper.members().size() != 1) {
      return reshaped(any);
    }
    Member only = wrapper.members().get(0);
    Value value = only.value();
    return switch (only.name()) {
      case "arrayValue", "array_value" -> holdsValues(value) ? unwrappedItems(value) : any;
      case "kvlistValue", "kvlist_value" ->
          holdsValues(value) && isKeyValues(values(value))
              ? new ObjectValue(attributes(((ArrayValue) values(value)).items()))
              : any;
      default -> SCALARS.contains(only.name()) && isScalar(value) ? value : reshaped(any);
    };
  }

  private static boolean isScalar(Value value) {
    return !(value instanceof ObjectValue) && !(value instanceof ArrayValue);
  }

  private static boolean holdsValues(Value value) {
    return value instanceof ObjectValue list
        && list.members().size() == 1
        && values(value) instanceof ArrayValue;
  }

  private static Value values(Value list) {
    return ((ObjectValue) list).first("values");
  }

  private static Value unwrappedItems(Value list) {
    List<Value> items = new ArrayList<>();
    ((ArrayValue) values(list)).items().forEach(item -> items.add(unwrapped(item)));
    return new ArrayValue(items);
  }
}
