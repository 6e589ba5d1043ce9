package dev.telltale.decoding.message;

import dev.telltale.framing.MessageFraming;
import java.util.ArrayList;
import java.util.List;

/**
 * The first messages of a leaf in one framing, as far as it is held, and whether the lengths lead
 * to its exact end.
 */
final class MessageChain {
  private static final int MAX_JUDGED = 16;
  private static final int BYTES_JUDGED = 1 << 20;

  /** The place of one message. */
  record Extent(int from, int to) {}

  private final MessageFraming framing;
  private final List<Extent> judged = new ArrayList<>();
  private boolean exact;
  private long empty;

  private MessageChain(MessageFraming framing) {
    this.framing = framing;
  }

  /**
   * @param whole whether the leaf ends at {@code to}
   */
  static MessageChain of(MessageFraming framing, byte[] bytes, int from, int to, boolean whole) {
    MessageChain chain = new MessageChain(framing);
    if (framing == MessageFraming.WHOLE) {
      chain.judged.add(new Extent(from, to));
      chain.exact = whole;
    } else {
      chain.follow(bytes, from, to, whole);
    }
    return chain;
  }

  private void follow(byte[] bytes, int from, int to, boolean whole) {
    int at = from;
    while (at < to) {
      long length = framing.length(bytes, at, to);
      int prefix = MessageFraming.prefix(length);
      boolean held =
          length != MessageFraming.NONE && MessageFraming.message(length) <= to - at - prefix;
      if (!held) {
        exact = !whole;
        return;
      }
      int end = at + prefix + MessageFraming.message(length);
      boolean few = judged.size() < MAX_JUDGED && end - from <= BYTES_JUDGED;
      if (end > at + prefix && (few || judged.isEmpty())) {
        judged.add(new Extent(at + prefix, end));
      }
      empty += end == at + prefix ? 1 : 0;
      at = end;
    }
    exact = true;
  }

  MessageFraming framing() {
    return framing;
  }

  /** The messages to judge by; none of them is empty. */
  List<Extent> judged() {
    return judged;
  }

  /** How many messages are empty. */
  long empty() {
    return empty;
  }

  /** Whether the framing fits all that is held. */
  boolean exact() {
    return exact;
  }
}
