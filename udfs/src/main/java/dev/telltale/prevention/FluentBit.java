package dev.telltale.prevention;

import com.google.re2j.Pattern;
import dev.telltale.value.TextValue;
import dev.telltale.value.Value;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Filters of Fluent Bit, which see logs only. By names: a {@code lua} filter that goes through the
 * record, for no built-in filter replaces part of a text or reaches nested keys. By values: {@code
 * grep}, which drops the record, since patterns of Lua are no regular expressions. In Ruby's syntax
 * {@code ^} and {@code $} stand at every line.
 *
 * @see <a href="https://docs.fluentbit.io/manual/data-pipeline/filters">filters of Fluent Bit</a>
 */
final class FluentBit implements Prevention {
  private static final String BY = "[redacted]";

  private final Set<String> keys;
  private final List<Pattern> values;
  private final List<Pattern> lines;

  /** Either by names or by values. */
  FluentBit(Set<String> keys, List<Pattern> values) {
    this.keys = keys;
    this.values = values;
    lines =
        values.stream().map(value -> Pattern.compile(value.pattern(), Pattern.MULTILINE)).toList();
  }

  @Override
  public String id() {
    return "fluent-bit-" + (keys.isEmpty() ? "values" : "keys");
  }

  @Override
  public String title() {
    return keys.isEmpty()
        ? "Fluent Bit, grep filter that drops the record, by values"
        : "Fluent Bit, lua filter, by keys";
  }

  @Override
  public String fileName() {
    return id() + ".conf";
  }

  @Override
  public String blind() {
    return keys.isEmpty()
        ? "nested members; metrics, traces, Kubernetes state and analytics that do not pass it"
        : "texts and JSON inside of texts; metrics, traces, Kubernetes state and analytics that do not pass it";
  }

  @Override
  public String configuration() {
    return keys.isEmpty() ? grep() : lua();
  }

  private String grep() {
    return values.stream()
        .map(
            value ->
                """
                [FILTER]
                    Name     grep
                    Match    *
                    Exclude  log %s
                """
                    .formatted(value.pattern()))
        .collect(Collectors.joining("\n"));
  }

  private String lua() {
    String names =
        keys.stream()
            .map(key -> "[\"" + key.replace("\\", "\\\\").replace("\"", "\\\"") + "\"] = true")
            .collect(Collectors.joining(", "));
    return """
    [FILTER]
        Name    lua
        Match   *
        call    redact
        code    local keys = {%s} local function walk(t) local hit = false for k, v in pairs(t) do if type(v) == "table" then hit = walk(v) or hit elseif keys[k] then t[k] = "%s" hit = true end end return hit end function redact(tag, timestamp, record) if walk(record) then return 2, timestamp, record end return 0, timestamp, record end
    """
        .formatted(names, BY);
  }

  @Override
  public @Nullable Value processed(SentRecord sent) {
    if (Place.isSeries(sent.format()) || sent.format().startsWith("otlp-")) {
      return sent.body();
    }
    boolean[] drop = new boolean[1];
    Value processed = sent.changed((leaf, value) -> filtered(leaf, value, drop));
    return drop[0] ? null : processed;
  }

  private Value filtered(Leaf leaf, Value value, boolean[] drop) {
    if (!keys.isEmpty()) {
      return value.height() == 0 && leaf.holder() != null && keys.contains(leaf.key())
          ? new TextValue(BY)
          : value;
    }
    boolean seen = leaf.path().isEmpty() || (leaf.isTop() && leaf.key().equals("log"));
    drop[0] |= seen && value instanceof TextValue text && Patterns.any(lines, text.reveal());
    return value;
  }
}
