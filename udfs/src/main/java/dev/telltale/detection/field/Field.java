package dev.telltale.detection.field;

import dev.telltale.detection.encoding.TextTraits;
import dev.telltale.detection.finding.Match;
import dev.telltale.value.Member;
import dev.telltale.value.Span;
import dev.telltale.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One text to scan: a leaf, a member's name, or what was decoded from either. Never printed. */
public final class Field {
  /** What a field is in the record. */
  public enum Kind {
    TEXT,
    NUMBER,
    NAME
  }

  private final Kind kind;
  private final String text;
  private final FieldProfile profile;
  private final List<String> encodings;
  private final Span span;
  private List<FieldPath> paths = List.of();
  private List<Derived> derived = List.of();
  private List<Match> matches = List.of();
  private Tree inner;
  private Set<String> readings;
  private boolean packed;
  private int traits = -1;

  /**
   * @param span of the record's value that the text is, or was decoded from
   */
  public Field(Kind kind, String text, FieldProfile profile, List<String> encodings, Span span) {
    this.span = span;
    this.kind = kind;
    this.text = text;
    this.profile = profile;
    this.encodings = encodings;
  }

  /** Stands for any leaf that is known to hold nothing. */
  public static final Field CLEAN = new Field(Kind.TEXT, "", null, List.of(), Span.NONE);

  /** A parsed structure and its leaves, in the order of a walk. */
  public static final class Tree {
    private final Value root;
    private final Span origin;
    private final List<Field> leaves = new ArrayList<>();

    /**
     * @param origin of a structure that was parsed from a field: the span of that field
     */
    public Tree(Value root, Span origin) {
      this.root = root;
      this.origin = origin;
    }

    /** Where a value of the structure lies in the record, or where the field that holds it does. */
    public Span spanOf(Value value) {
      return origin.isKnown() ? origin : value.span();
    }

    public Span spanOfName(Member member) {
      return origin.isKnown() ? origin : member.nameSpan();
    }

    public Value root() {
      return root;
    }

    public List<Field> leaves() {
      return leaves;
    }
  }

  /**
   * A decoded copy of a part of this field. {@code origin[i]} is where character {@code i} of the
   * copy starts in this field; null when the whole run stands or falls together.
   */
  public static final class Derived {
    private final Field copy;
    private final int from;
    private final int to;
    private final int[] origin;

    public Derived(Field copy, int from, int to, int[] origin) {
      this.copy = copy;
      this.from = from;
      this.to = to;
      this.origin = origin;
    }

    public Field copy() {
      return copy;
    }

    public int from(Match match) {
      return origin == null ? from : origin[match.start()];
    }

    public int to(Match match) {
      return origin == null ? to : origin[match.end()];
    }

    public int from() {
      return from;
    }

    public int to() {
      return to;
    }

    public boolean isOpaque() {
      return origin == null;
    }
  }

  public Kind kind() {
    return kind;
  }

  public String reveal() {
    return text;
  }

  public Span span() {
    return span;
  }

  public FieldProfile profile() {
    return profile;
  }

  public List<String> encodings() {
    return encodings;
  }

  public List<FieldPath> paths() {
    return paths;
  }

  public List<Derived> derived() {
    return derived;
  }

  public void derive(Derived more) {
    derived = appended(derived, more);
  }

  /**
   * Whether the field has not been read so before: encodings removed in another order can lead to
   * the same text, and each order to as many again. The readings of a field and its copies are one
   * set.
   */
  public boolean isNewReading(Field copy) {
    if (readings == null) {
      readings = new HashSet<>();
      readings.add(text);
    }
    copy.readings = readings;
    return readings.add(copy.text);
  }

  public List<Match> matches() {
    return matches;
  }

  public void keep(List<Match> kept) {
    matches = kept;
  }

  /** Whether there are matches in the field, or in anything decoded from it. */
  public boolean holdsMatches() {
    if (!matches.isEmpty()) {
      return true;
    }
    for (Derived each : derived) {
      if (each.copy().holdsMatches()) {
        return true;
      }
    }
    // Of what is parsed only leaves with matches are kept.
    return inner != null && inner.leaves().stream().anyMatch(leaf -> leaf != CLEAN);
  }

  /** The structure that the whole text is, or null. */
  public Tree inner() {
    return inner;
  }

  public void parsed(Tree tree) {
    inner = tree;
  }

  public Field at(FieldPath path) {
    paths = paths.isEmpty() ? List.of(path) : appended(paths, path);
    return this;
  }

  private static <T> List<T> appended(List<T> list, T item) {
    List<T> more = list instanceof ArrayList ? list : new ArrayList<>(list);
    more.add(item);
    return more;
  }

  /** The {@link TextTraits} of the text; every bit is set until they are known. */
  public int traits() {
    return traits;
  }

  public void describe(int known) {
    traits = known;
  }

  /** Notes that unpacking was tried, which may end differently in another record. */
  public void markPacked() {
    packed = true;
  }

  /** Whether only text and profile decide what the field holds. */
  public boolean isPlain() {
    return !packed;
  }

  @Override
  public String toString() {
    return kind + " of " + text.length() + " characters";
  }
}
