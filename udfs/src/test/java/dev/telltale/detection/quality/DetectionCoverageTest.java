package dev.telltale.detection.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.telltale.detection.rules.Rule;
import dev.telltale.detection.rules.RuleSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/detection-coverage.md} tells the truth about the rules. */
class DetectionCoverageTest {
  private static final int MANAGED_IDENTIFIERS = 166;
  private static final Set<String> CATEGORIES =
      Set.of("personal", "financial", "health", "network");

  private final List<String[]> managed = new ArrayList<>();
  private final Set<String> named = new TreeSet<>();

  DetectionCoverageTest() throws IOException {
    boolean list = true;
    for (String line : Files.readAllLines(Path.of("../docs/detection-coverage.md"))) {
      list &= !line.startsWith("## Beyond");
      if (!line.startsWith("| `")) {
        continue;
      }
      String[] cells = line.split("\\|", -1);
      if (list) {
        managed.add(cells);
      }
      named.addAll(quoted(cells[list ? 2 : 1]));
    }
  }

  private static List<String> quoted(String cell) {
    List<String> quoted = new ArrayList<>();
    String[] parts = cell.split("`", -1);
    for (int i = 1; i < parts.length; i += 2) {
      quoted.add(parts[i]);
    }
    return quoted;
  }

  @Test
  void everyManagedIdentifierHasARule() {
    assertEquals(MANAGED_IDENTIFIERS, managed.stream().map(cells -> cells[1]).distinct().count());
    assertEquals(List.of(), managed.stream().filter(cells -> quoted(cells[2]).isEmpty()).toList());
  }

  @Test
  void everyRuleThatIsNamedExists() {
    Set<String> unknown = new TreeSet<>(named);
    RuleSet.builtin().allRules().forEach(rule -> unknown.remove(rule.id()));
    assertEquals(Set.of(), unknown);
  }

  @Test
  void everyRuleForPeopleMoneyHealthAndMachinesIsNamed() {
    Set<String> silent =
        RuleSet.builtin().allRules().stream()
            .filter(rule -> CATEGORIES.contains(rule.category()))
            .map(Rule::id)
            .filter(id -> !named.contains(id))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(Set.of(), silent);
  }
}
