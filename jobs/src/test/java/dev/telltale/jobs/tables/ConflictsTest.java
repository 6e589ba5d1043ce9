package dev.telltale.jobs.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.jobs.settings.UserMistake;
import io.delta.exceptions.ConcurrentDeleteReadException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class ConflictsTest {
  @Test
  void aChangeThatLostIsMadeAgain() {
    AtomicInteger calls = new AtomicInteger();
    Conflicts.retried(
        () -> {
          if (calls.incrementAndGet() < 3) {
            throw new IllegalStateException(new ConcurrentDeleteReadException("taken"));
          }
        });
    assertEquals(3, calls.get());
  }

  @Test
  void aChangeThatLosesEveryTimeIsReportedAsAMistake() {
    UserMistake mistake =
        assertThrows(
            UserMistake.class,
            () ->
                Conflicts.retried(
                    () -> {
                      throw new ConcurrentDeleteReadException("taken");
                    }));
    assertTrue(mistake.getMessage().contains("being changed by another program"));
  }

  @Test
  void anyOtherFailureStaysWhatItIs() {
    AtomicInteger calls = new AtomicInteger();
    assertThrows(
        IllegalArgumentException.class,
        () ->
            Conflicts.retried(
                () -> {
                  calls.incrementAndGet();
                  throw new IllegalArgumentException("ours");
                }));
    assertEquals(1, calls.get());
  }
}
