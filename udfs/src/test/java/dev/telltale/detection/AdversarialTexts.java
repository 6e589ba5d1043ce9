package dev.telltale.detection;

import dev.telltale.detection.pattern.PatternLiterals;
import dev.telltale.detection.pattern.PatternSampler;
import dev.telltale.detection.rules.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;

/** Texts made to cost detection as much as they can, the same at every call. */
final class AdversarialTexts {
  private static final int SAMPLES = 50;

  private AdversarialTexts() {}

  /** What aims at one rule, by what it is; each a source of more text. */
  static Map<String, String> of(Rule rule, int length) {
    Map<String, String> texts = new LinkedHashMap<>();
    Random random = new Random(rule.id().hashCode());
    List<String> words = words(rule);
    if (!words.isEmpty()) {
      texts.put("keywords", filled(length, words, " ", random));
    }
    if (rule.pattern() != null) {
      List<String> samples = samples(rule, random);
      String word = words.isEmpty() ? "" : words.get(0) + ": ";
      texts.put("alphabet", filled(length, alphabet(samples), "", random));
      texts.put("values", filled(length, each(samples, word), " ", random));
      texts.put("near values", filled(length, each(broken(samples, random), word), " ", random));
    }
    return texts;
  }

  /** Keywords and literals of all rules in any order. */
  static String soup(List<Rule> rules, String between, int length) {
    List<String> all = new ArrayList<>();
    rules.forEach(rule -> all.addAll(words(rule)));
    return filled(length, all, between, new Random(1));
  }

  /** Near misses of all rules in any order. */
  static String nearMisses(List<Rule> rules, int length) {
    List<String> all = new ArrayList<>();
    Random random = new Random(2);
    for (Rule rule : rules) {
      if (rule.pattern() != null) {
        all.addAll(broken(samples(rule, random), random));
      }
    }
    return filled(length, all, " ", random);
  }

  private static List<String> words(Rule rule) {
    List<String> words = new ArrayList<>();
    if (rule.keywords() != null) {
      rule.keywords().words().forEach(word -> words.add(String.join(" ", word)));
    }
    if (rule.pattern() != null && rule.shape() == null) {
      words.addAll(PatternLiterals.of(rule.pattern().pattern()));
    }
    return words;
  }

  private static List<String> samples(Rule rule, Random random) {
    PatternSampler sampler = new PatternSampler(random);
    List<String> samples = new ArrayList<>();
    for (int i = 0; i < SAMPLES; i++) {
      samples.add(sampler.sample(rule.pattern().pattern()));
    }
    return samples;
  }

  private static List<String> alphabet(List<String> samples) {
    TreeSet<String> characters = new TreeSet<>();
    for (String sample : samples) {
      sample.codePoints().forEach(c -> characters.add(Character.toString(c)));
    }
    return List.copyOf(characters);
  }

  /** Without the last character, or with one in the middle replaced. */
  private static List<String> broken(List<String> samples, Random random) {
    List<String> broken = new ArrayList<>();
    for (String sample : samples) {
      if (sample.length() > 1) {
        int at = 1 + random.nextInt(sample.length() - 1);
        broken.add(
            random.nextBoolean()
                ? sample.substring(0, sample.length() - 1)
                : sample.substring(0, at) + "~" + sample.substring(at + 1));
      }
    }
    return broken.isEmpty() ? samples : broken;
  }

  private static List<String> each(List<String> samples, String prefix) {
    return samples.stream().map(sample -> prefix + sample).toList();
  }

  private static String filled(int length, List<String> parts, String between, Random random) {
    StringBuilder out = new StringBuilder(length + 256);
    while (out.length() < length) {
      out.append(parts.get(random.nextInt(parts.size()))).append(between);
    }
    out.setLength(length);
    return out.toString();
  }
}
