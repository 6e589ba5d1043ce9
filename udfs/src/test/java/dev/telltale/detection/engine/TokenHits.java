package dev.telltale.detection.engine;

import dev.telltale.detection.pattern.HitSink;
import java.util.ArrayList;
import java.util.List;

/**
 * Passes hits on under their rule, those of tokens only where the token stands as a whole: behind
 * something that is no letter or with a hump, and not followed by a small letter.
 */
final class TokenHits implements HitSink {
  private final int[] rules;
  private final int[] tokens;
  private byte[] buffer;
  private int from;
  private int to;
  private HitSink target;

  private TokenHits(int[] rules, int[] tokens) {
    this.rules = rules;
    this.tokens = tokens;
  }

  /** What the numbers that an engine hits stand for. */
  static final class Numbers {
    private final List<Integer> rules = new ArrayList<>();
    private final List<Integer> tokens = new ArrayList<>();

    /** The next number; {@code token} is the length of the token that it ends with, or 0. */
    int add(int rule, int token) {
      rules.add(rule);
      tokens.add(token);
      return rules.size() - 1;
    }

    TokenHits hits() {
      return new TokenHits(
          rules.stream().mapToInt(Integer::intValue).toArray(),
          tokens.stream().mapToInt(Integer::intValue).toArray());
    }
  }

  /** Sets what is scanned next. */
  void start(byte[] scanned, int first, int end, HitSink hits) {
    buffer = scanned;
    from = first;
    to = end;
    target = hits;
  }

  void finish() {
    buffer = null;
    target = null;
  }

  @Override
  public void hit(int number, int end) {
    int token = tokens[number];
    if (token == 0 || isWhole(end - token, end)) {
      target.hit(rules[number], end);
    }
  }

  private boolean isWhole(int start, int end) {
    byte first = buffer[start];
    if (!isUpper(first) && !isLower(first)) {
      return true;
    }
    boolean starts =
        isUpper(first)
            || start == from
            || !(isUpper(buffer[start - 1]) || isLower(buffer[start - 1]));
    return starts && (end == to || !isLower(buffer[end]));
  }

  private static boolean isUpper(byte b) {
    return b >= 'A' && b <= 'Z';
  }

  private static boolean isLower(byte b) {
    return b >= 'a' && b <= 'z';
  }
}
