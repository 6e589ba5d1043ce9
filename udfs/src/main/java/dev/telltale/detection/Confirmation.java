package dev.telltale.detection;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.telltale.detection.pattern.CharacterClasses;
import dev.telltale.detection.rules.FieldRole;
import dev.telltale.detection.rules.Keywords;
import dev.telltale.detection.rules.Rule;
import dev.telltale.detection.rules.RuleSet;
import dev.telltale.detection.rules.Words;
import dev.telltale.detection.validators.Candidate;
import dev.telltale.detection.validators.Validator;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * Runs a rule over a part of a field: pattern, check digits, keywords, field roles, published and
 * sanitised values. Linear in the part's length (RE2J).
 */
final class Confirmation {
  private static final double NO_KEYWORD = -1;
  private static final int BARE =
      CharacterClasses.DIGIT
          | CharacterClasses.DOT
          | CharacterClasses.SPACE
          | CharacterClasses.BASE64;

  private final RuleSet rules;

  Confirmation(RuleSet rules) {
    this.rules = rules;
  }

  /** A whole field whose name tells. */
  void confirmNamed(Rule rule, Field field, List<Match> matches) {
    String text = field.reveal();
    if (rule.fieldPattern() != null) {
      find(rule, rule.fieldPattern(), field, 0, text.length(), true, matches);
    }
    if (rule.pattern() != null) {
      find(rule, rule.pattern(), field, 0, text.length(), false, matches);
    }
  }

  /** {@code text[from, to)}: matches that touch an inner edge are left to a wider part. */
  void confirm(Rule rule, Field field, int from, int to, List<Match> matches) {
    if (!isRefused(rule, field)) {
      find(rule, rule.pattern(), field, from, to, false, matches);
    }
  }

  /**
   * Whether {@link #judge} would refuse every match: a text of bare digits names nothing, so that
   * the field's name alone decides.
   */
  private static boolean isRefused(Rule rule, Field field) {
    Keywords keywords = rule.keywords();
    return !rule.excludedRoles().isEmpty()
        && !Collections.disjoint(field.profile().roles(), rule.excludedRoles())
        && (keywords == null || (rule.hasSpelledKeywords() && !field.profile().tells(keywords)))
        && (CharacterClasses.of(field.reveal()) & ~BARE) == 0;
  }

  private void find(
      Rule rule,
      Pattern pattern,
      Field field,
      int from,
      int to,
      boolean whole,
      List<Match> matches) {
    String text = field.reveal();
    boolean all = from == 0 && to == text.length();
    Matcher matcher = pattern.matcher(all ? text : text.substring(from, to));
    int at = 0;
    int length = to - from;
    while (at <= length && matcher.find(at)) {
      boolean cut =
          (matcher.start() == 0 && from > 0) || (matcher.end() == length && to < text.length());
      int start = matcher.start(1);
      int end = matcher.end(1);
      if (start < 0 || end <= start || cut) {
        at = matcher.start() + 1;
        continue;
      }
      double confidence = judge(rule, field, from + start, from + end, whole);
      if (confidence >= 0) {
        String value = text.substring(from + start, from + end);
        matches.add(new Match(rule, from + start, from + end, value, confidence));
        at = end;
      } else {
        at = rule.generic() || whole ? end : Math.max(matcher.start(), start) + 1;
      }
    }
  }

  /** The confidence, or below zero when it is no match. */
  private double judge(Rule rule, Field field, int start, int end, boolean whole) {
    String text = field.reveal();
    Candidate candidate = new Candidate(text, start, end, whole);
    for (Validator validator : rule.validators()) {
      if (!validator.accepts(candidate)) {
        return NO_KEYWORD;
      }
    }
    String inline = InlineName.before(text, start);
    List<String> name = inline == null ? null : Words.of(inline);
    Keywords keywords = rule.keywords();
    boolean told = keywords != null && isTold(keywords, field, name, text, start, end);
    if (keywords != null && keywords.required() && !told) {
      return NO_KEYWORD;
    }
    if (!told && isExcluded(rule, field, name)) {
      return NO_KEYWORD;
    }
    if (rules.ignores(text.substring(start, end))
        || SanitisedForms.touch(text, start, end)
        || SanitisedForms.isStrippedNote(text)) {
      return NO_KEYWORD;
    }
    return told ? keywords.confidence() : rule.confidence();
  }

  private boolean isExcluded(Rule rule, Field field, List<String> name) {
    if (rule.excludedRoles().isEmpty()) {
      return false;
    }
    Set<FieldRole> roles =
        name == null || name.isEmpty() ? field.profile().roles() : rules.roles().of(name);
    return !Collections.disjoint(roles, rule.excludedRoles());
  }

  private static boolean isTold(
      Keywords keywords, Field field, List<String> name, String text, int start, int end) {
    if (keywords.looksIn(Keywords.Where.KEY) && name != null && keywords.inName(name)) {
      return true;
    }
    if (field.profile().tells(keywords)) {
      return true;
    }
    if (keywords.looksIn(Keywords.Where.BEFORE)) {
      int from = wordStart(text, Math.max(0, start - keywords.distance()));
      if (keywords.inText(Words.of(text.substring(from, start)))) {
        return true;
      }
    }
    if (keywords.looksIn(Keywords.Where.AFTER)) {
      int to = wordEnd(text, Math.min(text.length(), end + keywords.distance()));
      return keywords.inText(Words.of(text.substring(end, to)));
    }
    return false;
  }

  private static int wordStart(String text, int at) {
    int from = at;
    while (from > 0 && at - from < 32 && Character.isLetterOrDigit(text.charAt(from - 1))) {
      from--;
    }
    return from;
  }

  private static int wordEnd(String text, int at) {
    int to = at;
    while (to < text.length() && to - at < 32 && Character.isLetterOrDigit(text.charAt(to))) {
      to++;
    }
    return to;
  }
}
