package dev.telltale.jobs.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Commands with commands below them. */
final class GrammarTest {
  private static final Setting<String> LAKE =
      Setting.option("lake", ValueType.URI).describedAs("The lake; 100% of it.").required().one();
  private static final Setting<String> ID =
      Setting.operand(ValueType.text("ID")).describedAs("Of a case.").required().one();
  private static final Setting<List<String>> FILES =
      Setting.operand(ValueType.FILE).describedAs("Notebooks.").many();
  private static final Setting<Integer> LIMIT =
      Setting.option("limit", ValueType.COUNT).describedAs("How many.").standard(5).one();

  private static final Syntax ROOT =
      Syntax.group(
          "tool",
          "a tool",
          List.of(
              Syntax.of("cases", "list cases", "", List.of(LAKE))
                  .with(
                      List.of(
                          Syntax.of(
                              "show", "show one case", "All of it: 100%.", List.of(ID, LIMIT)))),
              Syntax.group(
                  "notebook",
                  "notebooks",
                  List.of(Syntax.of("run", "run notebooks", "", List.of(FILES, LIMIT))))));
  private static final Grammar GRAMMAR = new Grammar(ROOT, "tool 1", Map.of("0", "Done."));

  private static Call.Run run(String... words) {
    return assertInstanceOf(Call.Run.class, GRAMMAR.read(List.of(words)));
  }

  private static Call.Page page(String... words) {
    return assertInstanceOf(Call.Page.class, GRAMMAR.read(List.of(words)));
  }

  private static String mistake(String... words) {
    return assertThrows(UserMistake.class, () -> GRAMMAR.read(List.of(words))).getMessage();
  }

  @Test
  void aCommandMayRunWithoutOneBelowIt() {
    Call.Run run = run("cases", "--lake", "l");
    assertEquals(List.of("cases"), run.path());
    assertEquals("l", run.settings().value(LAKE));
  }

  @Test
  void theOptionsOfACommandStandBeforeOrAfterTheOneBelowIt() {
    for (String[] words :
        new String[][] {
          {"cases", "--lake", "l", "show", "7"},
          {"cases", "show", "--lake=l", "7"},
          {"cases", "show", "7", "--lake", "l"}
        }) {
      Call.Run run = run(words);
      assertEquals(List.of("cases", "show"), run.path());
      assertEquals("l", run.settings().value(LAKE));
      assertEquals("7", run.settings().value(ID));
      assertEquals(5, run.settings().value(LIMIT));
    }
  }

  @Test
  void operandsMayBeMany() {
    Settings settings = run("notebook", "run", "a", "b", "--limit", "1", "c").settings();
    assertEquals(List.of("a", "b", "c"), settings.value(FILES));
    assertEquals(1, settings.value(LIMIT));
    assertEquals(List.of(), run("notebook", "run").settings().value(FILES));
  }

  @Test
  void afterTwoDashesEveryWordIsAnOperand() {
    assertEquals("--7", run("cases", "--lake", "l", "show", "--", "--7").settings().value(ID));
  }

  @Test
  void theProblemsOfAllLevelsAreNamedTogether() {
    String text = mistake("cases", "--lak", "l", "show", "--limit", "few");
    assertTrue(text.contains("there is no option --lak\n  cause: tool cases does"), text);
    assertTrue(text.contains("did you mean --lake?"), text);
    assertTrue(text.contains("--lake is missing"), text);
    assertTrue(text.contains("ID is missing"), text);
    assertTrue(text.contains("write tool cases show ID"), text);
    assertTrue(text.contains("--limit cannot be \"few\""), text);
  }

  @Test
  void aGroupWithoutACommandAnswersWithItsPage() {
    assertFalse(page("notebook").wanted());
    assertTrue(page("notebook").text().startsWith("Usage: tool notebook [OPTIONS] COMMAND\n"));
    assertFalse(page().wanted());
  }

  @Test
  void helpIsThatOfTheCommandThatIsNamed() {
    for (String letter : List.of("-h", "--help")) {
      Call.Page page = page("cases", "show", "--lim", letter);
      assertTrue(page.wanted());
      assertEquals(GRAMMAR.help(List.of("cases", "show")), page.text());
    }
    assertEquals("tool 1\n", page("--version").text());
    String none =
        assertThrows(UserMistake.class, () -> GRAMMAR.help(List.of("cases", "shwo"))).getMessage();
    assertTrue(none.contains("did you mean show?"), none);
  }

  @Test
  void aPageHasUsageDescriptionParametersOptionsAndExitCodes() {
    assertEquals(
        """
        Usage: tool cases show --lake=URI [OPTIONS] ID

        Show one case.

        All of it: 100%.

        Parameters:
              ID           Of a case. (required)

        Options:
              --limit=N    How many.
                           Default: 5
              --lake=URI   The lake; 100% of it. (required)
          -h, --help       Show this page.

        Exit codes:
          0   Done.
        """,
        GRAMMAR.help(List.of("cases", "show")).replaceAll(" +\n", "\n"));
  }
}
