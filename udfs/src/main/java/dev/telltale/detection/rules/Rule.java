package dev.telltale.detection.rules;

import com.google.re2j.Pattern;
import dev.telltale.detection.pattern.BitStateMatcher;
import dev.telltale.detection.pattern.BoundedPattern;
import dev.telltale.detection.pattern.CharacterKinds;
import dev.telltale.detection.pattern.LazyDfa;
import dev.telltale.detection.pattern.OpenTail;
import dev.telltale.detection.pattern.PatternShape;
import dev.telltale.detection.pattern.Trigger;
import dev.telltale.detection.validators.Validator;
import java.util.List;
import java.util.Set;

/** One kind of sensitive value: what it looks like, where it counts, how bad it is. Immutable. */
public final class Rule {
  private static final int MIN_LITERAL = 3;

  private final RuleSource source;
  private final Pattern pattern;
  private final Pattern fieldPattern;
  private final PatternShape shape;
  private final List<Validator> validators;
  private final OpenTail tail;
  private final boolean spelled;
  private final boolean triggersOnKeyword;
  private final int requiredKinds;
  private volatile Trigger trigger;
  private volatile Trigger valueShape;

  Rule(RuleSource source, List<Validator> validators) {
    this.source = source;
    this.validators = List.copyOf(validators);
    pattern = source.pattern() == null ? null : BoundedPattern.compile(source.pattern());
    shape = source.pattern() == null ? null : PatternShape.of(source.pattern());
    tail = shape == null ? null : shape.tail();
    spelled = source.keywords() != null && source.keywords().spelled();
    triggersOnKeyword =
        source.keywords() != null
            && source.keywords().required()
            && shape != null
            && shape.literalLength() < MIN_LITERAL;
    requiredKinds = shape == null ? 0 : kinds();
    fieldPattern =
        source.fieldPattern() == null ? null : BoundedPattern.compile(source.fieldPattern());
  }

  public String id() {
    return source.id();
  }

  public String title() {
    return source.title();
  }

  public String category() {
    return source.category();
  }

  public String severity() {
    return source.severity();
  }

  /** Of a match without a keyword; {@link Keywords#confidence()} with one. */
  public double confidence() {
    return source.confidence();
  }

  /** Of a match of digits without gaps amid other text, and without a keyword. */
  public double bareConfidence() {
    return source.bare();
  }

  /** Where the issuer or the standard describes the format. */
  public String reference() {
    return source.reference();
  }

  public boolean enabledByDefault() {
    return source.enabled();
  }

  /** Knows a value only by its surroundings, so that any rule for a format outranks it. */
  public boolean generic() {
    return source.generic();
  }

  /** Whether numbers are read too, not only strings. */
  public boolean readsNumbers() {
    return source.numbers();
  }

  /**
   * Whether names of members are read too, as whole fields, where the object's own name calls for
   * the rule: {@code {"tokens": {"f6hyl8erbc…": {"user": 7}}}}.
   */
  public boolean readsNames() {
    return source.names();
  }

  /** Roles of fields in which the rule does not apply. */
  public Set<FieldRole> excludedRoles() {
    return source.notIn();
  }

  /** Null when the rule needs none. */
  public Keywords keywords() {
    return source.keywords();
  }

  /** Words that change the confidence of this rule's matches. */
  public List<Hotwords.Entry> hotwords() {
    return source.hotwords();
  }

  public List<Example> examples() {
    return source.examples();
  }

  public List<String> validatorNames() {
    return source.validators();
  }

  /** In text; null when the rule looks at whole fields only. Group 1 is the value. */
  public Pattern pattern() {
    return pattern;
  }

  /** Of {@link #pattern()}, for one thread. */
  public LazyDfa automaton() {
    return shape.automaton();
  }

  /** Of {@link #pattern()}, for one thread; null when only RE2 can match it. */
  public BitStateMatcher matcher() {
    return shape.matcher();
  }

  /**
   * For a whole field under a name that says what it holds; null when {@link #pattern()} serves
   * there too.
   */
  public Pattern fieldPattern() {
    return fieldPattern;
  }

  /** Where a value of {@link #pattern()} ends in a text that goes on to {@code limit}. */
  public int endOf(String text, int end, int limit) {
    return tail == null ? end : tail.end(text, end, limit);
  }

  public List<Validator> validators() {
    return validators;
  }

  /** How far from a trigger's end a match, its context and its keyword can reach, in characters. */
  public int reach() {
    return width() + (triggersOnKeyword ? keywords().distance() + 64 : 0) + 2;
  }

  /** Whether a match can be longer than {@link #reach()} says. */
  public boolean isUnbounded() {
    return shape != null && shape.width() >= PatternShape.MAX_WIDTH;
  }

  /** Fewest characters of a text in which {@link #trigger()} can lead to a match. */
  public int minWidth() {
    return triggersOnKeyword ? shape.minValueWidth() + keywords().minLength() : shape.minWidth();
  }

  /** The {@link CharacterKinds} without which {@link #trigger()} cannot lead to a match. */
  public int requiredKinds() {
    return requiredKinds;
  }

  private int kinds() {
    boolean letters = triggersOnKeyword && spelled;
    return shape.requiredKinds() | (letters ? CharacterKinds.LETTER : 0);
  }

  /** Whether the rule has keywords and every one has a letter. */
  public boolean hasSpelledKeywords() {
    return spelled;
  }

  /** Null when only the name of a field can make the rule look. */
  public Trigger trigger() {
    if (!triggersOnKeyword) {
      return valueShape();
    }
    Trigger made = trigger;
    if (made == null) {
      made = PatternShape.ofKeywords(keywords().words());
      trigger = made;
    }
    return made;
  }

  /** What no match lacks when the trigger is a keyword; null when it is not. */
  public Trigger shape() {
    return triggersOnKeyword ? valueShape() : null;
  }

  /** Made when it is asked for: half of the work of loading a rule, which only a scan needs. */
  private Trigger valueShape() {
    Trigger made = valueShape;
    if (made == null && shape != null) {
      made = shape.trigger();
      valueShape = made;
    }
    return made;
  }

  /** Most characters that a match, context included, can span. */
  public int width() {
    return shape == null ? 0 : shape.width();
  }

  /** Everything that decides a match, for the id of the rule set. */
  String essence() {
    return source.essence();
  }

  @Override
  public String toString() {
    return id();
  }
}
