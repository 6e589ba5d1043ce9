package dev.telltale.detection.quality;

import dev.telltale.detection.rules.Rule;
import dev.telltale.detection.rules.RuleSet;
import java.util.List;
import java.util.Locale;

/** Compares the engine with RE2/J in as many made-up lines as are asked for: scripts/agreement. */
final class EngineAgreementRun {
  private static final int REPORT_EVERY = 100_000;
  private static final int MAX_SHOWN = 20;

  private EngineAgreementRun() {}

  /** Number of lines and seed. Ends with 1 when there is a disagreement, and shows its line. */
  public static void main(String[] arguments) {
    long lines = Long.parseLong(arguments[0]);
    long seed = Long.parseLong(arguments[1]);
    RuleSet builtin = RuleSet.builtin();
    RuleSet every = builtin.switched(builtin.allRules().stream().map(Rule::id).toList(), List.of());
    MadeUpLines made = new MadeUpLines(every, seed);
    try (EngineAgreement agreement = new EngineAgreement(every)) {
      for (long i = 1; i <= lines; i++) {
        String line = made.next();
        int known = agreement.disagreements().size();
        agreement.compare("line " + i, line, made.rules());
        List<String> found = agreement.disagreements();
        if (found.size() > known && known < MAX_SHOWN) {
          found.subList(known, found.size()).forEach(System.out::println);
          System.out.println("  " + line.replace("\n", "\\n"));
        }
        if (i % REPORT_EVERY == 0 || i == lines) {
          System.out.printf(
              Locale.ROOT,
              "%d lines, %d matches of %d of %d rules, %d disagreements%n",
              i,
              agreement.matches(),
              agreement.matched().cardinality(),
              every.rules().size(),
              found.size());
        }
      }
      if (!agreement.disagreements().isEmpty()) {
        System.exit(1);
      }
    }
  }
}
