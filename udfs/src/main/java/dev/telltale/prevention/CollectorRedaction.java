package dev.telltale.prevention;

import com.google.re2j.Pattern;
import dev.telltale.value.TextValue;
import dev.telltale.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The {@code redaction} processor of the OpenTelemetry Collector, version 0.126.0 or later for
 * bodies of logs. Attributes: strings directly below; a key that is blocked masks the whole value,
 * then each blocked value the part that matches. Bodies: strings at any depth. Nested attributes,
 * numbers, names of metrics and spans, links and exemplars are not looked at.
 *
 * @see <a
 *     href="https://github.com/open-telemetry/opentelemetry-collector-contrib/tree/main/processor/redactionprocessor">redactionprocessor</a>
 */
final class CollectorRedaction implements Prevention {
  private static final String MASK = "****";

  private final String variant;
  private final List<Pattern> keys;
  private final List<Pattern> values;

  CollectorRedaction(String variant, List<Pattern> keys, List<Pattern> values) {
    this.variant = variant;
    this.keys = keys;
    this.values = values;
  }

  @Override
  public String id() {
    return "collector-redaction-" + variant.replace(' ', '-');
  }

  @Override
  public String title() {
    return "OpenTelemetry Collector, redaction processor, by " + variant;
  }

  @Override
  public String fileName() {
    return id() + ".yaml";
  }

  @Override
  public String blind() {
    return "nested attributes, numbers, names of metrics and spans, exemplars, links; bodies of logs before 0.126.0";
  }

  @Override
  public String configuration() {
    Map<String, Object> redaction = new LinkedHashMap<>();
    redaction.put("allow_all_keys", true);
    if (!keys.isEmpty()) {
      redaction.put("blocked_key_patterns", texts(keys));
    }
    if (!values.isEmpty()) {
      redaction.put("blocked_values", texts(values));
    }
    redaction.put("summary", "silent");
    return Yaml.of(Map.of("processors", Map.of("redaction/telltale", redaction)));
  }

  private static List<String> texts(List<Pattern> patterns) {
    return patterns.stream().map(pattern -> Yaml.forCollector(pattern.pattern())).toList();
  }

  @Override
  public Value processed(SentRecord sent) {
    return sent.changed(this::redacted);
  }

  private Value redacted(Leaf leaf, Value value) {
    if (!(value instanceof TextValue text) || !reaches(leaf)) {
      return value;
    }
    if (leaf.holder() != null && Patterns.any(keys, leaf.key())) {
      return new TextValue(MASK);
    }
    return Patterns.replaced(values, text, MASK);
  }

  private static boolean reaches(Leaf leaf) {
    return switch (leaf.place()) {
      case RESOURCE_ATTRIBUTE, SCOPE_ATTRIBUTE, ATTRIBUTE, EVENT_ATTRIBUTE, LABEL -> leaf.isTop();
      case BODY -> true;
      case METRIC_NAME, SPAN_NAME, ELSEWHERE -> false;
    };
  }
}
