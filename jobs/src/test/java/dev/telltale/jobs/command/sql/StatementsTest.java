package dev.telltale.jobs.command.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StatementsTest {
  @Test
  void aSemicolonEndsAStatementOutsideOfQuotesAndComments() {
    assertEquals(
        List.of(
            "SELECT ';' AS a",
            "SELECT \"a;b\\\";\"",
            "SELECT `c;d`",
            "-- a note; with a semicolon\nSELECT 1",
            "SELECT /* x; /* y; */ z; */ 2",
            "SELECT 'it\\'s; so'",
            "SELECT 3"),
        Statements.of(
            "SELECT ';' AS a;\nSELECT \"a;b\\\";\"; SELECT `c;d`;-- a note; with a semicolon\nSELECT 1;"
                + "SELECT /* x; /* y; */ z; */ 2;;  ; SELECT 'it\\'s; so'; SELECT 3\n"));
  }

  @Test
  void commentsAloneAreNoStatement() {
    assertEquals(List.of(), Statements.of("-- nothing\n/* here; */ ;\n"));
    assertEquals(List.of("SELECT 1"), Statements.of("SELECT 1;\n-- the end"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1;",
        "SELECT 1;  \n",
        "SELECT 1; -- so",
        "SELECT ';' ;",
        "SELECT 1; /* x */",
        "-- ;"
      })
  void aWholeStatementIsComplete(String text) {
    assertTrue(Statements.isComplete(text));
    assertTrue(PromptInput.isWhole(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1",
        "SELECT ';",
        "SELECT 1; SELECT 2",
        "SELECT \"a;",
        "SELECT /* ;",
        "SELECT 'it\\';"
      })
  void whatGoesOnIsNot(String text) {
    assertFalse(Statements.isComplete(text));
    assertFalse(PromptInput.isWhole(text));
  }
}
