package dev.telltale.detection;

import dev.telltale.value.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** What is to be replaced in a field, its decoded copies included. */
final class Spans {
  private Spans() {}

  /** A span of a text and the match it is replaced for. */
  static final class Span {
    private final int from;
    private final int to;
    private final Match match;

    Span(int from, int to, Match match) {
      this.from = from;
      this.to = to;
      this.match = match;
    }

    int from() {
      return from;
    }

    int to() {
      return to;
    }

    Match match() {
      return match;
    }
  }

  /** In order and without overlaps: overlapping spans are joined under the stronger match. */
  static List<Span> of(Field field) {
    List<Span> spans = new ArrayList<>();
    for (Match match : field.matches()) {
      spans.add(new Span(match.start(), match.end(), match));
    }
    for (Field.Derived derived : field.derived()) {
      if (derived.isOpaque()) {
        Match strongest = strongest(derived.copy());
        if (strongest != null) {
          spans.add(new Span(derived.from(), derived.to(), strongest));
        }
      } else {
        for (Span span : of(derived.copy())) {
          Match in = new Match(span.match.rule(), span.from, span.to, "", 0);
          spans.add(new Span(derived.from(in), derived.to(in), span.match));
        }
      }
    }
    return joined(spans);
  }

  private static List<Span> joined(List<Span> spans) {
    spans.sort(Comparator.comparingInt(Span::from).thenComparingInt(Span::to));
    List<Span> joined = new ArrayList<>(spans.size());
    for (Span span : spans) {
      Span last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (last == null || span.from >= last.to) {
        joined.add(span);
        continue;
      }
      boolean stronger = Match.STRONGEST_FIRST.compare(span.match, last.match) < 0;
      Match kept = stronger ? span.match : last.match;
      joined.set(joined.size() - 1, new Span(last.from, Math.max(last.to, span.to), kept));
    }
    return joined;
  }

  /** The strongest match in a field or anything decoded from it, or null. */
  static Match strongest(Field field) {
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

  static String replaced(Field field, Function<Match, String> replacement) {
    return replaced(field.reveal(), of(field), 0, field.reveal().length(), replacement);
  }

  /** {@code text[from, to)} with its spans replaced; a span cut by {@code from} loses its rest. */
  static String replaced(
      String text, List<Span> spans, int from, int to, Function<Match, String> replacement) {
    StringBuilder out = new StringBuilder(to - from);
    int at = from;
    for (Span span : spans) {
      if (span.to <= from || span.from >= to) {
        continue;
      }
      if (span.from >= from) {
        out.append(text, at, span.from).append(replacement.apply(span.match));
      }
      at = Math.min(to, span.to);
    }
    return out.append(text, at, to).toString();
  }
}
