package dev.telltale.detection;

import dev.telltale.detection.rules.Rule;
import dev.telltale.detection.rules.RuleSet;
import dev.telltale.limit.Limits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * Texts that aim at each rule, one field of a megabyte, and the worst of them four times as long.
 */
final class HostileBenchmark {
  private static final int LENGTH = 1_000_000;
  private static final int SEARCH = 100_000;
  private static final int WORST = 8;
  private static final int TIMES = 2;

  private final RuleSet rules;
  private final List<Input> inputs = new ArrayList<>();

  HostileBenchmark(RuleSet rules) {
    this.rules = rules;
  }

  private static final class Input {
    private final String kind;
    private final String name;
    private final IntFunction<String> text;
    private double rate;

    Input(String kind, String name, IntFunction<String> text) {
      this.kind = kind;
      this.name = name;
      this.text = text;
    }
  }

  void run() throws IOException {
    List<Rule> all = rules.rules();
    inputs.add(new Input("of all rules", "keyword soup", n -> AdversarialTexts.soup(all, " ", n)));
    inputs.add(
        new Input(
            "of all rules", "keyword soup, unbroken", n -> AdversarialTexts.soup(all, "", n)));
    inputs.add(
        new Input(
            "of all rules", "keyword soup, assigned", n -> AdversarialTexts.soup(all, "=", n)));
    inputs.add(
        new Input("of all rules", "near values of all", n -> AdversarialTexts.nearMisses(all, n)));
    for (Rule rule : all) {
      for (String kind : AdversarialTexts.of(rule, 1).keySet()) {
        inputs.add(
            new Input(
                kind, kind + " of " + rule.id(), n -> AdversarialTexts.of(rule, n).get(kind)));
      }
    }
    try (Detector detector = new Detector(rules, Scans.KEY, Limits.defaults())) {
      for (Input input : inputs) {
        input.rate = rate(detector, input.text.apply(SEARCH));
      }
      kinds();
      inputs.sort(Comparator.comparingDouble(input -> input.rate));
      System.out.printf(
          Locale.ROOT,
          "hostile texts: %d of %.1f MB, median %.1f; the worst, best of %d:    1 MB     4 MB%n",
          inputs.size(),
          SEARCH / 1e6,
          inputs.get(inputs.size() / 2).rate,
          TIMES);
      for (Input input : inputs.subList(0, WORST)) {
        System.out.printf(
            Locale.ROOT,
            "%-66s %8.2f %8.2f%n",
            input.name,
            best(detector, input.text.apply(LENGTH)),
            best(detector, input.text.apply(4 * LENGTH)));
      }
    }
  }

  private void kinds() {
    Map<String, List<Double>> rates = new TreeMap<>();
    inputs.forEach(
        each -> rates.computeIfAbsent(each.kind, kind -> new ArrayList<>()).add(each.rate));
    System.out.printf(
        Locale.ROOT,
        "hostile texts of %.1f MB%n%-16s %6s %8s %8s %8s %16s%n",
        SEARCH / 1e6,
        "kind",
        "texts",
        "least",
        "tenth",
        "median",
        "below 10 MB/s");
    rates.forEach(
        (kind, all) -> {
          all.sort(Comparator.naturalOrder());
          System.out.printf(
              Locale.ROOT,
              "%-16s %6d %8.2f %8.2f %8.2f %16d%n",
              kind,
              all.size(),
              all.get(0),
              all.get(all.size() / 10),
              all.get(all.size() / 2),
              all.stream().filter(rate -> rate < 10).count());
        });
    System.out.println();
  }

  private static double best(Detector detector, String text) throws IOException {
    double best = 0;
    for (int i = 0; i < TIMES; i++) {
      best = Math.max(best, rate(detector, text));
    }
    return best;
  }

  private static double rate(Detector detector, String text) throws IOException {
    detector.startFrame();
    return text.length() / Timing.seconds(() -> detector.detectText(text, null)) / 1e6;
  }
}
