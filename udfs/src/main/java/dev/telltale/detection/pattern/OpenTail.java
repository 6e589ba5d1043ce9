package dev.telltale.detection.pattern;

import java.util.BitSet;
import java.util.List;

/**
 * What a value may go on with. An upper bound at the end of a pattern, with no condition after it,
 * says how much is needed to know the value, not where it ends: the rest of a longer token is of
 * the same characters, and belongs to it. Immutable.
 */
public final class OpenTail {
  private static final BitSet PADDING = CharClass.of('=').set();

  private final BitSet set;
  private final boolean padded;

  private OpenTail(BitSet set, boolean padded) {
    this.set = set;
    this.padded = padded;
  }

  /** Null when the pattern says itself where its value ends. */
  static OpenTail of(Node node) {
    if (node instanceof Node.Capture capture) {
      return ofValue(capture.item());
    }
    if (node instanceof Node.Sequence sequence) {
      List<Node> items = sequence.items();
      return items.get(items.size() - 1) instanceof Node.Capture capture
          ? ofValue(capture.item())
          : null;
    }
    return null;
  }

  private static OpenTail ofValue(Node value) {
    if (value instanceof Node.Alternation alternation) {
      return same(alternation.options());
    }
    if (value instanceof Node.Sequence sequence) {
      List<Node> items = sequence.items();
      int last = items.size() - 1;
      boolean padded = last > 0 && isPadding(items.get(last));
      return ofRepeat(items.get(padded ? last - 1 : last), padded);
    }
    return ofRepeat(value, false);
  }

  private static OpenTail ofRepeat(Node node, boolean padded) {
    return node instanceof Node.Repeat repeat
            && repeat.item() instanceof CharClass characters
            && repeat.max() != Node.UNBOUNDED
            && repeat.max() > repeat.min()
        ? new OpenTail(characters.set(), padded)
        : null;
  }

  /** All alternatives end alike, or it is not known which of them goes on. */
  private static OpenTail same(List<Node> options) {
    OpenTail tail = ofValue(options.get(0));
    for (Node option : options) {
      OpenTail other = ofValue(option);
      if (tail == null || other == null || !other.set.equals(tail.set)) {
        return null;
      }
    }
    return tail;
  }

  private static boolean isPadding(Node node) {
    return node instanceof Node.Repeat repeat
        && repeat.item() instanceof CharClass characters
        && characters.set().equals(PADDING);
  }

  /**
   * Where a value ends that a pattern has found to end at {@code end}.
   *
   * @param limit no further than here
   */
  public int end(String text, int end, int limit) {
    int at = end;
    while (at < limit && has(text.charAt(at))) {
      at++;
    }
    while (padded && at > end && at < limit && text.charAt(at) == '=') {
      at++;
    }
    return at;
  }

  private boolean has(char c) {
    return set.get(Math.min(c, CharClass.BEYOND_ASCII));
  }

  @Override
  public String toString() {
    return "open tail of " + set.cardinality() + " characters";
  }
}
