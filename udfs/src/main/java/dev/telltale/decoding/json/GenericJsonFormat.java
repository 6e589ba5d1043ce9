package dev.telltale.decoding.json;

import dev.telltale.record.DecodedRecord;
import dev.telltale.record.Emission;
import dev.telltale.value.ArrayValue;
import dev.telltale.value.ObjectValue;
import dev.telltale.value.Value;
import java.util.List;

/**
 * JSON (RFC 8259) of no known format: one record per value, and one per item of an array that holds
 * objects only. Columns are read by {@link WellKnownNames}.
 */
public final class GenericJsonFormat implements JsonFormat {
  static final String ID = "json";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public boolean claims(Value value) {
    return true;
  }

  @Override
  public void decode(Value value, Emission emission) {
    if (value instanceof ArrayValue array && holdsObjects(array.items())) {
      emission.each(
          array.items().size(),
          i -> emission.record(record(array.items().get(i)).at("$[" + i + "]")));
    } else {
      emission.record(record(value));
    }
  }

  private static boolean holdsObjects(List<Value> items) {
    return !items.isEmpty() && items.stream().allMatch(ObjectValue.class::isInstance);
  }

  public static DecodedRecord record(Value body) {
    return DecodedRecord.of(ID, body, WellKnownNames::describe);
  }
}
