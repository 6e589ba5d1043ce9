package dev.telltale.record;

import dev.telltale.value.Value;

/**
 * Reads the columns of a record from its body. It is given the redacted body, so that no column can
 * hold what detection found.
 */
@FunctionalInterface
public interface Describer {
  RecordColumns describe(Value redactedBody);
}
