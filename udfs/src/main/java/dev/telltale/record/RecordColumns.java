package dev.telltale.record;

import dev.telltale.value.Texts;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * The queryable columns of a record, read from its redacted body; every field but {@code
 * attributes} may be null.
 *
 * @param emitter who sent the record, as precise as it allows
 * @param name of the metric, span, event or kind
 */
public record RecordColumns(
    Instant eventTime,
    String emitter,
    String name,
    String severity,
    Map<String, String> attributes) {
  public RecordColumns {
    attributes = Map.copyOf(attributes);
  }

  /** The same with so many of its attributes, the first ones by name. */
  public RecordColumns withFewer(int max) {
    Map<String, String> fewer = new TreeMap<>();
    attributes.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .limit(max)
        .forEach(entry -> fewer.put(entry.getKey(), entry.getValue()));
    return new RecordColumns(eventTime, emitter, name, severity, fewer);
  }

  /** How many characters the columns have together. */
  public long length() {
    long length = lengthOf(emitter) + lengthOf(name) + lengthOf(severity);
    for (Map.Entry<String, String> attribute : attributes.entrySet()) {
      length += lengthOf(attribute.getKey()) + lengthOf(attribute.getValue());
    }
    return length;
  }

  private static long lengthOf(String text) {
    return text == null ? 0 : text.length();
  }

  /** Whether no text is longer than that. */
  public boolean fits(int max) {
    return lengthOf(emitter) <= max
        && lengthOf(name) <= max
        && lengthOf(severity) <= max
        && attributes.entrySet().stream()
            .allMatch(each -> lengthOf(each.getKey()) <= max && lengthOf(each.getValue()) <= max);
  }

  /** The same with no text longer than that; of attributes that are then alike one. */
  public RecordColumns shortened(int max) {
    Map<String, String> shorter = new TreeMap<>();
    attributes.forEach((key, value) -> shorter.put(Texts.start(key, max), Texts.start(value, max)));
    return new RecordColumns(
        eventTime,
        shortened(emitter, max),
        shortened(name, max),
        shortened(severity, max),
        shorter);
  }

  private static String shortened(String text, int max) {
    return text == null ? null : Texts.start(text, max);
  }

  public static RecordColumns none() {
    return new RecordColumns(null, null, null, null, Map.of());
  }
}
