package dev.telltale.detection.quality;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.telltale.detection.rules.RuleSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Holds the rules for credentials to what others labelled; skipped where the corpus is missing. */
class LabelledSecretsTest {
  private static final LabelledReport.Tally ALL = new LabelledReport.Tally();
  private static final LabelledReport.Tally PREFIXED = new LabelledReport.Tally();

  /** Beginnings that issuers publish for their tokens. */
  private static final List<String> PREFIXES =
      List.of(
          "glpat-",
          "ghp_",
          "gho_",
          "ghs_",
          "xoxb-",
          "xoxp-",
          "dop_v1_",
          "shpat_",
          "shpss_",
          "lin_api_",
          "hf_",
          "pul-",
          "rubygems_",
          "dapi",
          "NRAK-",
          "PMAK-",
          "glsa_",
          "rnd_",
          "gsk_",
          "r8_",
          "xai-",
          "vcp_",
          "EZAK",
          "tskey-",
          "HRKU-",
          "dt0c01.",
          "sntryu_",
          "nvapi-",
          "AIza",
          "CLOJARS_",
          "pscale_",
          "phx_",
          "rdme_",
          "FLWSECK",
          "shippo_",
          "fio-u-",
          "dp.pt.");

  @BeforeAll
  static void scan() {
    assumeTrue(LabelledCases.arePresent(), "no labelled cases; see TELLTALE_CORPUS");
    try (LabelledScan scan = new LabelledScan(RuleSet.builtin(), Set.of("credential"), 0.5)) {
      for (LabelledCase labelled : LabelledCases.matching(c -> c.kind().equals("secret"))) {
        LabelledScan.Verdict verdict = scan.judge(labelled);
        ALL.add(labelled, verdict);
        boolean prefixed =
            labelled.revealValues().stream()
                .anyMatch(value -> PREFIXES.stream().anyMatch(value::startsWith));
        if (prefixed && labelled.isExpected()) {
          PREFIXED.add(labelled, verdict);
        }
      }
    }
  }

  @Test
  void mostLabelledSecretsAreFound() {
    assertTrue(ALL.recall() >= 0.87, () -> ALL.row("all"));
  }

  @Test
  void fewOfTheCleanTextsAreFlagged() {
    assertTrue(ALL.falseShare() <= 0.16, () -> ALL.row("all"));
  }

  @Test
  void nearlyAllTokensWithAPublishedPrefixAreFound() {
    assertTrue(PREFIXED.recall() >= 0.97, () -> PREFIXED.row("prefixed"));
  }

  @Test
  void mostAreFoundFromEndToEnd() {
    assertTrue(ALL.exactShare() >= 0.9, () -> ALL.row("all"));
  }
}
