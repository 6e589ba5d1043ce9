package dev.telltale.detection;

import dev.telltale.detection.context.ContextWords;
import dev.telltale.detection.context.Neighbours;
import dev.telltale.detection.field.Field;
import dev.telltale.detection.finding.Match;
import dev.telltale.detection.pattern.BitStateMatcher;
import dev.telltale.detection.pattern.CharacterKinds;
import dev.telltale.detection.pattern.LazyDfa;
import dev.telltale.detection.rules.FieldRole;
import dev.telltale.detection.rules.FieldRoles;
import dev.telltale.detection.rules.KeywordTokens;
import dev.telltale.detection.rules.Keywords;
import dev.telltale.detection.rules.RoleShape;
import dev.telltale.detection.rules.Rule;
import dev.telltale.detection.rules.RuleSet;
import dev.telltale.detection.validators.CandidateValue;
import dev.telltale.detection.validators.Validator;
import dev.telltale.limit.Limits;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Runs a rule over a part of a field: pattern, check digits, keywords, field roles, published and
 * sanitised values. Linear in the part's length. Not thread-safe.
 */
final class Confirmation {
  private static final int BARE = CharacterKinds.DIGIT | CharacterKinds.DOT | CharacterKinds.BASE64;

  /** Entries of all automata together, of four bytes each. */
  private static final long MAX_AUTOMATA_SIZE = 8L << 20;

  private static final int ASKED_A_LOOK = 4_096;

  private static final String CREDENTIAL = "credential";

  private final RuleSet rules;
  private final Map<String, LazyDfa> automata = new HashMap<>();
  private long asked;
  private final Map<String, Optional<BitStateMatcher>> matchers = new HashMap<>();

  private final Refusals refusals;

  /**
   * @param refusals gets what is looked at and left alone
   */
  Confirmation(RuleSet rules, Refusals refusals) {
    this.rules = rules;
    this.refusals = refusals;
  }

  /** A whole field whose name is a keyword. */
  void confirmNamed(Rule rule, Field field, List<Match> matches) {
    String text = field.reveal();
    if (rule.fieldPattern() != null) {
      Occurrences values = new Occurrences(rule.fieldPattern(), null, null, text, 0, text.length());
      boolean named = !field.profile().isNamedByHolder(rule.keywords());
      find(rule, values, field, named, matches);
      if (values.isFirst()) {
        refusals.add(rule, Refusals.Stage.NO_VALUE, 0, null);
      }
    }
    if (rule.pattern() != null) {
      find(rule, occurrences(rule, text, 0, text.length()), field, false, matches);
    }
  }

  /**
   * {@code text[from, to)}: matches that touch an inner edge are left to a wider part.
   *
   * @return whether there were any
   */
  boolean confirm(Rule rule, Field field, int from, int to, List<Match> matches) {
    return !isRefused(rule, field)
        && find(rule, occurrences(rule, field.reveal(), from, to), field, false, matches);
  }

  /**
   * Whether {@link #judge} would refuse every match: a word of bare digits names nothing, so that
   * the field's name alone decides.
   */
  private static boolean isRefused(Rule rule, Field field) {
    Keywords keywords = rule.keywords();
    return !rule.excludedRoles().isEmpty()
        && !Collections.disjoint(field.profile().roles(), rule.excludedRoles())
        && (keywords == null || (rule.hasSpelledKeywords() && !field.profile().isNamedBy(keywords)))
        && (CharacterKinds.of(field.reveal()) & ~BARE) == 0;
  }

  private Occurrences occurrences(Rule rule, String text, int from, int to) {
    return new Occurrences(
        rule.pattern(),
        automaton(rule),
        matchers.computeIfAbsent(rule.id(), id -> Optional.ofNullable(rule.matcher())).orElse(null),
        text,
        from,
        to);
  }

  /** Automata that have grown too large together are built anew, as texts need them. */
  private LazyDfa automaton(Rule rule) {
    if (++asked % ASKED_A_LOOK == 0) {
      long size = automata.values().stream().mapToLong(LazyDfa::size).sum();
      if (size > MAX_AUTOMATA_SIZE) {
        automata.clear();
      }
    }
    return automata.computeIfAbsent(rule.id(), id -> rule.automaton());
  }

  private boolean find(
      Rule rule, Occurrences values, Field field, boolean whole, List<Match> matches) {
    boolean anyCut = false;
    while (values.next()) {
      anyCut |= values.isCut();
      if (values.isCut() || values.isEmpty()) {
        values.goOnAfterStart();
        continue;
      }
      Match match = judge(rule, field, values.valueStart(), values.valueEnd(), whole);
      if (match != null) {
        values.goOnAfter(match.end());
      } else if (rule.generic() || whole) {
        values.goOnAfter(values.valueEnd());
      } else {
        values.goOnInsideValue();
      }
      if (match != null) {
        matches.add(match);
      }
    }
    return anyCut;
  }

