package dev.telltale.detection.rules;

import java.util.List;
import java.util.Set;

/**
 * Words near a value that make a rule apply.
 *
 * @param words each a list of tokens, as {@link KeywordTokens} splits them
 * @param unless words in a field's name that cancel {@code words} there
 * @param unlessAfter words in a field's name that cancel one of {@code words} before them: they say
 *     what the name is of, as {@code policy} in {@code password_policy}
 * @param where the places in which the words count
 * @param distance characters before or after the value within which a word counts
 * @param required whether a match without a word is none
 * @param confidence of a match that has a word
 */
public record Keywords(
    List<List<String>> words,
    List<List<String>> unless,
    List<List<String>> unlessAfter,
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
    /**
     * The name of the object or list that holds the field, where its own name says nothing else.
     */
    HOLDER,
    /** The text before the value. */
    BEFORE,
    /** The text after the value. */
    AFTER
  }

  public Keywords {
    words = List.copyOf(words);
    unless = List.copyOf(unless);
    unlessAfter = List.copyOf(unlessAfter);
    where = Set.copyOf(where);
  }

  /** Whether a field's name, given as tokens, has a word that counts. */
  public boolean inName(List<String> tokens) {
    return wordInName(tokens) != null;
  }

  /** The word that counts in a field's name, or null. */
  public List<String> wordInName(List<String> tokens) {
    if (KeywordTokens.containAny(tokens, unless)) {
      return null;
    }
    for (List<String> word : words) {
      int at = KeywordTokens.lastIndexOf(tokens, word);
      if (at >= 0 && !isOfAnother(tokens.subList(at + word.size(), tokens.size()))) {
        return word;
      }
    }
    return null;
  }

  /**
   * The word that counts for a field by the name of what holds it, or null.
   *
   * @param holder the tokens of that name
   * @param own the tokens of the field's own name
   */
  public List<String> wordInHolder(List<String> holder, List<String> own) {
    boolean otherwise = isOfAnother(own) || KeywordTokens.containAny(own, unless);
    return otherwise ? null : wordInName(holder);
  }

  /** Whether a name has a word that counts, or one that cancels words. */
  public boolean decides(List<String> tokens) {
    return isOfAnother(tokens)
        || KeywordTokens.containAny(tokens, unless)
        || wordInText(tokens) != null;
  }

  private boolean isOfAnother(List<String> after) {
    return !after.isEmpty() && KeywordTokens.containAny(after, unlessAfter);
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
        + unlessAfter
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
