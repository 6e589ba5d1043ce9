package dev.telltale.prevention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.google.re2j.Pattern;
import dev.telltale.detection.DetectionContext;
import dev.telltale.detection.Detector;
import dev.telltale.detection.Scans;
import dev.telltale.detection.finding.Finding;
import dev.telltale.detection.finding.Mask;
import dev.telltale.detection.repeat.KnownLeak;
import dev.telltale.detection.repeat.KnownLeaks;
import dev.telltale.detection.rules.Rule;
import dev.telltale.detection.rules.RuleSet;
import dev.telltale.limit.Limits;
import dev.telltale.value.JsonParser;
import dev.telltale.value.JsonText;
import dev.telltale.value.MalformedJson;
import dev.telltale.value.TextValue;
import dev.telltale.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each processor against its published semantics. */
final class PreventionTest {
  private static final List<Pattern> MAIL = List.of(Pattern.compile("[a-z]+@[a-z]+\\.io"));
  private static final String POINT =
      "{\"resource\":{\"service.name\":\"cart\",\"owner\":\"ann@corp.io\"},"
          + "\"scope\":{\"name\":\"ann@corp.io\",\"attributes\":{\"by\":\"ann@corp.io\"}},"
          + "\"metric\":{\"name\":\"logins_ann@corp.io\"},"
          + "\"attributes\":{\"user\":\"ann@corp.io x\",\"n\":5,\"map\":{\"in\":\"ann@corp.io\"},"
          + "\"list\":[\"ann@corp.io\"]},"
          + "\"exemplars\":[{\"filteredAttributes\":{\"user\":\"ann@corp.io\"}}]}";
  private static final String LOG =
      "{\"message\":\"by ann@corp.io\",\"user\":\"ann@corp.io\",\"n\":1,"
          + "\"env\":[{\"name\":\"USER\",\"value\":\"ann@corp.io\"}],\"to\":[\"ann@corp.io\"]}";

  @Test
  void redactionMasksStringsDirectlyInAttributesByValue() {
    assertEquals(
        POINT
            .replace("\"owner\":\"ann@corp.io\"", "\"owner\":\"****\"")
            .replace("\"by\":\"ann@corp.io\"", "\"by\":\"****\"")
            .replace("\"user\":\"ann@corp.io x\"", "\"user\":\"**** x\""),
        processed(new CollectorRedaction("values", List.of(), MAIL), "otlp-json", POINT));
  }

  @Test
  void redactionMasksWholeValuesByKeyButNotNestedOnes() {
    Prevention byKey =
        new CollectorRedaction("keys", Patterns.names(Set.of("user", "n", "in")), List.of());
    assertEquals(
        POINT.replace("\"user\":\"ann@corp.io x\"", "\"user\":\"****\""),
        processed(byKey, "otlp-json", POINT));
  }

  @Test
  void redactionGoesThroughBodiesOfLogs() {
    assertEquals(
        LOG.replace("ann@corp.io", "****"),
        processed(new CollectorRedaction("values", List.of(), MAIL), "gitpod-log", LOG));
    assertEquals(
        LOG.replace("\"value\":\"ann@corp.io\"", "\"value\":\"****\""),
        processed(
            new CollectorRedaction("keys", Patterns.names(Set.of("value", "to")), List.of()),
            "gitpod-log",
            LOG));
    assertEquals(
        "\"by ****!\"",
        processed(
            new CollectorRedaction("values", List.of(), MAIL),
            "text",
            new TextValue("by ann@corp.io!")));
  }

  @Test
  void transformReachesNamesAndTopLevelsOnly() {
    assertEquals(
        POINT
            .replace("\"owner\":\"ann@corp.io\"", "\"owner\":\"[redacted]\"")
            .replace("\"by\":\"ann@corp.io\"", "\"by\":\"[redacted]\"")
            .replace("logins_ann@corp.io", "logins_[redacted]")
            .replace("\"user\":\"ann@corp.io x\"", "\"user\":\"[redacted] x\""),
        processed(new CollectorTransform("values", Set.of(), MAIL), "otlp-json", POINT));
    assertEquals(
        LOG.replace("\"user\":\"ann@corp.io\",", ""),
        processed(new CollectorTransform("keys", Set.of("user", "value"), List.of()), "json", LOG));
  }

