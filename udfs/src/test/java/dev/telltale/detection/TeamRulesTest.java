package dev.telltale.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.detection.finding.Finding;
import dev.telltale.detection.finding.FingerprintKey;
import dev.telltale.detection.rules.DigestList;
import dev.telltale.detection.rules.RuleProblems;
import dev.telltale.detection.rules.RuleSet;
import dev.telltale.detection.rules.TeamPolicy;
import dev.telltale.detection.rules.TeamSource;
import dev.telltale.limit.Limits;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TeamRulesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
  private static final String MAIL = "{\"mail\":\"" + Scans.EMAIL + "\"}";

  private static RuleSet rules(String yaml, Map<String, String> lists) {
    return RuleSet.builtin().with(new TeamSource("team.yaml", yaml, lists, TODAY));
  }

  private static List<Finding> findings(RuleSet rules, String type, String json) {
    try (Detector detector = new Detector(rules, Scans.KEY, Limits.defaults())) {
      DetectionContext context = new DetectionContext(type, List.of(), "$", () -> null);
      return detector.detect(Scans.parse(json), context).findings();
    }
  }

  private static Finding only(String yaml, String json) {
    return findings(rules(yaml, Map.of()), "logs", json).get(0);
  }

  private static String allow(String condition, String expires) {
    return "allow:\n- {id: known-mail, owner: jo, reason: public, expires: "
        + expires
        + ", "
        + condition
        + "}\n";
  }

  @Test
  void anAllowedFindingIsReportedAsSuppressedAndStillRedacted() {
    for (String condition :
        List.of(
            "fingerprint: " + Scans.KEY.fingerprint(Scans.EMAIL),
            "pattern: 'jo[.].*@acme-widgets[.]io'",
            "path: '$.ma*'",
            "rules: [pii.email], path: '$.mail'")) {
      Finding finding = only(allow(condition, "2026-11-25"), MAIL);
      assertEquals("known-mail", finding.suppressedBy(), condition);
    }
    try (Detector detector =
        new Detector(
            rules(allow("path: '*'", "2026-12-01"), Map.of()), Scans.KEY, Limits.defaults())) {
      Detected detected = detector.detect(Scans.parse(MAIL), DetectionContext.none());
      assertFalse(Scans.redacted(detected).contains("jo.miller"));
    }
  }

  @Test
  void whatATeamMakesOfMatchesChangesTheIdAndNotWhatMatches() {
    RuleSet builtin = RuleSet.builtin();
    for (String policy :
        List.of(
            "severity: {pii.email: high}\n",
            "floor: 0.7\n",
            "floors: {personal: 0.8}\n",
            "telemetry: {logs: {severity: {pii.email: low}}}\n",
            allow("path: '$.mail'", "2099-01-01"))) {
      RuleSet changed = rules(policy, Map.of());
      assertNotEquals(builtin.id(), changed.id(), policy);
      assertEquals(builtin.matchingId(), changed.matchingId(), policy);
    }
  }

  @Test
  void whatMatchesHasADigestOfItsOwn() {
    RuleSet builtin = RuleSet.builtin();
    String known =
        "known: [{id: acme.user, title: U, category: personal, severity: low, values: u}]\n";
    List<RuleSet> changed =
        List.of(
            rules("off: [pii.email]\n", Map.of()),
            builtin.includingExamples(),
            builtin.switched(List.of(), List.of("network.mac")),
            rules(
                known,
                Map.of(
                    "u", DigestList.write(List.of("iweber"), Scans.KEY.id(), Scans.KEY::digest))),
            rules(
                known,
                Map.of(
                    "u", DigestList.write(List.of("jfalk"), Scans.KEY.id(), Scans.KEY::digest))));
    assertEquals(
        changed.size() + 1,
        java.util.stream.Stream.concat(java.util.stream.Stream.of(builtin), changed.stream())
            .map(RuleSet::matchingId)
            .distinct()
            .count());
  }

  @Test
  void everyConditionOfAnEntryMustHold() {
    for (String condition :
        List.of(
            "path: '$.other'",
            "pattern: 'jo'",
            "rules: [pii.phone], path: '*'",
            "path: '*', fingerprint: " + Scans.KEY.fingerprint("another"))) {
      assertNull(only(allow(condition, "2099-01-01"), MAIL).suppressedBy(), condition);
    }
  }

  @Test
  void anExpiredEntryIsAWarningAndSuppressesNothing() {
    RuleSet rules = rules(allow("path: '*'", "2026-11-24"), Map.of());
    assertEquals(
        List.of("allow entry known-mail of jo expired on 2026-11-24 and suppresses nothing"),
        rules.team().warnings());
    assertNull(findings(rules, "logs", MAIL).get(0).suppressedBy());
  }

  @Test
  void valuesAreAllowedByDigestWhateverTheirCase() {
    String list =
        DigestList.write(List.of("JO.Miller@ACME-widgets.io"), Scans.KEY.id(), Scans.KEY::digest);
    RuleSet rules = rules(allow("values: mails", "2099-01-01"), Map.of("mails", list));
    assertEquals("known-mail", findings(rules, "logs", MAIL).get(0).suppressedBy());
    assertFalse(list.contains("iller"));
  }

  @Test
  void severitiesAndFloorsFollowTheTelemetryType() {
    RuleSet rules =
        rules(
            """
            severity: {personal: low}
            floors: {pii.email: 0.2}
            telemetry:
              analytics: {severity: {pii.email: critical}, floor: 1}
            """,
            Map.of());
    Finding inLogs = findings(rules, "logs", MAIL).get(0);
    assertEquals("low", inLogs.severity());
    assertNull(inLogs.suppressedBy());
    Finding inAnalytics = findings(rules, "analytics", MAIL).get(0);
    assertEquals("critical", inAnalytics.severity());
    assertEquals(TeamPolicy.BELOW_FLOOR, inAnalytics.suppressedBy());
  }

  @Test
  void rulesAreSwitchedAndAdded() {
    assertEquals(List.of(), findings(rules("off: [pii.email]", Map.of()), "logs", MAIL));
  }

  private static RuleSet knowing(String... values) {
    String list = DigestList.write(List.of(values), Scans.KEY.id(), Scans.KEY::digest);
    return rules(
        """
        known:
        - {id: acme.known, title: Known, category: custom, severity: low, values: list}
        """,
        Map.of("list", list));
  }

  @Test
  void knownValuesAreFoundWholeInNamesAndTexts() {
    RuleSet rules = knowing("jmiller", "acme/widgets", "db-01.internal.acme.io", "Jo Miller");
    String json =
        "{\"m\":\"JMiller pushed acme/widgets to db-01.internal.acme.io.\",\"who\":\"jo miller\","
            + "\"no\":\"jmillerx xjmiller acme/widgetsy\",\"jmiller\":1,\"u\":\"by%20jmiller\"}";
    List<Finding> found = findings(rules, "logs", json);
    assertEquals(
        List.of(
            "$['j****r']~ 0+7", "$.m 0+7", "$.m 15+12", "$.m 31+22", "$.who 0+9", "$.u|url 3+7"),
        found.stream().map(f -> f.fieldPath() + " " + f.start() + "+" + f.length()).toList());
    assertTrue(found.stream().allMatch(f -> f.rule().equals("acme.known")));
    assertTrue(found.get(0).evidence().toString().contains("the team's own list"));
  }

  @Test
  void knownValuesUnderAnotherKeyAreRefused() {
    FingerprintKey other =
        FingerprintKey.of("another key for tests".getBytes(StandardCharsets.UTF_8));
    RuleSet rules = knowing("jmiller");
    assertThrows(
        IllegalArgumentException.class, () -> new Detector(rules, other, Limits.defaults()));
  }

  @Test
  void allProblemsOfAFileAreReportedAtOnce() {
    String yaml =
        """
        colour: red
        off: [no.such]
        severity: {pii.email: awful, nothing: low}
        floor: 2
        telemetry: {moon: {floor: 0.5}}
        known:
        - {id: Bad, title: x, category: custom, severity: low, values: nowhere}
        allow:
        - {id: a, reason: x, expires: tomorrow}
        rules:
        - {id: acme.x}
        """;
    RuleProblems problems = assertThrows(RuleProblems.class, () -> rules(yaml, Map.of()));
    String all = problems.getMessage();
    for (String each :
        List.of(
            "unknown key colour",
            "no rule is called no.such",
            "awful is not one of",
            "nothing is neither a rule nor a category",
            "floor is a number from 0 to 1",
            "telemetry.moon: is not one of",
            "values names a file that was not read",
            "an id is lower-case words",
            "owner is missing",
            "expires is a date",
            "needs one of [fingerprint",
            "rule acme.x: pattern is missing")) {
      assertTrue(all.contains(each), each + " in " + all);
    }
  }

  @Test
  void everythingThatDecidesAMatchChangesTheId() {
    String base = RuleSet.builtin().id();
    String list = DigestList.write(List.of("jmiller"), Scans.KEY.id(), Scans.KEY::digest);
    String more = DigestList.write(List.of("jmiller", "x"), Scans.KEY.id(), Scans.KEY::digest);
    String known = "known: [{id: acme.k, title: K, category: custom, severity: low, values: l}]";
    List<String> ids =
        List.of(
            base,
            RuleSet.builtin().includingExamples().id(),
            rules("off: [pii.email]", Map.of()).id(),
            rules("severity: {pii.email: low}", Map.of()).id(),
            rules("floor: 0.5", Map.of()).id(),
            rules("telemetry: {logs: {floor: 0.5}}", Map.of()).id(),
            rules(allow("path: '*'", "2099-01-01"), Map.of()).id(),
            rules(allow("path: '$*'", "2099-01-01"), Map.of()).id(),
            rules(known, Map.of("l", list)).id(),
            rules(known, Map.of("l", more)).id(),
            RuleSet.builtin()
                .id(dev.telltale.limit.ChangedLimits.with("encodingDepth", 3).limits()));
    assertEquals(ids.size(), ids.stream().distinct().count());
  }

  @Test
  void commentsAndOrderDoNotChangeTheId() {
    RuleSet one = rules("floor: 0.5\noff: [pii.email, pii.phone]\n", Map.of());
    RuleSet other = rules("# why\noff: [pii.phone, pii.email]\nfloor: 0.50\n", Map.of());
    assertEquals(one.id(), other.id());
    assertEquals(RuleSet.builtin().id(), rules(allow("path: '*'", "2020-01-01"), Map.of()).id());
    assertEquals(
        rules(allow("path: '*'", "2098-01-01"), Map.of()).id(),
        rules(allow("path: '*'", "2099-01-01"), Map.of()).id());
    assertNotEquals(RuleSet.builtin().id(), one.id());
  }
}
