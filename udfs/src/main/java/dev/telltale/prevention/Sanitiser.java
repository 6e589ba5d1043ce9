package dev.telltale.prevention;

import com.google.re2j.Pattern;
import dev.telltale.value.TextValue;
import dev.telltale.value.Value;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * A further key word or value pattern in the exporter's own sanitiser. A key word counts where the
 * key, in lower case, contains it, for strings; a pair of {@code name} and {@code value} counts
 * under its name. A pattern is looked for in strings that stand alone or in an array, and replaces
 * what matches. Logs keep {@code message} and {@code error} as they are; the name and labels of a
 * metric are keys and strings of a map.
 *
 * @see <a
 *     href="https://github.com/gitpod-io/gitpod/blob/main/components/scrubber/scrubber.go">scrubber.go</a>
 */
final class Sanitiser implements Prevention {
  private static final String BY = "[redacted]";
  private static final Set<String> UNTOUCHED =
      Set.of("error", "severity", "message", "time", "serviceContext", "context");

  private final Set<String> words = new TreeSet<>();
  private final List<Pattern> values;

  /** Either by names or by values. */
  Sanitiser(Set<String> keys, List<Pattern> values) {
    keys.forEach(key -> words.add(key.toLowerCase(Locale.ROOT)));
    this.values = values;
  }

  @Override
  public String id() {
    return "sanitiser-" + (words.isEmpty() ? "values" : "keys");
  }

  @Override
  public String title() {
    return "The exporter's sanitiser, by " + (words.isEmpty() ? "value patterns" : "key words");
  }

  @Override
  public String fileName() {
    return id() + ".txt";
  }

  @Override
  public String blind() {
    return words.isEmpty()
        ? "strings of a map, message and error of a log, JSON inside of a string, base64, keys of maps"
        : "numbers, objects and arrays under the key, message and error of a log, JSON inside of a string, base64, keys of maps";
  }

  @Override
  public String configuration() {
    StringBuilder text = new StringBuilder();
    words.forEach(word -> text.append("key contains: ").append(word).append('\n'));
    values.forEach(value -> text.append("value matches: ").append(value.pattern()).append('\n'));
    return text.toString();
  }

  @Override
  public Value processed(SentRecord sent) {
    boolean log = sent.format().equals("gitpod-log");
    return sent.changed((leaf, value) -> scrubbed(leaf, value, log));
  }

  private Value scrubbed(Leaf leaf, Value value, boolean log) {
    boolean untouched = log && !leaf.path().isEmpty() && UNTOUCHED.contains(leaf.path().get(0));
    if (untouched || !(value instanceof TextValue text)) {
      return value;
    }
    if (leaf.path().isEmpty() || leaf.listed() && leaf.holder() == null) {
      return Patterns.replaced(values, text, BY);
    }
    String key = leaf.pairName() == null ? leaf.key() : leaf.pairName();
    String lower = key.toLowerCase(Locale.ROOT);
    return words.stream().anyMatch(lower::contains) ? new TextValue(BY) : value;
  }
}
