package dev.telltale.decoding.json;

import dev.telltale.record.Emission;
import dev.telltale.value.Value;

/** A telemetry format whose frames are JSON values. Stateless. */
public interface JsonFormat {
  /** The name in the {@code format} columns. */
  String id();

  /**
   * Whether the structure of the value is this format's. Never decided by the key of the object.
   */
  boolean claims(Value value);

  /** Emits at least one record for a claimed value. */
  void decode(Value value, Emission emission);
}
