package dev.telltale.decoding.message;

import dev.telltale.record.Emission;
import dev.telltale.value.ObjectValue;

/**
 * Makes records of a message that has the same tree as a JSON format of its kind, so that both are
 * described, split and shared in the same way.
 */
@FunctionalInterface
public interface TreeEmission {
  /**
   * @param format the records are to have
   * @param tree with the names and shapes of the JSON encoding
   */
  void emit(String format, ObjectValue tree, Emission emission);
}
