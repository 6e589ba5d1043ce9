package dev.telltale.detection.rules;

import java.util.List;
import java.util.Set;

/**
 * Words near a value that make a rule apply.
 *
 * @param words each a list of tokens, as {@link KeywordTokens} splits them
 * @param unless words in a field's name that cancel one of {@code words} there
 * @param where the places in which the words count
 * @param distance characters before or after the value within which a word counts
 * @param required whether a match without a word is none
 * @param confidence of a match that has a word
 */
public record Keywords(
    List<List<String>> words,
    List<List<String>> unless,
    Set<Where> where,
    int distance,
    boolean required,
    double confidence) {

  /** A place in which a keyword counts. */
  public enum Where {
    /** The name of the field, of its key/value pair, or the name written before the value. */
    KEY,
    /** Any name on the way to the field. */
    PATH,
    /** The text before the value. */
    BEFORE,
    /** The text after the value. */
    AFTER
  }

  public Keywords {
    words = List.copyOf(words);
    unless = List.copyOf(unless);
    where = Set.copyOf(where);
  }

  /** Whether a field's name, given as tokens, has a word that counts. */
  public boolean inName(List<String> tokens) {
    return KeywordTokens.containAny(tokens, words) && !KeywordTokens.containAny(tokens, unless);
  }

  /** The word that counts in a field's name, or null. */
  public List<String> wordInName(List<String> tokens) {
    return KeywordTokens.containAny(tokens, unless) ? null : wordInText(tokens);
  }

  /** The word that counts in a text, or null. */
  public List<String> wordInText(List<String> tokens) {
    for (List<String> word : words) {
      if (KeywordTokens.contain(tokens, word)) {
        return word;
      }
    }
    return null;
  }

  /** Fewest characters of a word. */
  public int minLength() {
    return words.stream()
        .mapToInt(word -> word.stream().mapToInt(String::length).sum())
        .min()
        .orElse(0);
  }

  /** Whether every word has a letter. */
  boolean spelled() {
    return words.stream().allMatch(word -> word.stream().anyMatch(Keywords::hasLetter));
  }

  private static boolean hasLetter(String token) {
    return token.chars().anyMatch(Character::isLetter);
  }

  public boolean looksIn(Where place) {
    return where.contains(place);
  }

  /** Everything that decides whether and where a word counts. */
  String essence() {
    return words
        + " "
        + unless
        + " "
        + where.stream().map(Enum::name).sorted().toList()
        + " "
        + distance
        + " "
        + required
        + " "
        + confidence;
  }
}
