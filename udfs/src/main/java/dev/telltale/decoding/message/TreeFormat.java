package dev.telltale.decoding.message;

import dev.telltale.decoding.message.schema.MessageType;
import dev.telltale.record.Emission;
import dev.telltale.value.ObjectValue;

/** A format whose tree is handed on as it is. */
record TreeFormat(String id, MessageType type, TreeEmission trees) implements MessageFormat {
  @Override
  public void emit(ObjectValue message, Emission emission) {
    trees.emit(id, message, emission);
  }
}
