package dev.telltale.listing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyTextTest {
  @ParameterizedTest
  @CsvSource({
    "logs/2026/04/30/10/ann@norvik.example-1-2026-04-30-10-00-00-0a1b,"
        + "logs/2026/04/30/10/ann@norvik.example 1 2026-04-30-10-00-00-0a1b",
    "users/ann@norvik.example.json.gz, users/ann@norvik.example json gz",
    "users/ann@norvik.example.log.1, users/ann@norvik.example log.1",
    "users/ann@norvik.example.log-20260430, users/ann@norvik.example log 20260430",
    "users/ann@norvik.example.json/part-0, users/ann@norvik.example json/part-0",
    "users/ann@norvik.example.json-1-2026-04-30-10-00-00-0a1b.gz,"
        + "users/ann@norvik.example json 1 2026-04-30-10-00-00-0a1b gz",
  })
  void whatIsAppendedStandsApart(String key, String text) {
    assertEquals(text, KeyText.of(key));
  }

  @ParameterizedTest
  @CsvSource({
    "users/ann.txt@norvik.example",
    "users/ann.1-2026-04-30@norvik.example",
    "users/ann@mail.log.norvik.example",
    "users/ann.json+x@norvik.example/part-0",
    "a//b/",
    "''",
  })
  void whatBelongsToTheNameStays(String key) {
    assertEquals(key, KeyText.of(key));
  }
}