  @Test
  void transformWritesDollarsAndBackslashesAsTheCollectorReadsThem()
      throws JsonProcessingException {
    JsonNode transform =
        yaml(new CollectorTransform("values", Set.of(), List.of(Pattern.compile("a\\.\"b$"))))
            .at("/processors/transform~1telltale/metric_statements/3");
    assertEquals(
        "replace_pattern(metric.name, \"a\\\\.\\\"b$$\", \"[redacted]\")", transform.asText());
    JsonNode redaction =
        yaml(new CollectorRedaction("keys", Patterns.names(Set.of("a: #b")), List.of()))
            .at("/processors/redaction~1telltale");
    assertTrue(redaction.at("/allow_all_keys").asBoolean());
    assertEquals("^a: #b$$", redaction.at("/blocked_key_patterns/0").asText());
  }

  @Test
  void luaReachesEveryMemberAndNoText() {
    Prevention lua = new FluentBit(Set.of("value", "n"), List.of());
    assertEquals(
        LOG.replace("\"n\":1", "\"n\":\"[redacted]\"")
            .replace("\"value\":\"ann@corp.io\"", "\"value\":\"[redacted]\""),
        processed(lua, "fluent-bit", LOG));
    assertSame(POINT, same(lua, "otlp-json", POINT));
  }

  @Test
  void grepDropsTheRecordByItsText() {
    Prevention grep = new FluentBit(Set.of(), MAIL);
    assertNull(grep.processed(sent("fluent-bit", "{\"log\":\"by ann@corp.io\"}")));
    assertNull(grep.processed(new SentRecord("text", new TextValue("one\nann@corp.io"))));
    assertEquals(LOG, processed(grep, "json", LOG));
  }

  @Test
  void relabellingChangesTheLabelAndNotTheExemplar() {
    String series =
        "{\"labels\":{\"__name__\":\"logins\",\"actor\":\"ann@corp.io\",\"job\":\"a\"},"
            + "\"exemplars\":[{\"labels\":{\"actor\":\"ann@corp.io\"}}]}";
    String changed = series.replaceFirst("ann@corp.io", "redacted");
    assertEquals(
        changed,
        processed(new PrometheusRelabelling(Set.of("actor"), MAIL), "gitpod-metrics", series));
    assertEquals(
        changed,
        processed(
            new PrometheusRelabelling(Set.of("actor"), List.of()), "remote-write-v2", series));
    assertEquals(
        series.replaceFirst("logins", "redacted"),
        processed(
            new PrometheusRelabelling(Set.of("__name__"), List.of()), "gitpod-metrics", series));
    assertSame(LOG, same(new PrometheusRelabelling(Set.of("user"), MAIL), "json", LOG));
  }