  /** Null when it is no match. */
  private Match judge(Rule rule, Field field, int start, int end, boolean whole) {
    String text = field.reveal();
    Keywords keywords = rule.keywords();
    boolean required = keywords != null && keywords.required();
    ContextWords context = required ? new ContextWords(field, start, end) : null;
    FieldRoles heads = rule.category().equals(CREDENTIAL) ? null : rules.roles();
    ContextWords.KeywordHit hit = required ? context.keywordHit(keywords, heads) : null;
    if (required && hit == null) {
      return refused(rule, Refusals.Stage.NO_KEYWORD, end - start);
    }
    String failed = failedCheck(rule, new CandidateValue(text, start, end, whole));
    if (failed != null) {
      refusals.add(rule, Refusals.Stage.CHECK_FAILED, end - start, failed);
      return null;
    }
    if (!required) {
      context = new ContextWords(field, start, end);
      hit = keywords == null ? null : context.keywordHit(keywords, heads);
    }
    String value = text.substring(start, end);
    boolean bare = heads != null && isDigits(value);
    if (bare && isNamedOtherwise(rule, context, hit)) {
      return refused(rule, Refusals.Stage.NAMED_OTHERWISE, end - start);
    }
    Set<FieldRole> roles = excludedByName(rule, field, context.name(), value);
    if (hit == null && !roles.isEmpty()) {
      return refused(rule, Refusals.Stage.OTHER_ROLE, end - start);
    }
    if (isExcludedByShape(rule, context, hit)) {
      return refused(rule, Refusals.Stage.OTHER_SHAPE, end - start);
    }
    if (rules.ignores(value)
        || SanitisedForms.touch(text, start, end)
        || SanitisedForms.isStrippedNote(text)) {
      return refused(rule, Refusals.Stage.KNOWN_EXAMPLE, end - start);
    }
    Confidence confidence = new Confidence(rule, field.encodings());
    if (bare && hit == null && isAmidText(field, context)) {
      confidence.bare();
    }
    confidence.keyword(hit, roles);
    if (bare && hit != null && !hit.isByName()) {
      confidence.segment(context.neighbours());
    }
    confidence.hotwords(context, rule.hotwords());
    confidence.hotwords(context, rules.hotwords().of(rule));
    // Only of what is found, so that each character is passed once: the search goes on after it.
    int last = whole ? end : endOf(rule, text, end);
    String found = last == end ? value : text.substring(start, last);
    return new Match(rule, start, last, found, confidence.value(), confidence.evidence());
  }

  private static int endOf(Rule rule, String text, int end) {
    return rule.endOf(text, end, Math.min(text.length(), end + Limits.MAX_MATCH_REACH));
  }

  private Match refused(Rule rule, Refusals.Stage stage, int length) {
    refusals.add(rule, stage, length, null);
    return null;
  }

  /** The name of the check that the value does not pass, or null. */
  private static String failedCheck(Rule rule, CandidateValue candidate) {
    List<Validator> validators = rule.validators();
    for (int i = 0; i < validators.size(); i++) {
      if (!validators.get(i).accepts(candidate)) {
        return rule.validatorNames().get(i);
      }
    }
    return null;
  }

  /** Digits without gaps, in brackets at most. */
  private static boolean isDigits(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean bracket = (c == '(' && i == 0) || (c == ')' && i == value.length() - 1);
      if (!bracket && (c < '0' || c > '9')) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether the words directly beside a number say that it is of something else, which outweighs
   * keywords further away. The number's name yields to a unit only, and only where the name goes on
   * after the keyword.
   */
  private boolean isNamedOtherwise(Rule rule, ContextWords context, ContextWords.KeywordHit hit) {
    Neighbours neighbours = context.neighbours();
    List<String> phrase = neighbours.phrase();
    if (hit != null && KeywordTokens.endWith(phrase, hit.word())) {
      return false;
    }
    if (neighbours.hasUnit(rules.roles())) {
      return true;
    }
    if (hit != null && hit.isByName()) {
      return false;
    }
    return rules.roles().headOf(phrase) != null
        || (hit != null && KeywordTokens.endsWithAny(phrase, rule.keywords().unless()));
  }

  private static boolean isAmidText(Field field, ContextWords context) {
    return field.kind() == Field.Kind.NUMBER
        || field.profile().saysNothing()
        || !context.neighbours().isAlone();
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
  private boolean isExcludedByShape(Rule rule, ContextWords context, ContextWords.KeywordHit hit) {
    if (!rule.generic() && rule.excludedRoles().isEmpty()) {
      return false;
    }
    RoleShape.Strength needed =
        hit == null
            ? RoleShape.Strength.WITHOUT_KEYWORD
            : hit.isByName() ? RoleShape.Strength.ALWAYS : RoleShape.Strength.BESIDE_KEYWORD;
    return rules.roles().hasShape(context.token(), rule, needed);
  }
}
