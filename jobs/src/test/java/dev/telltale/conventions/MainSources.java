package dev.telltale.conventions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The source files of main of all modules: path below the checkout, and text. */
final class MainSources {
  private static final Path ROOT = Path.of("..");
  private static final List<String> MODULES = List.of("udfs", "jobs", "demo");

  /** Strings and characters first, so that none of them starts a comment. */
  private static final Pattern COMMENT =
      Pattern.compile(
          "\"\"\"(?s:.*?)\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])+'"
              + "|(?<comment>//[^\\n]*|/\\*(?s:.*?)\\*/)");

  private MainSources() {}

  static Map<String, String> all() {
    Map<String, String> sources = new TreeMap<>();
    for (String module : MODULES) {
      for (Path file : files(ROOT.resolve(module).resolve("src/main/java"))) {
        sources.put(ROOT.relativize(file).toString(), text(file));
      }
    }
    return sources;
  }

  static String withoutComments(String source) {
    StringBuilder code = new StringBuilder();
    Matcher found = COMMENT.matcher(source);
    while (found.find()) {
      String kept = found.group("comment") == null ? found.group() : " ";
      found.appendReplacement(code, Matcher.quoteReplacement(kept));
    }
    return found.appendTail(code).toString();
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> tree = Files.walk(folder)) {
      return tree.filter(file -> file.toString().endsWith(".java")).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