  @Test
  void theSanitiserReadsKeysInMapsAndValuesInLists() {
    assertEquals(
        LOG.replace("\"user\":\"ann@corp.io\"", "\"user\":\"[redacted]\"")
            .replace("\"value\":\"ann@corp.io\"", "\"value\":\"[redacted]\""),
        processed(new Sanitiser(Set.of("User"), List.of()), "gitpod-log", LOG));
    assertEquals(
        LOG.replace("[\"ann@corp.io\"]", "[\"[redacted]\"]"),
        processed(new Sanitiser(Set.of(), MAIL), "gitpod-log", LOG));
    assertEquals(LOG, processed(new Sanitiser(Set.of("message"), List.of()), "gitpod-log", LOG));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "$.labels.actor;actor",
        "$.spec.containers[].env[].value;value",
        "$.tokens[];tokens",
        "$.rawData|base64|json$.user.email;rawData",
        "$.labels['user.email'];user.email",
        "$;''",
        "$.a.b|json$[].c;b"
      })
  void theNameIsThatWhichAProcessorSees(String pattern, String name) {
    assertEquals(name, CaseShape.lastName(pattern));
  }

  @Test
  void replayCountsWhatIsGoneAndWhatSuffers() {
    String mail = "ines.weber@norvikfreight.com";
    String leak = "{\"actor\":\"" + mail + "\",\"note\":\"x\"}";
    String hidden = "{\"actor\":\"ok\",\"note\":\"to " + mail + "\"}";
    String innocent = "{\"actor\":\"system\",\"note\":\"fine\"}";
    String untouched = "{\"note\":\"fine\"}";
    String fingerprint = Scans.KEY.fingerprint(mail);
    Rule email =
        RuleSet.builtin().rules().stream()
            .filter(rule -> rule.id().equals("pii.email"))
            .findFirst()
            .orElseThrow();
    List<Prevention> all = Preventions.against(CaseShape.of(List.of("$.actor"), List.of(email)));
    KnownLeaks known =
        KnownLeaks.of(
            List.of(
                KnownLeak.of(fingerprint, Mask.of(mail), mail.length(), "pii.email", "case-1")));
    try (Detector detector = new Detector(RuleSet.builtin(), Scans.KEY, Limits.defaults(), known);
        Detector scan = new Detector(RuleSet.builtin(), Scans.KEY, Limits.defaults())) {
      Replay replay = new Replay(all, Set.of(fingerprint), detector);
      for (String text : List.of(leak, hidden, innocent, untouched)) {
        SentRecord sent = sent("json", text);
        List<Finding> findings = scan.detect(sent.body(), DetectionContext.none()).findings();
        replay.add(sent, findings);
      }
      Map<String, ReplayCount> counts = new HashMap<>();
      for (int i = 0; i < all.size(); i++) {
        counts.put(all.get(i).id(), replay.counts().get(i));
      }
      assertEquals(new ReplayCount(2, 1, 2, 1), counts.get("collector-redaction-keys"));
      assertEquals(new ReplayCount(2, 2, 2, 0), counts.get("collector-redaction-values"));
      assertEquals(new ReplayCount(2, 0, 2, 0), counts.get("prometheus-relabelling-keys"));
      assertEquals(0.5, counts.get("sanitiser-keys").caughtPart());
      assertEquals(0.5, counts.get("sanitiser-keys").collateralPart());
    }
  }

  private static JsonNode yaml(Prevention prevention) throws JsonProcessingException {
    return new ObjectMapper(new YAMLFactory()).readTree(prevention.configuration());
  }

  @Test
  void whatIsEncodedIsMetByItsName() {
    List<Prevention> all =
        Preventions.against(
            CaseShape.of(
                List.of("$.note", "$.raw|base64|json$.mail"),
                List.of(
                    RuleSet.builtin().rules().stream()
                        .filter(rule -> rule.id().equals("pii.email"))
                        .findFirst()
                        .orElseThrow())));
    Prevention both =
        all.stream()
            .filter(each -> each.id().equals("collector-redaction-values-and-keys"))
            .findFirst()
            .orElseThrow();
    assertEquals(
        "{\"note\":\"to ****\",\"raw\":\"****\",\"other\":\"x\"}",
        processed(both, "json", "{\"note\":\"to ann@corp.io\",\"raw\":\"YW5u\",\"other\":\"x\"}"));
  }

  private static String same(Prevention prevention, String format, String json) {
    SentRecord sent = sent(format, json);
    return prevention.processed(sent) == sent.body() ? json : null;
  }

  private static String processed(Prevention prevention, String format, String json) {
    return JsonText.of(prevention.processed(sent(format, json)));
  }

  private static String processed(Prevention prevention, String format, Value body) {
    return JsonText.of(prevention.processed(new SentRecord(format, body)));
  }

  private static SentRecord sent(String format, String json) {
    try {
      return new SentRecord(format, new JsonParser(Limits.defaults()).parse(json));
    } catch (MalformedJson broken) {
      throw new AssertionError(broken);
    }
  }
}
