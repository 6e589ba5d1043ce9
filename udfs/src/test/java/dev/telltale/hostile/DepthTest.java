package dev.telltale.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.detection.Detected;
import dev.telltale.detection.DetectionContext;
import dev.telltale.detection.Detector;
import dev.telltale.detection.rules.RuleProblems;
import dev.telltale.detection.rules.RuleSet;
import dev.telltale.detection.rules.TeamSource;
import dev.telltale.fault.Fault;
import dev.telltale.limit.Depth;
import dev.telltale.limit.Limits;
import dev.telltale.limit.TooDeep;
import dev.telltale.scan.ObjectRow;
import dev.telltale.value.ArrayValue;
import dev.telltale.value.BoundedJson;
import dev.telltale.value.JsonText;
import dev.telltale.value.ObjectValue;
import dev.telltale.value.Relocated;
import dev.telltale.value.Repeats;
import dev.telltale.value.Span;
import dev.telltale.value.TextValue;
import dev.telltale.value.Value;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/**
 * Whatever is nested meets the bound of its walker, on half the stack that a thread of an executor
 * has.
 */
class DepthTest {
  private static final long STACK_BYTES = 1 << 20;
  private static final Set<String> FAILURES =
      Set.of("jvm-error", "decoder-failed", "detector-failed");

  /** What each nested object ends with; nothing where its depth is one that is allowed. */
  private static final Map<String, String> FAULTS = new TreeMap<>();

  static {
    RuleSet.builtin(); // Reading our own rules is not what the small stack is for.
    FAULTS.put("json-deep-arrays.json", "json-depth-limit");
    FAULTS.put("json-deep-objects.json", "json-depth-limit");
    FAULTS.put("json-deep-unclosed.json", "json-truncated");
    FAULTS.put("json-deep-as-allowed.json", "");
    FAULTS.put("json-json-in-json.json", "encoding-limit");
    FAULTS.put("telemetry-cloudwatch-in-cloudwatch", "encoding-limit");
    FAULTS.put("telemetry-firehose-in-firehose", "encoding-limit");
    FAULTS.put("telemetry-otlp-deep-values", "");
    FAULTS.put("telemetry-kubernetes-kind", "");
    FAULTS.put("lines-base64-in-base64", "encoding-limit");
    FAULTS.put("container-gzip-layers", "layer-limit");
    FAULTS.put("container-zip-in-zip", "layer-limit");
    FAULTS.put("container-tar-in-tar", "layer-limit");
    FAULTS.put("file-parquet-deep-lists", "parquet");
    FAULTS.put("file-parquet-deep-lists-of-many", "parquet");
    FAULTS.put("file-parquet-deep-maps", "parquet");
    FAULTS.put("file-parquet-deep-structs", "parquet");
    FAULTS.put("file-parquet-deep-sets", "parquet");
    FAULTS.put("file-avro-deep-schema", "avro");
    FAULTS.put("file-avro-deep-rows", "json-depth-limit");
    FAULTS.put("file-orc-deep-types", "");
    FAULTS.put("message-groups", "");
    FAULTS.put("message-nested-with-text", "");
    FAULTS.put("message-kubernetes-kind", "column-limit");
  }

  @Test
  void nestedObjectsMeetTheirBounds() throws Throwable {
    Map<String, String> ended = new TreeMap<>();
    Set<String> failed = new TreeSet<>();
    for (HostileObject object : HostileObjects.all()) {
      if (FAULTS.containsKey(object.name())) {
        onSmallStack(
            () -> {
              ObjectRow row = HostileScan.of(object.name(), object.bytes().get()).object();
              List<String> kinds = row.faults().stream().map(fault -> fault.kind().id()).toList();
              String expected = FAULTS.get(object.name());
              ended.put(object.name(), kinds.contains(expected) ? expected : worst(row.fault()));
              if (kinds.stream().anyMatch(FAILURES::contains)) {
                failed.add(object.name());
              }
            });
      }
    }
    assertEquals(FAULTS, ended);
    assertEquals(Set.of(), failed);
  }

  private static String worst(Fault fault) {
    return fault == null ? "" : fault.kind().id();
  }

  @Test
  void valuesAreNoHigherThanWhateverWalksThemGoes() throws Throwable {
    Value highest = highest(new TextValue("x"));
    assertEquals(Depth.MAX_TREE, highest.height());
    assertThrows(TooDeep.class, () -> new ArrayValue(List.of(highest)));
    assertThrows(TooDeep.class, () -> ObjectValue.builder().add("a", highest).build());
    onSmallStack(
        () -> {
          String json = JsonText.of(highest);
          assertEquals(json, new BoundedJson(1 << 20, new Repeats(0)).write(highest));
          assertEquals(json, JsonText.of(Relocated.to(Span.of(0, 1), highest)));
        });
  }

  /** The highest tree, in whose leaf is JSON text as high as is parsed, and so on. */
  @Test
  void detectionWalksTheHighestValueWithAllEncodingsInside() throws Throwable {
    Limits limits = Limits.defaults();
    String text = "password=Zq8xT1kLw9";
    for (int i = 0; i < limits.encodingDepth(); i++) {
      Value value = new TextValue(text);
      for (int level = 0; level < limits.jsonDepth(); level++) {
        value = new ArrayValue(List.of(value));
      }
      text = JsonText.of(value);
    }
    Value highest = highest(new TextValue(text));
    onSmallStack(
        () -> {
          try (Detector detector = new Detector(RuleSet.builtin(), HostileScan.KEY, limits)) {
            Detected detected = detector.detect(highest, DetectionContext.none());
            assertFalse(detected.findings().isEmpty());
            assertTrue(JsonText.of(detected.redacted()).contains("[telltale:"));
          }
        });
  }

  private static Value highest(Value leaf) {
    Value value = leaf;
    for (int i = 0; i < Depth.MAX_TREE; i++) {
      value =
          i % 2 == 0
              ? new ArrayValue(List.of(value))
              : ObjectValue.builder().add("a", value).build();
    }
    return value;
  }

  @Test
  void patternsAndFilesOfRulesAreRefusedBeforeTheyAreWalked() throws Throwable {
    for (String pattern :
        List.of(
            "(".repeat(20_000) + "a" + ")".repeat(20_000),
            "(?:".repeat(5_000) + "(a)" + ")+".repeat(5_000))) {
      String yaml =
          "rules:\n- {id: a.b, title: t, category: custom, severity: low, confidence: 0.5, pattern: '"
              + pattern
              + "', examples: {match: ['«a»', '«a» b'], clean: [b, c]}, reference: r}";
      onSmallStack(() -> assertRefused("nested too deeply", yaml));
    }
    onSmallStack(() -> assertRefused("YAML", "rules: " + "[".repeat(50_000) + "]"));
  }

  private static void assertRefused(String reason, String yaml) {
    String message = assertThrows(RuleProblems.class, () -> rules(yaml)).getMessage();
    assertTrue(message.contains(reason), message.substring(0, Math.min(500, message.length())));
  }

  private static RuleSet rules(String yaml) {
    return RuleSet.builtin()
        .with(new TeamSource("team.yaml", yaml, Map.of(), LocalDate.of(2026, 1, 1)));
  }

  private static void onSmallStack(Executable walk) throws Throwable {
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Thread thread =
        new Thread(
            null,
            () -> {
              try {
                walk.execute();
              } catch (Throwable broken) {
                failure.set(broken);
              }
            },
            "small stack",
            STACK_BYTES);
    thread.start();
    thread.join();
    if (failure.get() != null) {
      throw failure.get();
    }
  }
}
