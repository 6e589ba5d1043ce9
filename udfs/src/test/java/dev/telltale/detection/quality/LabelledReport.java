package dev.telltale.detection.quality;

import dev.telltale.detection.rules.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * How many labelled cases are found, and how many clean ones flagged: a table by source, then the
 * classes of what is missed and flagged, by the labeller's rule. Prints places, never content.
 *
 * <p>Arguments: {@code --kind secret|pii}, {@code --source NAME}, {@code --rule NAME}, {@code
 * --category A,B}, {@code --confidence 0.5}, {@code --top 40}, {@code --places} to list every case.
 */
final class LabelledReport {
  private final Map<String, String> options;
  private final Map<String, Tally> bySource = new TreeMap<>();
  private final Map<String, List<String>> missed = new TreeMap<>();
  private final Map<String, List<String>> inexact = new TreeMap<>();
  private final Map<String, List<String>> flagged = new TreeMap<>();

  private LabelledReport(Map<String, String> options) {
    this.options = options;
  }

  /** Counts of one source. */
  static final class Tally {
    private int expected;
    private int found;
    private int spans;
    private int exact;
    private int clean;
    private int flagged;

    void add(LabelledCase labelled, LabelledScan.Verdict verdict) {
      if (!labelled.isExpected()) {
        clean++;
        flagged += verdict.isFound() ? 1 : 0;
        return;
      }
      expected++;
      found += verdict.isFound() ? 1 : 0;
      if (!labelled.revealValues().isEmpty()) {
        spans++;
        exact += verdict.isExact() ? 1 : 0;
      }
    }

    double recall() {
      return share(found, expected);
    }

    double falseShare() {
      return share(flagged, clean);
    }

    double exactShare() {
      return share(exact, spans);
    }

    private static double share(int part, int all) {
      return all == 0 ? 0 : (double) part / all;
    }

    String row(String name) {
      return String.format(
          Locale.ROOT,
          "%-16s %5d of %5d  %.3f    %5d of %5d  %.3f    %5d of %5d  %.3f",
          name,
          found,
          expected,
          recall(),
          exact,
          spans,
          exactShare(),
          flagged,
          clean,
          falseShare());
    }
  }

  public static void main(String[] arguments) {
    Map<String, String> options = new TreeMap<>();
    for (int i = 0; i < arguments.length; i++) {
      boolean valued = i + 1 < arguments.length && !arguments[i + 1].startsWith("--");
      options.put(arguments[i], valued ? arguments[++i] : "");
    }
    new LabelledReport(options).run();
  }

  private void run() {
    String kind = options.getOrDefault("--kind", "secret");
    String categories = kind.equals("secret") ? "credential" : "personal,financial,health,network";
    Set<String> counted = Set.of(options.getOrDefault("--category", categories).split(","));
    double confidence = Double.parseDouble(options.getOrDefault("--confidence", "0.5"));
    Tally all = new Tally();
    try (LabelledScan scan = new LabelledScan(RuleSet.builtin(), counted, confidence)) {
      for (LabelledCase labelled : LabelledCases.matching(filter(kind))) {
        LabelledScan.Verdict verdict = scan.judge(labelled);
        bySource.computeIfAbsent(labelled.source(), source -> new Tally()).add(labelled, verdict);
        all.add(labelled, verdict);
        sort(labelled, verdict);
      }
    }
    System.out.println(
        "source           found                    exact span               flagged of the clean");
    bySource.forEach((source, tally) -> System.out.println(tally.row(source)));
    System.out.println(all.row("all"));
    print("missed", missed);
    print("found, not from end to end", inexact);
    print("flagged", flagged);
  }

  private Predicate<LabelledCase> filter(String kind) {
    String source = options.get("--source");
    String rule = options.get("--rule");
    return labelled ->
        labelled.kind().equals(kind)
            && (source == null || labelled.source().equals(source))
            && (rule == null || labelled.rule().equals(rule));
  }

  private void sort(LabelledCase labelled, LabelledScan.Verdict verdict) {
    Map<String, List<String>> into;
    if (!labelled.isExpected()) {
      into = verdict.isFound() ? flagged : null;
    } else if (!verdict.isFound()) {
      into = missed;
    } else {
      into = verdict.isExact() || labelled.revealValues().isEmpty() ? null : inexact;
    }
    if (into != null) {
      String ours = verdict.isFound() ? " " + String.join(",", verdict.rules()) : "";
      into.computeIfAbsent(labelled.source() + " " + labelled.rule(), rule -> new ArrayList<>())
          .add(labelled.place() + ours);
    }
  }

  private void print(String title, Map<String, List<String>> classes) {
    System.out.println();
    System.out.println(title + " (cases, source and rule of the labeller)");
    classes.entrySet().stream()
        .sorted((one, other) -> other.getValue().size() - one.getValue().size())
        .limit(Integer.parseInt(options.getOrDefault("--top", "40")))
        .forEach(
            entry -> {
              System.out.printf("%5d  %s%n", entry.getValue().size(), entry.getKey());
              if (options.containsKey("--places")) {
                entry.getValue().forEach(place -> System.out.println("       " + place));
              }
            });
  }
}
