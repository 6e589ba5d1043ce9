package dev.telltale.conventions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Raw content is read in listed classes only: {@code reveal-callers.txt}, one class a line, with a
 * reason where it needs one.
 */
final class RevealTest {
  private static final String LIST = "reveal-callers.txt";

  @Test
  void onlyListedClassesReadRawContent() throws IOException {
    TreeSet<String> callers =
        MainClasses.JOB.stream()
            .flatMap(type -> type.getAccessesFromSelf().stream())
            .filter(RevealTest::revealsAnother)
            .map(access -> file(access.getOriginOwner()))
            .collect(Collectors.toCollection(TreeSet::new));
    TreeSet<String> unlisted = new TreeSet<>(callers);
    unlisted.removeAll(listed());
    assertTrue(
        unlisted.isEmpty(),
        () ->
            "These classes call reveal() and are not in "
                + LIST
                + ". Can the value get from there into a message, a log, a row or a record type?"
                + " Think, then add them:\n"
                + String.join("\n", unlisted));
    TreeSet<String> idle = new TreeSet<>(listed());
    idle.removeAll(callers);
    assertTrue(
        idle.isEmpty(),
        () -> "No reveal() in these classes; remove them from " + LIST + ":\n" + idle);
  }

  @Test
  void theListIsSortedAndNamesEachClassOnce() throws IOException {
    assertEquals(List.copyOf(new TreeSet<>(listed())), listed());
  }

  private static boolean revealsAnother(JavaAccess<?> access) {
    return access.getTarget().getName().equals("reveal")
        && access.getTargetOwner().getPackageName().startsWith("dev.telltale")
        && !file(access.getTargetOwner()).equals(file(access.getOriginOwner()));
  }

  /** The top-level class, which has a file of its own. */
  private static String file(JavaClass type) {
    return type.getEnclosingClass().map(RevealTest::file).orElse(type.getName());
  }

  private static List<String> listed() throws IOException {
    try (InputStream list = RevealTest.class.getResourceAsStream(LIST)) {
      return new String(list.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.replaceFirst(" #.*", ""))
          .toList();
    }
  }
}
