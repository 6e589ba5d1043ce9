package dev.telltale.jobs.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A field that leaks in one way.
 *
 * @param pattern its path without indices
 * @param path of one of its places, with indices
 * @param encodings that had to be decoded, outermost first
 * @param records that hold it
 */
record LeakedField(
    String rule,
    String category,
    String telemetryType,
    String pattern,
    String path,
    List<String> encodings,
    boolean isObjectKey,
    long records) {
  private static final Pattern STEP =
      Pattern.compile("\\.([A-Za-z0-9_-]+)|\\['((?:[^'\\\\]|\\\\.)*)'\\]|\\[[0-9]+\\]");

  LeakedField {
    Objects.requireNonNull(pattern, "pattern");
    encodings = List.copyOf(encodings);
  }

  /** The names of members from the root inwards, as far as the record itself goes. */
  List<String> names() {
    return names(record(pattern));
  }

  /** The names in what was decoded from it as well. */
  List<String> allNames() {
    return names(pattern);
  }

  private static List<String> names(String text) {
    List<String> names = new ArrayList<>();
    Matcher step = STEP.matcher(text);
    while (step.find()) {
      String name = step.group(1) == null ? step.group(2) : step.group(1);
      if (name != null && !name.equals("*")) {
        names.add(name);
      }
    }
    return names;
  }

  /** Without what packs the telemetry on its way, after the sanitiser. */
  List<String> encodingsOfSender() {
    if (encodings.size() >= 3
        && encodings.subList(0, 3).equals(List.of("base64", "snappy", "protobuf"))) {
      return encodings.subList(3, encodings.size());
    }
    return pattern.startsWith("$.rawData|base64") && !encodings.isEmpty()
        ? encodings.subList(1, encodings.size())
        : encodings;
  }

  /** Whether it is a name of a member, not a value. */
  boolean isName() {
    return pattern.endsWith("~");
  }

  /** Whether it is an item of a list, which has no name of its own. */
  boolean isItem() {
    return record(path).endsWith("]") && !record(path).endsWith("']");
  }

  private static String record(String text) {
    int encoded = text.indexOf('|');
    return encoded < 0 ? text : text.substring(0, encoded);
  }
}
