package dev.telltale.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The functions of SQL by their names, and what is said of them: the resource functions.txt. Needs
 * no class of Spark, so that a mistyped name can be answered before it is started.
 */
public final class FunctionNames {
  private static final String GROUP = "table";
  private static final Map<String, Map<String, List<String>>> ALL = read();

  private FunctionNames() {}

  /** Of those that give a value. */
  public static List<String> scalar() {
    return ALL.keySet().stream().filter(name -> !ALL.get(name).containsKey(GROUP)).toList();
  }

  /** Of those that stand after FROM. */
  public static List<String> table() {
    return ALL.keySet().stream().filter(name -> ALL.get(name).containsKey(GROUP)).toList();
  }

  /** As calls are written. */
  public static List<String> signatures() {
    return ALL.keySet().stream()
        .map(
            name -> {
              String usage = ALL.get(name).get("usage").get(0);
              return name + usage.substring(0, usage.indexOf(')') + 1);
            })
        .toList();
  }

  /** The lines of a function, by what they are. */
  static Map<String, List<String>> texts(String function) {
    return ALL.get(function);
  }

  private static Map<String, Map<String, List<String>>> read() {
    Map<String, Map<String, List<String>>> all = new LinkedHashMap<>();
    Map<String, List<String>> texts = Map.of();
    for (String line : resource().split("\n", -1)) {
      if (line.startsWith("[")) {
        texts = new LinkedHashMap<>();
        all.put(line.substring(1, line.indexOf(']')), texts);
      } else if (!line.isEmpty() && line.charAt(0) != '#') {
        int colon = line.indexOf(": ");
        texts
            .computeIfAbsent(line.substring(0, colon), kind -> new ArrayList<>())
            .add(line.substring(colon + 2));
      }
    }
    return all;
  }

  private static String resource() {
    try (InputStream texts = FunctionNames.class.getResourceAsStream("functions.txt")) {
      return new String(texts.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException("reading what functions do", broken);
    }
  }
}
