package dev.telltale.framing;

/** Tells whether bytes are a message of the kind that a leaf holds. */
public interface MessageProbe {
  /** Whether the message between two places breaks no rule; an empty one breaks none. */
  boolean intact(byte[] bytes, int from, int to);

  /** Whether it cannot be a message by chance, so that reading can be taken up with it. */
  boolean convincing(byte[] bytes, int from, int to);
}
