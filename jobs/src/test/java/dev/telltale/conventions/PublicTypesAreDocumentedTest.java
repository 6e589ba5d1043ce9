package dev.telltale.conventions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every public type of main, and every package, says what it is. */
final class PublicTypesAreDocumentedTest {
  private static final Map<String, String> SOURCES = MainSources.all();
  private static final Pattern PUBLIC_TYPE =
      Pattern.compile("(?m)^public [a-z -]*(?:class|interface|record|enum|@interface) ");
  private static final Pattern PACKAGE = Pattern.compile("(?m)^package ");
  private static final Pattern ANNOTATIONS = Pattern.compile("(?:\\s*(?m:^@[^\\n]*))+\\s*\\z");

  @Test
  void everyPublicTypeHasAComment() {
    assertEquals(
        List.of(),
        SOURCES.entrySet().stream()
            .filter(file -> !isDocumented(file.getValue(), PUBLIC_TYPE))
            .map(Map.Entry::getKey)
            .toList());
  }

  @Test
  void everyPackageHasAComment() {
    assertEquals(
        List.of(),
        SOURCES.keySet().stream()
            .map(path -> path.substring(0, path.lastIndexOf('/') + 1) + "package-info.java")
            .distinct()
            .filter(info -> !isDocumented(SOURCES.getOrDefault(info, "package "), PACKAGE))
            .toList());
  }

  @Test
  void whatHasNoCommentIsSeen() {
    String type = "@Deprecated\npublic final class Sample {}\n";
    assertTrue(isDocumented("package a;\n\n/** What it is. */\n" + type, PUBLIC_TYPE));
    assertFalse(isDocumented("package a;\n\n" + type, PUBLIC_TYPE));
    assertFalse(isDocumented("package a;\n\n/* Not for the page. */\n" + type, PUBLIC_TYPE));
    assertFalse(isDocumented("/** Of the package. */\npackage a;\n\n" + type, PUBLIC_TYPE));
  }

  private static boolean isDocumented(String source, Pattern declaration) {
    Matcher declared = declaration.matcher(source);
    while (declared.find()) {
      String before = source.substring(0, declared.start());
      String comment = ANNOTATIONS.matcher(before).replaceFirst("").stripTrailing();
      if (!comment.endsWith("*/") || !comment.startsWith("/**", comment.lastIndexOf("/*"))) {
        return false;
      }
    }
    return true;
  }
}
