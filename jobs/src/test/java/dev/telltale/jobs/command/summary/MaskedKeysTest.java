package dev.telltale.jobs.command.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MaskedKeysTest {
  private static final MaskedKeys KEYS = new MaskedKeys();

  @AfterAll
  static void close() {
    KEYS.close();
  }

  @ParameterizedTest
  @CsvSource({
    "users/ines.weber@norvikfreight.com/part-0, users/, /part-0",
    "users/ines.weber@norvikfreight.com.json.gz, users/, .json.gz",
    "logs/2026/04/30/10/ines.weber@norvikfreight.com-1-2026-04-30-10-00-00-0a1b,"
        + " logs/2026/04/30/10/, -1-2026-04-30-10-00-00-0a1b",
  })
  void whatIsSensitiveInAKeyIsMasked(String key, String before, String after) {
    String shown = KEYS.of(key);
    assertTrue(shown.startsWith(before), shown);
    assertTrue(shown.endsWith(after), shown);
    assertFalse(shown.contains("ines.weber"), shown);
    assertFalse(shown.contains("norvikfreight.com"), shown);
  }

  @Test
  void otherKeysStay() {
    String key = "metrics/2026/04/30/10/metrics-1-2026-04-30-10-00-00-8f14e45f-ceea-467f";
    assertEquals(key, KEYS.of(key));
    assertNull(KEYS.of(null));
  }
}
