package dev.telltale.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.telltale.fault.FaultKind;
import dev.telltale.jobs.command.ExitCode;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** {@code docs/runbook.md} has an answer for everything that a run can end with. */
final class RunbookTest {
  private static final Path FILE = Path.of("..", "docs", "runbook.md");

  @Test
  void everyExitCodeHasARowOfItsOwn() throws Exception {
    Map<String, List<String>> rows = rows("## Exit codes");
    Set<String> codes = new TreeSet<>();
    for (Field code : ExitCode.class.getFields()) {
      codes.add(String.valueOf(code.getInt(null)));
    }
    assertEquals(codes, new TreeSet<>(rows.keySet()));
    rows.forEach((code, cells) -> assertAnswered(code, cells.get(0), cells.get(1)));
  }

  @Test
  void everyFaultHasARowOfItsOwnWithTheStatusThatItMakes() throws IOException {
    Map<String, List<String>> rows = rows("## Faults");
    Set<String> faults = new TreeSet<>();
    for (FaultKind kind : FaultKind.values()) {
      faults.add(kind.id());
      List<String> cells = rows.get(kind.id());
      assertNotNull(cells, kind.id());
      assertEquals(kind.effect().name().toLowerCase(Locale.ROOT), cells.get(0), kind.id());
      assertAnswered(kind.id(), cells.get(1), cells.get(2));
    }
    assertEquals(faults, new TreeSet<>(rows.keySet()));
  }

  private static void assertAnswered(String row, String meaning, String answer) {
    assertFalse(meaning.isBlank(), row + " has no meaning");
    assertFalse(answer.isBlank(), row + " says not what to do");
  }

  /** The rows of the first table below a heading: the first cell, and the cells behind it. */
  private static Map<String, List<String>> rows(String heading) throws IOException {
    List<String> lines = Files.readAllLines(FILE);
    Map<String, List<String>> rows = new LinkedHashMap<>();
    boolean inTable = false;
    for (String line : lines.subList(lines.indexOf(heading) + 1, lines.size())) {
      if (line.startsWith("|---")) {
        inTable = true;
      } else if (inTable && !line.startsWith("|")) {
        break;
      } else if (inTable) {
        List<String> cells =
            Arrays.stream(line.substring(1, line.lastIndexOf('|')).split("\\|", -1))
                .map(cell -> cell.strip().replaceAll("^`([^`]+)`$", "$1"))
                .toList();
        if (rows.put(cells.get(0), cells.subList(1, cells.size())) != null) {
          throw new IllegalStateException(cells.get(0) + " has two rows");
        }
      }
    }
    return rows;
  }
}
