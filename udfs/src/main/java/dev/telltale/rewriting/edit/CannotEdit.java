package dev.telltale.rewriting.edit;

/** The bytes cannot be written again with what is to be changed in them. Says nothing of them. */
public final class CannotEdit extends Exception {
  private static final long serialVersionUID = 1;

  /** What stands in the way. */
  public enum Reason {
    /** A container that is only read, or one that is damaged where it would have to be written. */
    CONTAINER,
    /** An encoding that cannot be written as it was. */
    ENCODING,
    /** The bytes of a value could not be told from what is around them. */
    NOT_LOCATED,
    /** What a layer unpacks to is more than what is held in memory. */
    UNPACKED_LIMIT
  }

  private final Reason reason;

  public CannotEdit(Reason reason) {
    super(reason.name(), null, false, false);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
