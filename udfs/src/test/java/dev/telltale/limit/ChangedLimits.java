package dev.telltale.limit;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;

/** The default limits with some of them changed, so that a test reaches them. */
public final class ChangedLimits {
  private final List<String> names = new ArrayList<>();
  private final List<Number> values = new ArrayList<>();

  private ChangedLimits() {}

  public static ChangedLimits with(String name, long value) {
    return new ChangedLimits().and(name, value);
  }

  public ChangedLimits and(String name, long value) {
    names.add(name);
    values.add(value);
    return this;
  }

  public Limits limits() {
    RecordComponent[] components = Limits.class.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Object[] arguments = new Object[components.length];
    try {
      for (int i = 0; i < components.length; i++) {
        types[i] = components[i].getType();
        int changed = names.indexOf(components[i].getName());
        Object standard = components[i].getAccessor().invoke(Limits.defaults());
        arguments[i] = changed < 0 ? standard : number(values.get(changed), types[i]);
        if (changed >= 0) {
          names.set(changed, "");
        }
      }
      if (!names.stream().allMatch(String::isEmpty)) {
        throw new IllegalArgumentException("there is no limit " + names);
      }
      return Limits.class.getDeclaredConstructor(types).newInstance(arguments);
    } catch (ReflectiveOperationException broken) {
      throw new LinkageError("the limits are a record", broken);
    }
  }

  private static Object number(Number value, Class<?> type) {
    return type == int.class
        ? (Object) Math.toIntExact(value.longValue())
        : (Object) value.longValue();
  }
}
