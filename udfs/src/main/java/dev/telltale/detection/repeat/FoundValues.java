package dev.telltale.detection.repeat;

import dev.telltale.detection.finding.Match;
import dev.telltale.limit.Limits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The values that were found in one object so far, in bounded memory. Holds them: never printed.
 * Not thread-safe.
 */
public final class FoundValues {
  private final Map<String, Found> values = new LinkedHashMap<>();
  private long characters;
  private boolean full;

  /** A value, or a part of one, that is to be looked for. */
  static final class Found {
    private final String text;
    private final Match match;

    Found(String text, Match match) {
      this.text = text;
      this.match = match;
    }

    /** What is looked for. */
    String reveal() {
      return text;
    }

    /** What it counts as where it is met. */
    Match match() {
      return match;
    }

    @Override
    public String toString() {
      return "one of the values of " + match.rule().id();
    }
  }

  /** Notes a value; the lines of one that has several are looked for one by one as well. */
  public void add(Match match) {
    String value = match.reveal();
    add(value, match);
    if (value.indexOf('\n') >= 0) {
      value
          .lines()
          .map(String::strip)
          .filter(DistinctValue::isDistinctive)
          .forEach(line -> add(line, match));
    }
  }

  /** Notes a part of a value that stands alone elsewhere: a line of a key. */
  public void addPart(String part, Match whole) {
    add(part, whole);
  }

  private void add(String text, Match match) {
    if (text.length() < DistinctValue.MIN_LENGTH || values.containsKey(text)) {
      return;
    }
    if (characters + text.length() > Limits.MAX_LOOK_BACK_CHARS) {
      full = true;
      return;
    }
    characters += text.length();
    values.put(text, new Found(text, match));
  }

  public boolean isEmpty() {
    return values.isEmpty();
  }

  /** How many are known; a later count that is the same says that none was added. */
  public int size() {
    return values.size();
  }

  /** Whether there were more than are held. */
  public boolean isFull() {
    return full;
  }

  List<Found> list() {
    return new ArrayList<>(values.values());
  }

  public void clear() {
    values.clear();
    characters = 0;
    full = false;
  }

  @Override
  public String toString() {
    return values.size() + " values";
  }
}
