package dev.telltale.decoding.message;

import dev.telltale.framing.MessageTest;

/** Judges messages whose schema nobody declared. */
record UndeclaredTest(UndeclaredFormat format) implements MessageTest {
  @Override
  public boolean intact(byte[] bytes, int from, int to) {
    return to == from || WireWalk.isMessage(bytes, from, to);
  }

  @Override
  public boolean convincing(byte[] bytes, int from, int to) {
    return format.accepts(bytes, from, to);
  }
}
