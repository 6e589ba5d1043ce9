package dev.telltale.detection.pattern;

import java.util.BitSet;
import java.util.Random;

/** Makes texts that a pattern describes, from its parsed tree. */
public final class PatternSampler {
  private static final int MORE_THAN_MIN = 12;

  private final Random random;

  public PatternSampler(Random random) {
    this.random = random;
  }

  /** A text that matches, unless an edge in the middle of the pattern forbids what was drawn. */
  public String sample(String pattern) {
    StringBuilder out = new StringBuilder();
    write(PatternReader.read(pattern), out);
    return out.toString();
  }

  private void write(Node node, StringBuilder out) {
    if (node instanceof Node.Sequence sequence) {
      sequence.items().forEach(item -> write(item, out));
    } else if (node instanceof Node.Alternation alternation) {
      write(alternation.options().get(random.nextInt(alternation.options().size())), out);
    } else if (node instanceof Node.Capture capture) {
      write(capture.item(), out);
    } else if (node instanceof Node.Repeat repeat) {
      int max = (int) Math.min(repeat.max(), (long) repeat.min() + MORE_THAN_MIN);
      int times = repeat.min() + random.nextInt(max - repeat.min() + 1);
      for (int i = 0; i < times; i++) {
        write(repeat.item(), out);
      }
    } else if (node instanceof CharClass read) {
      out.append(character(read.set()));
    }
  }

  /** Printable where the set has such, as telemetry is. */
  private char character(BitSet set) {
    BitSet printable = new BitSet(128);
    printable.set(0x20, 0x7F);
    printable.and(set);
    BitSet from = printable.isEmpty() ? set : printable;
    int nth = random.nextInt(from.cardinality());
    int at = from.nextSetBit(0);
    for (int i = 0; i < nth; i++) {
      at = from.nextSetBit(at + 1);
    }
    return (char) at;
  }
}
