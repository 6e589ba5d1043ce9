package dev.telltale.value;

import dev.telltale.fault.FaultKind;

/**
 * Text that is not one JSON value. Carries kind and position only: parsers quote their input, so
 * their messages and causes are dropped. Without a stack trace, because broken values are ordinary
 * input here.
 */
public final class MalformedJson extends Exception {
  private static final long serialVersionUID = 1L;

  private final FaultKind kind;
  private final long position;

  public MalformedJson(FaultKind kind, long position) {
    super(kind.id() + " at byte " + position, null, false, false);
    this.kind = kind;
    this.position = position;
  }

  public FaultKind kind() {
    return kind;
  }

  /** Byte offset from the start of what was parsed. */
  public long position() {
    return position;
  }
}
