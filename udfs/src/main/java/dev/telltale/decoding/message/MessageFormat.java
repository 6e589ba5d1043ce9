package dev.telltale.decoding.message;

import dev.telltale.decoding.message.schema.MessageType;
import dev.telltale.record.Emission;
import dev.telltale.value.ObjectValue;

/** A telemetry format whose frames are protobuf messages. Stateless. */
interface MessageFormat {
  /** The name in the {@code format} columns. */
  String id();

  /** The schema of its messages. */
  MessageType type();

  /** The schema of the message between two places, where it depends on what the message says. */
  default MessageType type(byte[] bytes, int from, int to) {
    return type();
  }

  /** How many bytes come before the message; -1 if these are not the ones that must. */
  default int header(byte[] bytes, int from, int to) {
    return 0;
  }

  /** Emits the records of one message, whose tree leaves nothing out. */
  void emit(ObjectValue message, Emission emission);
}
