package dev.telltale.detection.repeat;

import dev.telltale.detection.encoding.PlainReadings;
import dev.telltale.detection.field.Field;
import dev.telltale.detection.finding.Evidence;
import dev.telltale.detection.finding.Match;
import dev.telltale.limit.Limits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The values that were found in an object, to be met wherever else they stand in it: a value that
 * can be told from ordinary text anywhere, as it is or in base64 or hexadecimal, any other one
 * where it is a whole field. Linear in the text. Immutable. Holds the values: never printed.
 */
public final class RepeatedValues {
  /** Nothing was found, so nothing is looked for. */
  public static final RepeatedValues NONE = new RepeatedValues(new FoundValues());

  private final List<Word> words = new ArrayList<>();
  private final Map<String, FoundValues.Found> wholeFields = new HashMap<>();
  private final AhoCorasick automaton;
  private final boolean complete;

  private enum Kind {
    PLAIN,
    ENCODED,
    /** A whole JSON string; only in the text of a row. */
    QUOTED
  }

  /** A form of a value that the automaton knows. */
  private static final class Word {
    private final FoundValues.Found found;
    private final String text;
    private final Kind kind;
    private final String encoding;
    private final boolean strong;

    Word(FoundValues.Found found, String text, Kind kind, String encoding) {
      this.found = found;
      this.text = text;
      this.kind = kind;
      this.encoding = encoding;
      this.strong = kind != Kind.PLAIN || DistinctValue.isStrong(text);
    }

    /** Whether the text goes on as the same word on neither side. */
    boolean standsAlone(String in, int start, int end) {
      return strong
          || !((start > 0
                  && Character.isLetterOrDigit(in.charAt(start - 1))
                  && Character.isLetterOrDigit(text.charAt(0)))
              || (end < in.length()
                  && Character.isLetterOrDigit(in.charAt(end))
                  && Character.isLetterOrDigit(text.charAt(text.length() - 1))));
    }
  }

  private RepeatedValues(FoundValues found) {
    List<FoundValues.Found> distinctive = new ArrayList<>();
    for (FoundValues.Found each : found.list()) {
      if (DistinctValue.isDistinctive(each.reveal())) {
        distinctive.add(each);
        words.add(new Word(each, each.reveal(), Kind.PLAIN, null));
      } else if (DistinctValue.isWholeField(each.reveal())) {
        wholeFields.put(each.reveal(), each);
        words.add(new Word(each, '"' + each.reveal() + '"', Kind.QUOTED, null));
      }
    }
    complete = addEncoded(distinctive) && !found.isFull();
    automaton = new AhoCorasick(words.stream().map(word -> word.text).toList());
  }

  /** What was found, to be looked for. */
  public static RepeatedValues of(FoundValues found) {
    return found.isEmpty() ? NONE : new RepeatedValues(found);
  }

  /** Whether there was room for all of them. */
  private boolean addEncoded(List<FoundValues.Found> values) {
    long characters = words.stream().mapToLong(word -> word.text.length()).sum();
    for (FoundValues.Found value : values) {
      int before = words.size();
      ValueForms.encoded(
          value.reveal(),
          (text, encoding) -> words.add(new Word(value, text, Kind.ENCODED, encoding)));
      for (Word added : words.subList(before, words.size())) {
        characters += added.text.length();
      }
      if (characters > Limits.MAX_LOOK_BACK_CHARS) {
        words.subList(before, words.size()).clear();
        return false;
      }
    }
    return true;
  }

  public boolean isEmpty() {
    return words.isEmpty();
  }

  /** False when there were too many values to look for each in all of its forms. */
  public boolean isComplete() {
    return complete;
  }

  /**
   * Whether a value may stand in the text of a redacted row; finds a few too many, for what stands
   * next to them is not looked at.
   */
  public boolean mayStandIn(String row) {
    if (isEmpty()) {
      return false;
    }
    return wholeFields.containsKey(row) || PlainReadings.anyMatch(row, this::standsIn);
  }

  private boolean standsIn(String text) {
    boolean[] met = new boolean[1];
    automaton.scan(
        text,
        (index, end) -> {
          Word word = words.get(index);
          boolean name = word.kind == Kind.QUOTED && end < text.length() && text.charAt(end) == ':';
          boolean stands = !name && word.standsAlone(text, end - word.text.length(), end);
          met[0] |= stands;
          return !stands;
        });
    return met[0];
  }

  /** Whether a name holds one of the values. */
  public boolean standInName(String name) {
    if (isEmpty()) {
      return false;
    }
    boolean[] met = new boolean[1];
    automaton.scan(name, (word, end) -> !(met[0] |= isAt(name, word, end)));
    return met[0];
  }

  private boolean isAt(String text, int index, int end) {
    Word word = words.get(index);
    return word.kind != Kind.QUOTED && word.standsAlone(text, end - word.text.length(), end);
  }

  /**
   * The matches in a field and the places at which one of the values stands and nothing else was
   * found.
   *
   * @param matches in order and without overlaps
   */
  public List<Match> addedTo(List<Match> matches, Field field) {
    return merged(matches, in(field));
  }

  /** Adds matches where nothing else was found; one that is part of another one gives way. */
  public static List<Match> merged(List<Match> matches, List<Match> repeats) {
    if (repeats.isEmpty()) {
      return matches;
    }
    TreeMap<Integer, Match> kept = new TreeMap<>();
    matches.forEach(match -> kept.put(match.start(), match));
    List<Match> added = new ArrayList<>(repeats.size());
    for (Match repeat : longest(new ArrayList<>(repeats))) {
      Map.Entry<Integer, Match> before = kept.floorEntry(repeat.start());
      if (before == null || before.getValue().end() < repeat.end()) {
        kept.subMap(repeat.start(), repeat.end())
            .values()
            .removeIf(match -> match.end() <= repeat.end());
        added.add(repeat);
      }
    }
    added.addAll(kept.values());
    added.sort(Comparator.comparingInt(Match::start));
    return added;
  }

  private List<Match> in(Field field) {
    List<Match> repeats = new ArrayList<>(0);
    if (isEmpty()) {
      return repeats;
    }
    String text = field.reveal();
    FoundValues.Found whole = wholeFields.get(text);
    if (whole != null && field.kind() != Field.Kind.NAME) {
      repeats.add(repeat(whole, 0, text.length(), null));
    }
    automaton.scan(
        text,
        (index, end) -> {
          if (!isAt(text, index, end)) {
            return true;
          }
          Word word = words.get(index);
          repeats.add(repeat(word.found, end - word.text.length(), end, word.encoding));
          return false;
        });
    return repeats;
  }

  private static Match repeat(FoundValues.Found found, int start, int end, String encoding) {
    Match first = found.match();
    String detail = "the same value as another finding of this object";
    return new Match(
        first.rule(),
        start,
        end,
        first.reveal(),
        first.confidence(),
        List.of(
            new Evidence(
                Evidence.Kind.REPEAT, encoding == null ? detail : detail + ", in " + encoding)),
        first.knownCase());
  }

  /** Without those that lie inside another one. */
  private static List<Match> longest(List<Match> repeats) {
    repeats.sort(
        Comparator.comparingInt(Match::start).thenComparing(match -> match.start() - match.end()));
    List<Match> kept = new ArrayList<>(repeats.size());
    for (Match repeat : repeats) {
      Match last = kept.isEmpty() ? null : kept.get(kept.size() - 1);
      if (last == null || repeat.end() > last.end()) {
        kept.add(repeat);
      }
    }
    return kept;
  }

  @Override
  public String toString() {
    return words.size() + " forms of values";
  }
}
