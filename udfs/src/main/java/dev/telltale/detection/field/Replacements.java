package dev.telltale.detection.field;

import dev.telltale.detection.finding.Match;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** What is to be replaced in a field, its decoded copies included. */
public final class Replacements {
  private Replacements() {}

  /** A part of a text and the match it is replaced for. */
  public static final class Replacement {
    private final int from;
    private final int to;
    private final Match match;

    Replacement(int from, int to, Match match) {
      this.from = from;
      this.to = to;
      this.match = match;
    }

    public int from() {
      return from;
    }

    public int to() {
      return to;
    }
  }

  /** In order and without overlaps: overlapping spans are joined under the stronger match. */
  public static List<Replacement> of(Field field) {
    List<Replacement> replacements = new ArrayList<>();
    for (Match match : field.matches()) {
      replacements.add(new Replacement(match.start(), match.end(), match));
    }
    for (Field.Derived derived : field.derived()) {
      if (derived.isOpaque()) {
        Match strongest = strongest(derived.copy());
        if (strongest != null) {
          replacements.add(new Replacement(derived.from(), derived.to(), strongest));
        }
      } else {
        for (Replacement inner : of(derived.copy())) {
          Match in = new Match(inner.match.rule(), inner.from, inner.to, "", 0);
          replacements.add(new Replacement(derived.from(in), derived.to(in), inner.match));
        }
      }
    }
    return joined(replacements);
  }

  private static List<Replacement> joined(List<Replacement> replacements) {
    replacements.sort(Comparator.comparingInt(Replacement::from).thenComparingInt(Replacement::to));
    List<Replacement> joined = new ArrayList<>(replacements.size());
    for (Replacement each : replacements) {
      Replacement last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (last == null || each.from >= last.to) {
        joined.add(each);
        continue;
      }
      boolean stronger = Match.STRONGEST_FIRST.compare(each.match, last.match) < 0;
      Match kept = stronger ? each.match : last.match;
      joined.set(joined.size() - 1, new Replacement(last.from, Math.max(last.to, each.to), kept));
    }
    return joined;
  }

  /** The strongest match in a field or anything decoded from it, or null. */
  public static Match strongest(Field field) {
    List<Match> all = new ArrayList<>();
    gather(field, all);
    return all.stream().min(Match.STRONGEST_FIRST).orElse(null);
  }

  private static void gather(Field field, List<Match> all) {
    all.addAll(field.matches());
    field.derived().forEach(derived -> gather(derived.copy(), all));
    if (field.inner() != null) {
      field.inner().leaves().forEach(leaf -> gather(leaf, all));
    }
  }

  public static String replaced(Field field, Function<Match, String> markers) {
    return replaced(field.reveal(), of(field), 0, field.reveal().length(), markers);
  }

  /** {@code text[from, to)} with markers; a part cut by {@code from} is left out without one. */
  public static String replaced(
      String text,
      List<Replacement> replacements,
      int from,
      int to,
      Function<Match, String> markers) {
    StringBuilder out = new StringBuilder(to - from);
    int at = from;
    for (Replacement each : replacements) {
      if (each.to <= from || each.from >= to) {
        continue;
      }
      if (each.from >= from) {
        out.append(text, at, each.from).append(markers.apply(each.match));
      }
      at = Math.min(to, each.to);
    }
    return out.append(text, at, to).toString();
  }
}
