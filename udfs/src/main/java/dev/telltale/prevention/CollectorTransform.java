package dev.telltale.prevention;

import com.google.re2j.Pattern;
import dev.telltale.value.TextValue;
import dev.telltale.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The {@code transform} processor of the OpenTelemetry Collector. {@code delete_key} removes a
 * member of a map, {@code replace_all_patterns} replaces in the strings directly in a map, {@code
 * replace_pattern} in one string: a body that is a string, the name of a metric or span. Nothing
 * reaches into arrays or, with these statements, into nested maps.
 *
 * @see <a
 *     href="https://github.com/open-telemetry/opentelemetry-collector-contrib/tree/main/pkg/ottl/ottlfuncs">ottlfuncs</a>
 */
final class CollectorTransform implements Prevention {
  private static final String BY = "[redacted]";
  private static final Map<String, List<String>> MAPS =
      Map.of(
          "log_statements", List.of("log.attributes", "resource.attributes", "scope.attributes"),
          "metric_statements",
              List.of("datapoint.attributes", "resource.attributes", "scope.attributes"),
          "trace_statements",
              List.of(
                  "span.attributes",
                  "spanevent.attributes",
                  "resource.attributes",
                  "scope.attributes"));
  private static final Map<String, String> TEXTS =
      Map.of(
          "log_statements", "log.body",
          "metric_statements", "metric.name",
          "trace_statements", "span.name");

  private final String variant;
  private final Set<String> keys;
  private final List<Pattern> values;

  CollectorTransform(String variant, Set<String> keys, List<Pattern> values) {
    this.variant = variant;
    this.keys = keys;
    this.values = values;
  }

  @Override
  public String id() {
    return "collector-transform-" + variant.replace(' ', '-');
  }

  @Override
  public String title() {
    return "OpenTelemetry Collector, transform processor, by " + variant;
  }

  @Override
  public String fileName() {
    return id() + ".yaml";
  }

  @Override
  public String blind() {
    return "arrays and nested maps, exemplars, links";
  }

  @Override
  public String configuration() {
    Map<String, Object> transform = new LinkedHashMap<>();
    transform.put("error_mode", "ignore");
    for (String signal : List.of("log_statements", "metric_statements", "trace_statements")) {
      transform.put(signal, statements(signal));
    }
    return Yaml.of(Map.of("processors", Map.of("transform/telltale", transform)));
  }

  private List<String> statements(String signal) {
    List<String> statements = new ArrayList<>();
    List<String> maps = new ArrayList<>(MAPS.get(signal));
    if (signal.equals("log_statements")) {
      maps.add("log.body");
    }
    for (String map : maps) {
      String where = map.equals("log.body") ? " where IsMap(log.body)" : "";
      for (String key : keys) {
        statements.add("delete_key(" + map + ", " + quoted(key) + ")" + where);
      }
      for (Pattern value : values) {
        statements.add(
            "replace_all_patterns("
                + map
                + ", \"value\", "
                + quoted(value.pattern())
                + ", \""
                + BY
                + "\")"
                + where);
      }
    }
    for (Pattern value : values) {
      statements.add(
          "replace_pattern("
              + TEXTS.get(signal)
              + ", "
              + quoted(value.pattern())
              + ", \""
              + BY
              + "\")");
    }
    return statements;
  }

  /** A literal of OTTL in a file of the collector. */
  private static String quoted(String text) {
    return '"' + Yaml.forCollector(text.replace("\\", "\\\\").replace("\"", "\\\"")) + '"';
  }

  @Override
  public Value processed(SentRecord sent) {
    return sent.changed(this::transformed);
  }

  private @Nullable Value transformed(Leaf leaf, Value value) {
    boolean map =
        switch (leaf.place()) {
          case RESOURCE_ATTRIBUTE, SCOPE_ATTRIBUTE, ATTRIBUTE, EVENT_ATTRIBUTE, LABEL, BODY ->
              leaf.isTop();
          case METRIC_NAME, SPAN_NAME, ELSEWHERE -> false;
        };
    if (map && keys.contains(leaf.key())) {
      return null;
    }
    boolean whole =
        leaf.place() == Place.METRIC_NAME
            || leaf.place() == Place.SPAN_NAME
            || (leaf.place() == Place.BODY && leaf.path().isEmpty() && !leaf.listed());
    return (map || whole) && value instanceof TextValue text
        ? Patterns.replaced(values, text, BY)
        : value;
  }
}
