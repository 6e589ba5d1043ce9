package dev.telltale.decoding.message.wire;

import java.util.Objects;

/**
 * A place at which bytes break the wire format or their schema.
 *
 * @param position byte offset from the start of the message
 */
public record Violation(Kind kind, int position) {
  /** What is broken. */
  public enum Kind {
    /** A varint has more than ten bytes. */
    VARINT,
    /** A field ends after its message. */
    TRUNCATED,
    /** A field has number 0, or one beyond 2^29 - 1. */
    FIELD_NUMBER,
    /** A wire type that does not exist, or not the one that the schema gives the field. */
    WIRE_TYPE,
    /** A group that is not closed, or closed without being open. */
    GROUP,
    /** A string that is not UTF-8. */
    UTF_8,
    /** An identifier of another length than its own. */
    ID_LENGTH,
    /** A message lacks a field without which it means nothing. */
    MISSING,
    /** Messages nested deeper than the limit. */
    DEPTH,
    /** More fields than the limit. */
    FIELDS
  }

  public Violation {
    Objects.requireNonNull(kind, "kind");
  }
}
