package dev.telltale.detection;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.telltale.detection.pattern.CharacterClasses;
import dev.telltale.detection.rules.FieldRole;
import dev.telltale.detection.rules.Keywords;
import dev.telltale.detection.rules.RoleShape;
import dev.telltale.detection.rules.Rule;
import dev.telltale.detection.rules.RuleSet;
import dev.telltale.detection.validators.Candidate;
import dev.telltale.detection.validators.Validator;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Runs a rule over a part of a field: pattern, check digits, keywords, field roles, published and
 * sanitised values. Linear in the part's length (RE2J).
 */
final class Confirmation {
  private static final int BARE =
      CharacterClasses.DIGIT | CharacterClasses.DOT | CharacterClasses.BASE64;

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

  /**
   * {@code text[from, to)}: matches that touch an inner edge are left to a wider part.
   *
   * @return whether there were any
   */
  boolean confirm(Rule rule, Field field, int from, int to, List<Match> matches) {
    return !isRefused(rule, field) && find(rule, rule.pattern(), field, from, to, false, matches);
  }

  /**
   * Whether {@link #judge} would refuse every match: a word of bare digits names nothing, so that
   * the field's name alone decides.
   */
  private static boolean isRefused(Rule rule, Field field) {
    Keywords keywords = rule.keywords();
    return !rule.excludedRoles().isEmpty()
        && !Collections.disjoint(field.profile().roles(), rule.excludedRoles())
        && (keywords == null || (rule.hasSpelledKeywords() && !field.profile().tells(keywords)))
        && (CharacterClasses.of(field.reveal()) & ~BARE) == 0;
  }

  private boolean find(
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
    boolean anyCut = false;
    int length = to - from;
    while (at <= length && matcher.find(at)) {
      boolean cut =
          (matcher.start() == 0 && from > 0) || (matcher.end() == length && to < text.length());
      int start = matcher.start(1);
      int end = matcher.end(1);
      anyCut |= cut;
      if (start < 0 || end <= start || cut) {
        at = matcher.start() + 1;
        continue;
      }
      Match match = judge(rule, field, from + start, from + end, whole);
      if (match != null) {
        matches.add(match);
        at = end;
      } else {
        at = rule.generic() || whole ? end : Math.max(matcher.start(), start) + 1;
      }
    }
    return anyCut;
  }

  /** Null when it is no match. */
  private Match judge(Rule rule, Field field, int start, int end, boolean whole) {
    String text = field.reveal();
    Candidate candidate = new Candidate(text, start, end, whole);
    for (Validator validator : rule.validators()) {
      if (!validator.accepts(candidate)) {
        return null;
      }
    }
    ContextWords context = new ContextWords(field, start, end);
    Keywords keywords = rule.keywords();
    ContextWords.Told told = keywords == null ? null : context.told(keywords);
    if (keywords != null && keywords.required() && told == null) {
      return null;
    }
    String value = text.substring(start, end);
    Set<FieldRole> roles = excludedByName(rule, field, context.name(), value);
    if ((told == null && !roles.isEmpty()) || isExcludedByShape(rule, context, told)) {
      return null;
    }
    if (rules.ignores(value)
        || SanitisedForms.touch(text, start, end)
        || SanitisedForms.isStrippedNote(text)) {
      return null;
    }
    Confidence confidence = new Confidence(rule, field.encodings());
    confidence.keyword(told, roles);
    confidence.hotwords(context, rule.hotwords());
    confidence.hotwords(context, rules.hotwords().of(rule));
    return new Match(rule, start, end, value, confidence.value(), confidence.evidence());
  }

  private Set<FieldRole> excludedByName(Rule rule, Field field, List<String> name, String value) {
    if (rule.excludedRoles().isEmpty()) {
      return Set.of();
    }
    Set<FieldRole> roles =
        name == null || name.isEmpty() ? field.profile().roles() : rules.roles().of(name);
    Set<FieldRole> excluded = EnumSet.noneOf(FieldRole.class);
    for (FieldRole role : roles) {
      if (rule.excludedRoles().contains(role) && rules.roles().fits(role, value)) {
        excluded.add(role);
      }
    }
    return excluded;
  }

  /** A value that is, or is a part of, something of an unmistakable shape. */
  private boolean isExcludedByShape(Rule rule, ContextWords context, ContextWords.Told told) {
    if (!rule.generic() && rule.excludedRoles().isEmpty()) {
      return false;
    }
    RoleShape.Strength needed =
        told == null
            ? RoleShape.Strength.UNTOLD
            : told.isByName() ? RoleShape.Strength.ALWAYS : RoleShape.Strength.UNNAMED;
    return rules.roles().hasShape(context.token(), rule, needed);
  }
}
