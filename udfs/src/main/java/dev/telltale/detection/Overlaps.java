package dev.telltale.detection;

import dev.telltale.detection.field.Field;
import dev.telltale.detection.field.Replacements;
import dev.telltale.detection.finding.Match;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** One value is reported once, by the strongest rule that matched it. */
final class Overlaps {
  private Overlaps() {}

  /** Within one text. */
  static List<Match> resolved(List<Match> matches) {
    if (matches.size() < 2) {
      return matches;
    }
    List<Match> sorted = new ArrayList<>(matches);
    sorted.sort(Match.STRONGEST_FIRST);
    java.util.TreeMap<Integer, Match> kept = new java.util.TreeMap<>();
    for (Match match : sorted) {
      java.util.Map.Entry<Integer, Match> before = kept.lowerEntry(match.end());
      if (before == null || before.getValue().end() <= match.start()) {
        kept.put(match.start(), match);
      }
    }
    List<Match> result = new ArrayList<>(kept.values());
    result.sort(Comparator.comparingInt(Match::start));
    return result;
  }

  /**
   * Between a field and its decoded copies. A copy that reads the same yields to the field. Where
   * decoding changed the value, the decoded one stands; but what is inside a token of a known
   * format, such as a JWT, belongs to the token.
   */
  static void settle(Field field) {
    for (Field.Derived derived : field.derived()) {
      settle(derived.copy());
      if (derived.isOpaque()) {
        settleRun(field, derived);
      } else {
        settleCopy(field, derived);
      }
    }
    if (field.inner() != null) {
      field.inner().leaves().forEach(Overlaps::settle);
    }
  }

  private static void settleRun(Field field, Field.Derived run) {
    if (Replacements.strongest(run.copy()) == null) {
      return;
    }
    boolean token =
        field.matches().stream()
            .anyMatch(m -> !m.rule().generic() && m.overlaps(run.from(), run.to()));
    if (token) {
      silence(run.copy());
    } else {
      field.keep(without(field, run.from(), run.to()));
    }
  }

  private static void settleCopy(Field field, Field.Derived derived) {
    List<Match> kept = new ArrayList<>();
    for (Match match : derived.copy().matches()) {
      int from = derived.from(match);
      int to = derived.to(match);
      boolean same =
          field.matches().stream()
              .anyMatch(
                  m ->
                      m.overlaps(from, to)
                          && (m.reveal().equals(match.reveal())
                              || (match.rule().generic() && !m.rule().generic())));
      if (!same) {
        kept.add(match);
        field.keep(without(field, from, to));
      }
    }
    derived.copy().keep(kept);
  }

  private static List<Match> without(Field field, int from, int to) {
    return field.matches().stream().filter(m -> !m.overlaps(from, to)).toList();
  }

  private static void silence(Field field) {
    field.keep(List.of());
    field.derived().forEach(derived -> silence(derived.copy()));
    if (field.inner() != null) {
      field.inner().leaves().forEach(Overlaps::silence);
    }
  }
}
