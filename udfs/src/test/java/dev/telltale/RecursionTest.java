package dev.telltale;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.telltale.limit.Depth;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Code of the core that calls itself: it hands on a {@link Depth}, or it walks what has a bounded
 * height, which {@code recursions.txt} says of each.
 */
final class RecursionTest {
  private static final String CORE = "dev.telltale.";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.telltale");

  /** The types whose height is bounded, by the word for them in the list. */
  private static final Map<String, List<String>> BOUNDED =
      Map.of(
          "value", List.of("value.Value", "value.ObjectValue", "value.ArrayValue", "value.Member"),
          "pattern", List.of("detection.pattern.Node"),
          "field", List.of("detection.field.Field", "detection.field.FieldPath"),
          "fixed", List.of());

  @Test
  void whatCallsItselfIsBounded() throws IOException {
    Map<String, String> listed = listed();
    Set<String> problems = new TreeSet<>();
    Set<String> used = new HashSet<>();
    for (Set<JavaCodeUnit> cycle : cycles()) {
      Set<String> names = new TreeSet<>();
      cycle.forEach(unit -> names.add(name(unit)));
      if (handsOnDepth(cycle)) {
        continue;
      }
      List<String> entries = names.stream().filter(listed::containsKey).toList();
      used.addAll(entries);
      if (entries.size() != 1) {
        problems.add(names + " takes no Depth, and is listed " + entries.size() + " times");
      } else if (!walks(cycle, listed.get(entries.get(0)))) {
        problems.add(names + " takes no " + listed.get(entries.get(0)));
      }
    }
    listed.keySet().stream()
        .filter(entry -> !used.contains(entry))
        .forEach(entry -> problems.add(entry + " is listed and does not call itself without one"));
    assertEquals(Set.of(), problems);
  }

  private static Map<String, String> listed() throws IOException {
    Map<String, String> listed = new LinkedHashMap<>();
    try (InputStream list = RecursionTest.class.getResourceAsStream("recursions.txt")) {
      new String(list.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(line -> listed.put(before(line), line.substring(before(line).length()).strip()));
    }
    return listed;
  }

  private static String before(String line) {
    return line.substring(0, line.indexOf(' '));
  }

  private static boolean handsOnDepth(Set<JavaCodeUnit> cycle) {
    return cycle.stream()
        .flatMap(unit -> unit.getCallsFromSelf().stream())
        .anyMatch(
            call ->
                call.getTargetOwner().isEquivalentTo(Depth.class)
                    && call.getTarget().getName().equals("deeper"));
  }

  private static boolean walks(Set<JavaCodeUnit> cycle, String word) {
    List<String> types = BOUNDED.get(word);
    return types.isEmpty()
        || cycle.stream()
            .flatMap(RecursionTest::inputs)
            .anyMatch(type -> types.contains(shortened(type.getName())));
  }

  private static Stream<JavaClass> inputs(JavaCodeUnit unit) {
    return Stream.concat(
        unit.getRawParameterTypes().stream(), Stream.of(unit.getOwner(), unit.getRawReturnType()));
  }

  private static String name(JavaCodeUnit unit) {
    return shortened(unit.getOwner().getName()) + "." + unit.getName();
  }

  private static String shortened(String name) {
    return name.startsWith(CORE) ? name.substring(CORE.length()) : name;
  }

  /** The strongly connected parts of the graph of calls, by Tarjan's algorithm. */
  private static List<Set<JavaCodeUnit>> cycles() {
    Search search = new Search();
    for (JavaClass type : CLASSES) {
      for (JavaCodeUnit unit : type.getCodeUnits()) {
        search.visit(unit);
      }
    }
    return search.cycles;
  }

  private static final class Search {
    private final Map<JavaCodeUnit, Integer> index = new HashMap<>();
    private final Deque<JavaCodeUnit> stack = new ArrayDeque<>();
    private final Set<JavaCodeUnit> open = new HashSet<>();
    private final List<Set<JavaCodeUnit>> cycles = new ArrayList<>();

    int visit(JavaCodeUnit unit) {
      if (index.containsKey(unit)) {
        return open.contains(unit) ? index.get(unit) : Integer.MAX_VALUE;
      }
      int number = index.size();
      index.put(unit, number);
      stack.push(unit);
      open.add(unit);
      int lowest = number;
      Set<JavaCodeUnit> called = called(unit);
      for (JavaCodeUnit next : called) {
        lowest = Math.min(lowest, visit(next));
      }
      if (lowest == number) {
        Set<JavaCodeUnit> part = new HashSet<>();
        JavaCodeUnit member;
        do {
          member = stack.pop();
          open.remove(member);
          part.add(member);
        } while (!member.equals(unit));
        if (part.size() > 1 || called.contains(unit)) {
          cycles.add(part);
        }
      }
      return lowest;
    }

    private static Set<JavaCodeUnit> called(JavaCodeUnit unit) {
      Set<JavaCodeUnit> called = new HashSet<>();
      unit.getCallsFromSelf()
          .forEach(call -> call.getTarget().resolveMember().ifPresent(called::add));
      unit.getCodeUnitReferencesFromSelf()
          .forEach(reference -> reference.getTarget().resolveMember().ifPresent(called::add));
      called.removeIf(target -> !target.getOwner().getName().startsWith(CORE));
      return called;
    }
  }
}
