package dev.telltale.limit;

/**
 * Time is up. Unchecked, because it ends work from any depth; without a stack trace, because it is
 * an ordinary end of an object.
 */
public final class DeadlinePassed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DeadlinePassed() {
    super("the time for one object has passed", null, false, false);
  }
}
