package dev.telltale.detection.pattern;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * The expression that some part of every match satisfies, for an engine that reads bytes: variable
 * repeats at either end shrink to their minimum, edges next to them go, many alternatives to their
 * beginnings, and a character beyond ASCII counts as one to four bytes (RFC 3629).
 */
final class Relaxed {
  private static final int LONGEST_TAIL = 48;
  private static final int LARGEST_BOUND = 64;
  private static final int SHORTEST_HEAD = 3;
  private static final int MANY = 12;
  private static final int BEGINNING = 8;

  private Relaxed() {}

  static Node of(Node node) {
    return tail(head(withoutVagueHead(beginnings(plain(node)))));
  }

  /** Capture groups out, nested sequences flat. */
  static Node plain(Node node) {
    if (node instanceof Node.Capture capture) {
      return plain(capture.item());
    }
    if (node instanceof Node.Repeat repeat) {
      return new Node.Repeat(plain(repeat.item()), repeat.min(), repeat.max());
    }
    if (node instanceof Node.Choice choice) {
      return new Node.Choice(choice.options().stream().map(Relaxed::plain).toList());
    }
    if (node instanceof Node.Sequence sequence) {
      List<Node> flat = new ArrayList<>();
      for (Node item : sequence.items()) {
        Node plain = plain(item);
        if (plain instanceof Node.Sequence inner) {
          flat.addAll(inner.items());
        } else {
          flat.add(plain);
        }
      }
      return new Node.Sequence(flat);
    }
    return node;
  }

  /**
   * Without what stands before the best literal and begins with next to nothing before a repeat: it
   * costs an engine much, tells little, and is the kind of expression for which Vectorscan 5.4.12
   * has false negatives.
   */
  private static Node withoutVagueHead(Node node) {
    if (!(node instanceof Node.Sequence sequence)) {
      return node;
    }
    List<Node> items = sequence.items();
    int first = 0;
    for (int i = 0; i < items.size() - 1; i++) {
      long fixed = items.subList(first, i).stream().mapToLong(Widths::min).sum();
      if (isVariable(items.get(i)) && fixed < SHORTEST_HEAD && isAsGood(items, i + 1)) {
        first = i + 1;
      }
    }
    return new Node.Sequence(items.subList(first, items.size()));
  }

