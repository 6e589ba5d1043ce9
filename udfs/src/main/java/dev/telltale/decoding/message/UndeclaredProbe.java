package dev.telltale.decoding.message;

import dev.telltale.decoding.message.schema.WireWalk;
import dev.telltale.framing.MessageProbe;

/** Judges messages without a declared schema. */
record UndeclaredProbe(UndeclaredFormat format) implements MessageProbe {
  @Override
  public boolean intact(byte[] bytes, int from, int to) {
    return to == from || WireWalk.isMessage(bytes, from, to);
  }

  @Override
  public boolean convincing(byte[] bytes, int from, int to) {
    return format.accepts(bytes, from, to);
  }
}
