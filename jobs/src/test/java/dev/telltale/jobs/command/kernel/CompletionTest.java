package dev.telltale.jobs.command.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dflib.jjava.jupyter.kernel.ReplacementOptions;
import org.junit.jupiter.api.Test;

final class CompletionTest {
  private final Completion completion = new Completion();

  private List<String> at(String code) {
    return completion.at(code, code.length());
  }

  @Test
  void relationsStandAfterFrom() {
    assertTrue(at("SELECT * FROM fin").containsAll(List.of("findings", "findings_once")));
    assertFalse(at("SELECT * FROM fin").contains("finding_id"));
  }

  @Test
  void columnsOfWhatTheCellReadsStandFirst() {
    String code = "SELECT ru FROM findings";
    assertEquals("rule", completion.at(code, "SELECT ru".length()).get(0));
    assertTrue(at("SELECT * FROM metrics WHERE metrics.lab").contains("labels"));
  }

  @Test
  void functionsAndWordsOfSqlComeToo() {
    assertTrue(at("SELECT telltale_").contains("telltale_redact"));
    assertTrue(at("SELECT count_i").contains("count_if"));
    assertTrue(at("sel").contains("SELECT"));
    assertEquals(List.of(), at("SELECT nothing_begins_so"));
  }

  @Test
  void thePlaceIsCountedInCodePoints() {
    SqlKernel kernel = new SqlKernel(new CompletableFuture<>());
    String code = "SELECT '\ud83d\ude00', fing FROM findings";
    int at = code.codePointCount(0, code.indexOf(" FROM"));
    ReplacementOptions options = kernel.complete(code, at);
    assertTrue(options.getReplacements().contains("fingerprint"));
    assertEquals(at - 4, options.getSourceStart());
    assertEquals(at, options.getSourceEnd());
    kernel.complete("", 99);
  }
}
