package dev.telltale.decoding.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.MutationCount;
import dev.telltale.decoding.DecodedLines;
import dev.telltale.decoding.GeneratedLines;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Damage in the middle of a stream of lines. Seeded: the seed stands in every failure message. */
class DamagedLinesTest {
  private static final int MUTANTS = MutationCount.EACH;
  private static final int MUTANTS_OF_ONE = 20;
  private static final int ROWS = 14;
  private static final int FIRST_DAMAGED = 5;
  private static final int LAST_DAMAGED = 7;

  /** A row that goes on over a damaged line end takes in the next one. */
  private static final int INTACT_BEFORE = FIRST_DAMAGED - 1;

  private static final int RECOVERED = 3;

  @ParameterizedTest
  @EnumSource(GeneratedLines.Family.class)
  void linesBeforeTheDamageAreIntactAndThoseAfterItAreRecovered(GeneratedLines.Family family) {
    assertTimeoutPreemptively(
        Duration.ofMinutes(2),
        () -> {
          for (long seed = 0; seed < MUTANTS; seed += MUTANTS_OF_ONE) {
            List<GeneratedLines.Row> rows = new GeneratedLines(seed).rows(family, ROWS);
            List<String> before = DecodedLines.of(bytes(family, rows, ROWS)).bodies();
            for (long one = seed; one < seed + MUTANTS_OF_ONE; one++) {
              mutant(family, rows, before, one);
            }
          }
        });
  }

  private static void mutant(
      GeneratedLines.Family family, List<GeneratedLines.Row> rows, List<String> before, long seed) {
    Random random = new Random(seed);
    byte[] whole = bytes(family, rows, ROWS);
    int from = bytes(family, rows, FIRST_DAMAGED).length;
    int to = bytes(family, rows, LAST_DAMAGED).length;
    String hint = family + " seed " + seed;
    DecodedLines decoded = DecodedLines.of(damaged(whole, from, to, random));
    List<String> after = decoded.bodies();
    assertTrue(after.size() > RECOVERED + INTACT_BEFORE, hint + decoded.formats());
    int intact = family.headers() + INTACT_BEFORE;
    assertEquals(before.subList(0, intact), after.subList(0, intact), hint);
    assertEquals(
        before.subList(before.size() - RECOVERED, before.size()),
        after.subList(after.size() - RECOVERED, after.size()),
        hint);
  }

  private static byte[] bytes(
      GeneratedLines.Family family, List<GeneratedLines.Row> rows, int count) {
    return GeneratedLines.document(family, rows.subList(0, count)).getBytes(StandardCharsets.UTF_8);
  }

  /** Flips a bit, or cuts out, doubles or overwrites a block, between two places. */
  private static byte[] damaged(byte[] bytes, int from, int to, Random random) {
    int at = from + random.nextInt(to - from);
    int end = Math.min(to, at + 1 + random.nextInt(40));
    byte[] block = Arrays.copyOfRange(bytes, at, end);
    byte[] head = Arrays.copyOf(bytes, at);
    byte[] tail = Arrays.copyOfRange(bytes, end, bytes.length);
    switch (random.nextInt(4)) {
      case 0 -> block[random.nextInt(block.length)] ^= (byte) (1 << random.nextInt(8));
      case 1 -> block = new byte[0];
      case 2 -> block = joined(block, block);
      default -> random.nextBytes(block);
    }
    return joined(joined(head, block), tail);
  }

  private static byte[] joined(byte[] head, byte[] tail) {
    byte[] joined = Arrays.copyOf(head, head.length + tail.length);
    System.arraycopy(tail, 0, joined, head.length, tail.length);
    return joined;
  }
}
