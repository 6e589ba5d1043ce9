package dev.telltale.detection.context;

import dev.telltale.detection.field.Field;
import dev.telltale.detection.field.FieldProfile;
import dev.telltale.detection.finding.Evidence;
import dev.telltale.detection.rules.FieldRoles;
import dev.telltale.detection.rules.KeywordTokens;
import dev.telltale.detection.rules.Keywords;
import java.util.List;

/**
 * Looks for words around one value: in the name written before it, in the name of its field or of
 * its key/value pair, on the path, and in the text on either side. Holds content: never printed.
 */
public final class ContextWords {
  private static final int MAX_WORD_LENGTH = 32;

  private final Field field;
  private final String text;
  private final int start;
  private final int end;
  private final List<String> name;
  private List<String> before;
  private int beforeFrom;
  private List<String> after;
  private int afterTo;

  public ContextWords(Field field, int start, int end) {
    this.field = field;
    this.text = field.reveal();
    this.start = start;
    this.end = end;
    String inline = InlineName.before(text, start);
    this.name = inline == null ? null : KeywordTokens.of(inline);
  }

  /** A word and where it stood. */
  public static final class KeywordHit {
    private final List<String> word;
    private final Evidence evidence;
    private final boolean byName;

    KeywordHit(List<String> word, String place, boolean byName) {
      this.word = word;
      this.evidence = Evidence.keyword(String.join(" ", word), place);
      this.byName = byName;
    }

    public List<String> word() {
      return word;
    }

    public Evidence evidence() {
      return evidence;
    }

    /** Whether it is the name of the value, not only a word beside it. */
    public boolean isByName() {
      return byName;
    }
  }

  /** The tokens of the name written before the value, or null. */
  public List<String> name() {
    return name;
  }

  /** Null when there is no keyword. */
  public KeywordHit keywordHit(Keywords keywords) {
    return keywordHit(keywords, null);
  }

  /**
   * Null when there is no keyword.
   *
   * @param roles say of what else a name or a phrase is, in which a word does not count; null when
   *     a word counts in any company
   */
  public KeywordHit keywordHit(Keywords keywords, FieldRoles roles) {
    if (keywords.looksIn(Keywords.Where.KEY)) {
      List<String> word = name == null ? null : keywords.wordInName(name);
      if (word != null && !isOfAnother(name, word, roles)) {
        return new KeywordHit(word, "the name before the value", true);
      }
    }
    FieldProfile.NameHit byName = field.profile().nameHit(keywords);
    if (byName != null && !isOfAnother(byName.in(), byName.word(), roles)) {
      return new KeywordHit(
          byName.word(), byName.place().title(), byName.place() == FieldProfile.NameHit.Place.NAME);
    }
    if (roles != null && neighbours().isParameter()) {
      return null;
    }
    if (keywords.looksIn(Keywords.Where.BEFORE)) {
      int from = wordStart(Math.max(0, start - keywords.distance()));
      KeywordHit hit = hitBetween(keywords, roles, from, start, "the text before the value");
      if (hit != null) {
        return hit;
      }
    }
    if (keywords.looksIn(Keywords.Where.AFTER)) {
      int to = wordEnd(Math.min(text.length(), end + keywords.distance()));
      to = roles == null ? to : clauseEnd(to);
      return hitBetween(keywords, roles, end, to, "the text after the value");
    }
    return null;
  }

  /** Whether a name goes on after a keyword and ends with the head of something else. */
  private boolean isOfAnother(List<String> tokens, List<String> word, FieldRoles roles) {
    FieldRoles.Head head = roles == null ? null : roles.headOf(tokens);
    return head != null
        && KeywordTokens.indexOf(tokens, word, 0) + word.size() <= tokens.size() - head.size()
        && roles.fits(head.role(), text.substring(start, end));
  }

  private KeywordHit hitBetween(
      Keywords keywords, FieldRoles roles, int from, int to, String place) {
    List<String> word = keywords.wordInText(to == start ? before(from) : after(to));
    if (word != null && roles != null) {
      word = new Phrases(text, from, to, to == start, roles).wordOf(keywords);
    }
    return word == null ? null : new KeywordHit(word, place, false);
  }

  /** The tokens between a position and the value; the words of a rule are asked for one by one. */
  private List<String> before(int from) {
    if (before == null || from != beforeFrom) {
      before = KeywordTokens.of(text.substring(from, start));
      beforeFrom = from;
    }
    return before;
  }

  /** The tokens between the value and a position. */
  private List<String> after(int to) {
    if (after == null || to != afterTo) {
      after = KeywordTokens.of(text.substring(end, to));
      afterTo = to;
    }
    return after;
  }

  /** What stands directly beside the value. */
  public Neighbours neighbours() {
    return new Neighbours(text, start, end);
  }

  /** The unbroken run of name-like characters that the value stands in. */
  public String token() {
    int from = start;
    while (from > 0 && start - from < MAX_TOKEN_LENGTH && joins(text.charAt(from - 1))) {
      from--;
    }
    int to = end;
    while (to < text.length() && to - end < MAX_TOKEN_LENGTH && joins(text.charAt(to))) {
      to++;
    }
    return text.substring(from, to);
  }

  private static final int MAX_TOKEN_LENGTH = 200;

  private static boolean joins(char c) {
    return Character.isLetterOrDigit(c) || "._:/@+~-".indexOf(c) >= 0;
  }

  /** A word after a colon or a bracket is of what follows, not of the value. */
  private int clauseEnd(int limit) {
    int at = end;
    while (at < limit && ":;[]{}".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return at;
  }

  private int wordStart(int at) {
    int from = at;
    while (from > 0
        && at - from < MAX_WORD_LENGTH
        && Character.isLetterOrDigit(text.charAt(from - 1))) {
      from--;
    }
    return from;
  }

  private int wordEnd(int at) {
    int to = at;
    while (to < text.length()
        && to - at < MAX_WORD_LENGTH
        && Character.isLetterOrDigit(text.charAt(to))) {
      to++;
    }
    return to;
  }

  @Override
  public String toString() {
    return "context of " + (end - start) + " characters";
  }
}
