package dev.telltale.detection;

import dev.telltale.detection.field.Field;
import dev.telltale.detection.field.Replacements;
import dev.telltale.detection.finding.Match;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

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
    Credentials credentials = new Credentials(matches);
    java.util.TreeMap<Integer, Match> kept = new java.util.TreeMap<>();
    for (Match match : sorted) {
      if (!isCredential(match) && credentials.contain(match)) {
        continue;
      }
      java.util.Map.Entry<Integer, Match> before = kept.lowerEntry(match.end());
      if (before == null || before.getValue().end() <= match.start()) {
        kept.put(match.start(), match);
      }
    }
    List<Match> result = new ArrayList<>(kept.values());
    result.sort(Comparator.comparingInt(Match::start));
    return result;
  }

  private static boolean isCredential(Match match) {
    return match.rule().category().equals("credential");
  }

  /** What looks like an address or a number inside a password is a part of the password. */
  private static final class Credentials {
    private final int[] starts;
    private final int[] lastEnds;

    Credentials(List<Match> matches) {
      List<Match> all =
          matches.stream()
              .filter(Overlaps::isCredential)
              .sorted(Comparator.comparingInt(Match::start))
              .toList();
      starts = all.stream().mapToInt(Match::start).toArray();
      lastEnds = new int[starts.length];
      int last = 0;
      for (int i = 0; i < starts.length; i++) {
        last = Math.max(last, all.get(i).end());
        lastEnds[i] = last;
      }
    }

    /** Whether one is longer than the match on either side, and as long on the other at least. */
    boolean contain(Match match) {
      return endFrom(match.start() - 1) >= match.end() || endFrom(match.start()) > match.end();
    }

    /** Where the last of those ends that start at a place or before it; -1 for none. */
    private int endFrom(int start) {
      int low = 0;
      int high = starts.length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (starts[middle] <= start) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low == 0 ? -1 : lastEnds[low - 1];
    }
  }

  /**
   * Between a field and its decoded copies. A copy that reads the same yields to the field. Where
   * decoding changed the value, the decoded one stands; but what is inside a token of a known
   * format, such as a JWT, belongs to the token.
   */
  static void settle(Field field) {
    Remaining matches = new Remaining(field.matches());
    Set<String> copied = field.derived().isEmpty() ? Set.of() : new HashSet<>();
    for (Field.Derived derived : field.derived()) {
      settle(derived.copy());
      if (derived.isOpaque()) {
        settleRun(matches, derived);
      } else {
        settleCopy(matches, derived, copied);
      }
    }
    if (!field.derived().isEmpty()) {
      field.keep(matches.list());
    }
    if (field.inner() != null) {
      field.inner().leaves().forEach(Overlaps::settle);
    }
  }

  private static void settleRun(Remaining matches, Field.Derived run) {
    if (Replacements.strongest(run.copy()) == null) {
      return;
    }
    if (holdsStructure(run)
        && !matches.anyBetween(run.from(), run.to(), each -> exceeds(each, run))) {
      matches.removeBetween(run.from(), run.to());
    } else if (matches.anyBetween(run.from(), run.to(), match -> !match.rule().generic())) {
      silence(run.copy());
    } else {
      matches.removeBetween(run.from(), run.to());
    }
  }

  /** What was encoded is JSON with findings of its own, which say more than one of the whole. */
  private static boolean holdsStructure(Field.Derived run) {
    return run.copy().inner() != null && run.copy().holdsMatches();
  }

  private static boolean exceeds(Match match, Field.Derived run) {
    return match.start() < run.from() || match.end() > run.to();
  }

  /**
   * @param copied what other copies read, and where; a value that two of them read is one
   */
  private static void settleCopy(Remaining matches, Field.Derived derived, Set<String> copied) {
    List<Match> kept = new ArrayList<>();
    for (Match match : derived.copy().matches()) {
      int from = derived.from(match);
      int to = derived.to(match);
      boolean same =
          matches.anyBetween(
              from,
              to,
              each ->
                  each.reveal().equals(match.reveal())
                      || (match.rule().generic() && !each.rule().generic()));
      boolean twice = !copied.add(from + " " + match.reveal());
      if (!same && !twice) {
        kept.add(match);
        matches.removeBetween(from, to);
      }
    }
    derived.copy().keep(kept);
  }

  /** Matches in order and without overlaps, of which some are taken out. */
  private static final class Remaining {
    private final List<Match> matches;
    private final BitSet removed = new BitSet();

    Remaining(List<Match> matches) {
      this.matches = matches;
    }

    boolean anyBetween(int from, int to, Predicate<Match> wanted) {
      for (int i = firstAfter(from); i < matches.size() && matches.get(i).start() < to; i++) {
        if (matches.get(i).overlaps(from, to) && !removed.get(i) && wanted.test(matches.get(i))) {
          return true;
        }
      }
      return false;
    }

    void removeBetween(int from, int to) {
      for (int i = firstAfter(from); i < matches.size() && matches.get(i).start() < to; i++) {
        if (matches.get(i).overlaps(from, to)) {
          removed.set(i);
        }
      }
    }

    /** Index of the first match that ends after a place. */
    private int firstAfter(int place) {
      int low = 0;
      int high = matches.size();
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (matches.get(middle).end() <= place) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }

    List<Match> list() {
      List<Match> left = new ArrayList<>(matches.size());
      for (int i = 0; i < matches.size(); i++) {
        if (!removed.get(i)) {
          left.add(matches.get(i));
        }
      }
      return left;
    }
  }

  private static void silence(Field field) {
    field.keep(List.of());
    field.derived().forEach(derived -> silence(derived.copy()));
    if (field.inner() != null) {
      field.inner().leaves().forEach(Overlaps::silence);
    }
  }
}
