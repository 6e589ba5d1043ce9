package dev.telltale.detection.quality;

import dev.telltale.detection.pattern.PatternSampler;
import dev.telltale.detection.rules.Rule;
import dev.telltale.detection.rules.RuleSet;
import java.util.BitSet;
import java.util.List;
import java.util.Random;

/** Lines made from the patterns and keywords of rules, the same for the same seed. */
final class MadeUpLines {
  private static final String GLUE = " \t\"'=:,;&|/\\{}[]()<>-_.0aZ%\u00e9\n";
  private static final String NOISE = "abcdef0123456789 ABCXYZ:/._-=\"{}%@+";
  private static final int OTHER_RULES = 4;
  private static final int MAX_NOISE = 600;

  private final List<Rule> rules;
  private final Random random;
  private final PatternSampler sampler;
  private final BitSet drawn = new BitSet();
  private int made;

  MadeUpLines(RuleSet set, long seed) {
    rules = set.rules();
    random = new Random(seed);
    sampler = new PatternSampler(random);
  }

  /** The next one; every rule has its turn. */
  String next() {
    drawn.clear();
    StringBuilder line = new StringBuilder();
    add(made++ % rules.size(), line);
    for (int part = random.nextInt(3); part > 0; part--) {
      add(random.nextInt(rules.size()), line);
    }
    for (int i = 0; i < OTHER_RULES; i++) {
      drawn.set(random.nextInt(rules.size()));
    }
    return line.toString();
  }

  /** The rules that the last line is made from, and some others. */
  BitSet rules() {
    return drawn;
  }

  private void add(int index, StringBuilder line) {
    drawn.set(index);
    Rule rule = rules.get(index);
    if (random.nextInt(8) == 0) {
      noise(line);
    }
    if (rule.keywords() != null && random.nextInt(4) > 0) {
      List<List<String>> words = rule.keywords().words();
      line.append(String.join(" ", words.get(random.nextInt(words.size()))));
      line.append(random.nextBoolean() ? ": " : glue());
    }
    if (rule.pattern() != null) {
      String sample = sampler.sample(rule.pattern().pattern());
      int cut = random.nextInt(8) == 0 ? random.nextInt(sample.length() + 1) : sample.length();
      line.append(sample, 0, cut);
    }
    line.append(glue());
  }

  private void noise(StringBuilder line) {
    for (int i = random.nextInt(MAX_NOISE); i > 0; i--) {
      line.append(NOISE.charAt(random.nextInt(NOISE.length())));
    }
  }

  private char glue() {
    return GLUE.charAt(random.nextInt(GLUE.length()));
  }
}
