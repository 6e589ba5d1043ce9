package dev.telltale.detection.validators.credential;

import dev.telltale.detection.validators.CandidateValue;
import java.util.Map;

/**
 * How issuers' tokens begin and how long the shortest is. What begins so and is shorter was cut off
 * or made up; what is longer may be a form that the issuer has brought since.
 */
final class IssuerForms {
  private static final Map<String, Integer> MIN_LENGTHS =
      Map.ofEntries(
          Map.entry("AIK_CI_", 31),
          Map.entry("AIK_SECRET_", 75),
          Map.entry("AIza", 39),
          Map.entry("AKIA", 20),
          Map.entry("ASIA", 20),
          Map.entry("AQ.Ab8", 53),
          Map.entry("BSA", 30),
          Map.entry("EXO", 27),
          Map.entry("GOCSPX-", 35),
          Map.entry("HRKU-", 65),
          Map.entry("SG.", 60),
          Map.entry("api_live", 41),
          Map.entry("apify_api_", 40),
          Map.entry("bkua_", 45),
          Map.entry("cnvca", 56),
          Map.entry("dapi", 36),
          Map.entry("dckr_pat_", 36),
          Map.entry("dop_v1_", 71),
          Map.entry("endr+", 21),
          Map.entry("endr-", 21),
          Map.entry("ess_", 65),
          Map.entry("essu_", 65),
          Map.entry("figd_", 40),
          Map.entry("ghp_", 40),
          Map.entry("gho_", 40),
          Map.entry("ghs_", 40),
          Map.entry("github_pat_", 40),
          Map.entry("glpat-", 26),
          Map.entry("gsk_", 54),
          Map.entry("hf_", 37),
          Map.entry("hvs.", 90),
          Map.entry("hvb.", 90),
          Map.entry("lsv2_", 51),
          Map.entry("mdb_sa_sk_", 50),
          Map.entry("mercury_production_", 50),
          Map.entry("mlsn.", 50),
          Map.entry("napi_", 69),
          Map.entry("npm_", 40),
          Map.entry("nvapi-", 70),
          Map.entry("os_v2_", 113),
          Map.entry("pdl_", 60),
          Map.entry("phc_", 43),
          Map.entry("phx_", 43),
          Map.entry("prf_", 40),
          Map.entry("pscale_", 36),
          Map.entry("pul-", 44),
          Map.entry("px-api-", 43),
          Map.entry("px-dep-", 43),
          Map.entry("r8_", 40),
          Map.entry("rdme_", 75),
          Map.entry("rnd_", 32),
          Map.entry("rpa_", 34),
          Map.entry("sb_secret_", 41),
          Map.entry("sbp_", 44),
          Map.entry("sk-ant-", 90),
          Map.entry("sk-api-", 100),
          Map.entry("sk-or-v1-", 73),
          Map.entry("sk_live_", 24),
          Map.entry("sm_aat_", 23),
          Map.entry("sm_pat_", 23),
          Map.entry("sm_sat_", 23),
          Map.entry("sntrys_", 80),
          Map.entry("sntryu_", 71),
          Map.entry("tskey-", 30),
          Map.entry("ucat_", 31),
          Map.entry("unkey_", 28),
          Map.entry("vtwn_", 36),
          Map.entry("xkeysib-", 85),
          Map.entry("xoxb-", 40),
          Map.entry("xoxp-", 40),
          Map.entry("zpka_", 46));

  private IssuerForms() {}

  /** Not cut off: neither with dots nor before the issuer's shortest form ends. */
  static boolean complete(CandidateValue candidate) {
    String value = candidate.reveal();
    return !value.endsWith("...")
        && !value.endsWith("\u2026")
        && MIN_LENGTHS.entrySet().stream()
            .noneMatch(form -> value.startsWith(form.getKey()) && value.length() < form.getValue());
  }
}
