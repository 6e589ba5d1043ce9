package dev.telltale.prevention;

import com.google.re2j.Pattern;
import dev.telltale.value.TextValue;
import dev.telltale.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code write_relabel_configs} of Prometheus: a label whose value matches, from end to end and
 * with the dot for every character, gets another value. The name of a metric is a label; exemplars,
 * metadata and sample values are not reached.
 *
 * @see <a
 *     href="https://prometheus.io/docs/prometheus/latest/configuration/configuration/#relabel_config">relabel_config</a>
 */
final class PrometheusRelabelling implements Prevention {
  private static final String BY = "redacted";

  private final Set<String> labels;
  private final List<Pattern> values;

  /**
   * @param labels that hold the values
   * @param values what they look like; none to replace whatever the labels hold
   */
  PrometheusRelabelling(Set<String> labels, List<Pattern> values) {
    this.labels = labels;
    this.values = values;
  }

  @Override
  public String id() {
    return "prometheus-relabelling-" + (values.isEmpty() ? "keys" : "values");
  }

  @Override
  public String title() {
    return "Prometheus, write relabelling, by " + (values.isEmpty() ? "keys" : "values");
  }

  @Override
  public String fileName() {
    return id() + ".yaml";
  }

  @Override
  public String blind() {
    return "exemplars, help texts, sample values; everything but metrics";
  }

  @Override
  public String configuration() {
    List<Map<String, Object>> configs = new ArrayList<>();
    for (String label : labels) {
      for (String regex : regexes()) {
        Map<String, Object> config = new LinkedHashMap<>();
        config.put("source_labels", List.of(label));
        config.put("regex", regex);
        config.put("target_label", label);
        config.put("replacement", BY);
        configs.add(config);
      }
    }
    return Yaml.of(Map.of("write_relabel_configs", configs));
  }

  private List<String> regexes() {
    return values.isEmpty()
        ? List.of(".+")
        : values.stream().map(value -> ".*(?:" + value.pattern() + ").*").toList();
  }

  @Override
  public Value processed(SentRecord sent) {
    if (!Place.isSeries(sent.format())) {
      return sent.body();
    }
    List<Pattern> anchored =
        regexes().stream().map(regex -> Pattern.compile("^(?s:" + regex + ")$")).toList();
    return sent.changed(
        (leaf, value) ->
            isLabel(leaf)
                    && labels.contains(leaf.key())
                    && value instanceof TextValue text
                    && Patterns.any(anchored, text.reveal())
                ? new TextValue(BY)
                : value);
  }

  private static boolean isLabel(Leaf leaf) {
    return leaf.place() == Place.LABEL || leaf.place() == Place.METRIC_NAME;
  }
}
