package dev.telltale.limit;

/**
 * Input that is nested more deeply than may be. Unchecked, because it ends a walk from any of its
 * levels; without a stack trace, which would be as deep, and without content.
 */
public final class TooDeep extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TooDeep() {
    super("nested too deeply", null, false, false);
  }
}
