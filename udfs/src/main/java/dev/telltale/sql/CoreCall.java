package dev.telltale.sql;

import java.io.Serializable;
import org.apache.spark.unsafe.types.UTF8String;

/** A function with the key that it works with, as the code that Spark generates calls it. */
public final class CoreCall implements Serializable {
  private static final long serialVersionUID = 1L;

  static final String METHOD = "apply";

  private final SqlFunction function;
  private final CoreFunctions core;

  CoreCall(SqlFunction function, CoreFunctions core) {
    this.function = function;
    this.core = core;
  }

  SqlFunction function() {
    return function;
  }

  /** The same function with the same key. */
  boolean isSame(CoreCall other) {
    return function == other.function && core == other.core;
  }

  /**
   * @param value in the type that Spark has in rows
   */
  public Object apply(Object value) {
    return function.call(core, value, null);
  }

  /**
   * @param value in the type that Spark has in rows
   * @param second may be null
   */
  public Object apply(Object value, UTF8String second) {
    return function.call(core, value, second);
  }
}