  /** Many long alternatives, as the forms of many countries, are told by how they begin. */
  private static Node beginnings(Node node) {
    if (!(node instanceof Node.Sequence sequence)) {
      return node;
    }
    List<Node> items = sequence.items();
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i) instanceof Node.Choice choice
          && choice.options().size() > MANY
          && Widths.min(choice) > BEGINNING
          && Widths.min(new Node.Sequence(items.subList(i + 1, items.size()))) == 0) {
        List<Node> kept = new ArrayList<>(items.subList(0, i));
        kept.add(new Node.Choice(choice.options().stream().map(Relaxed::beginning).toList()));
        return new Node.Sequence(kept);
      }
    }
    return node;
  }

  private static Node beginning(Node option) {
    if (!(option instanceof Node.Sequence sequence)) {
      return option;
    }
    List<Node> kept = new ArrayList<>();
    int width = 0;
    for (Node item : sequence.items()) {
      if (width >= BEGINNING) {
        break;
      }
      kept.add(item);
      width += (int) Math.min(BEGINNING, Widths.min(item));
    }
    return new Node.Sequence(kept);
  }

  private static boolean isAsGood(List<Node> items, int from) {
    Node rest = new Node.Sequence(items.subList(from, items.size()));
    int score = RequiredLiterals.score(RequiredLiterals.of(rest));
    return score >= SHORTEST_HEAD
        && score >= RequiredLiterals.score(RequiredLiterals.of(new Node.Sequence(items)));
  }

  private static Node head(Node node) {
    if (!(node instanceof Node.Sequence sequence)) {
      return node;
    }
    List<Node> items = sequence.items();
    int first = 0;
    while (first < items.size() - 1) {
      Node item = items.get(first);
      boolean edge = item instanceof Node.Edge;
      Node next = edge ? items.get(first + 1) : item;
      if (isBroad(item) && isVariable(items.get(first + 1))) {
        first++;
        continue;
      }
      if (edge && !isVariable(next)) {
        break;
      }
      if (!edge && !isVariable(item)) {
        break;
      }
      first++;
      if (!edge && Widths.min(item) > 0) {
        List<Node> kept = new ArrayList<>();
        kept.add(least(item));
        kept.addAll(items.subList(first, items.size()));
        return new Node.Sequence(kept);
      }
    }
    return new Node.Sequence(items.subList(first, items.size()));
  }

  private static Node tail(Node node) {
    if (!(node instanceof Node.Sequence sequence)) {
      return node;
    }
    List<Node> items = new ArrayList<>(sequence.items());
    while (items.size() > 1) {
      int last = items.size() - 1;
      Node item = items.get(last);
      boolean edge = item instanceof Node.Edge;
      if (edge ? !isVariable(items.get(last - 1)) : !isVariable(item)) {
        break;
      }
      items.remove(last);
      if (!edge && Widths.min(item) > 0) {
        items.add(least(item));
        break;
      }
    }
    return new Node.Sequence(items);
  }

  /** One character out of so many that it tells little in front of a run of any length. */
  private static boolean isBroad(Node node) {
    return node instanceof Node.Bytes bytes && bytes.set().cardinality() > 16;
  }

  private static boolean isVariable(Node node) {
    if (node instanceof Node.Repeat repeat) {
      return repeat.min() != repeat.max() || repeat.max() > LONGEST_TAIL;
    }
    return node instanceof Node.Choice && Widths.min(node) == 0;
  }

  private static Node least(Node node) {
    if (node instanceof Node.Repeat repeat) {
      int count = Math.min(repeat.min(), LONGEST_TAIL);
      return new Node.Repeat(repeat.item(), count, count);
    }
    return node;
  }

  /** In the syntax that Hyperscan shares with PCRE. */
  static String regex(Node node) {
    StringBuilder out = new StringBuilder();
    write(node, out);
    return out.toString();
  }

  private static void write(Node node, StringBuilder out) {
    if (node instanceof Node.Bytes bytes) {
      out.append(bracket(bytes.set()));
      if (bytes.beyondAscii()) {
        out.append("{1,4}");
      }
    } else if (node instanceof Node.Edge edge) {
      out.append(edge.source());
    } else if (node instanceof Node.Capture capture) {
      write(capture.item(), out);
    } else if (node instanceof Node.Sequence sequence) {
      sequence.items().forEach(item -> write(item, out));
    } else if (node instanceof Node.Choice choice) {
      out.append("(?:");
      for (int i = 0; i < choice.options().size(); i++) {
        out.append(i == 0 ? "" : "|");
        write(choice.options().get(i), out);
      }
      out.append(')');
    } else if (node instanceof Node.Repeat repeat) {
      writeRepeat(repeat, out);
    }
  }

  private static void writeRepeat(Node.Repeat repeat, StringBuilder out) {
    if (repeat.max() == 0) {
      return;
    }
    boolean wide = false;
    if (repeat.item() instanceof Node.Bytes bytes) {
      out.append(bracket(bytes.set()));
      wide = bytes.beyondAscii();
    } else {
      out.append("(?:");
      write(repeat.item(), out);
      out.append(')');
    }
    int max = repeat.max();
    if (max != Node.UNBOUNDED && (wide || max > LARGEST_BOUND)) {
      max = max * 4 > LARGEST_BOUND ? Node.UNBOUNDED : max * 4;
    }
    out.append('{').append(repeat.min());
    if (max == Node.UNBOUNDED) {
      out.append(',');
    } else if (max != repeat.min()) {
      out.append(',').append(max);
    }
    out.append('}');
  }

  private static String bracket(BitSet set) {
    StringBuilder out = new StringBuilder("[");
    for (int from = set.nextSetBit(0); from >= 0; ) {
      int to = set.nextClearBit(from) - 1;
      out.append(String.format(Locale.ROOT, "\\x%02x", from));
      if (to > from) {
        out.append(String.format(Locale.ROOT, "-\\x%02x", to));
      }
      from = set.nextSetBit(to + 1);
    }
    return out.append(']').toString();
  }
}
