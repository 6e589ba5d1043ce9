package dev.telltale.detection;

import dev.telltale.value.ObjectValue;
import dev.telltale.value.Value;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** The shared objects of a frame: scanned where they stand first, redacted wherever they stand. */
final class SharedObjects {
  private final Set<ObjectValue> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final IdentityHashMap<ObjectValue, Value> redacted = new IdentityHashMap<>();

  void clear() {
    seen.clear();
    redacted.clear();
  }

  boolean isFirst(ObjectValue object) {
    return seen.add(object);
  }

  /** Null until the first place was redacted. */
  Value redacted(ObjectValue object) {
    return redacted.get(object);
  }

  void keep(ObjectValue object, Value value) {
    redacted.put(object, value);
  }
}
