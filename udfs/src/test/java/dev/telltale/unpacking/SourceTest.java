package dev.telltale.unpacking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.unpacking.layer.Source;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What the buffer between an object and its frames costs. */
class SourceTest {
  private static final int LENGTH = 3_000_000;

  @Test
  void takingLittleAndLookingFarAheadMovesFewBytes() throws IOException {
    for (int ahead : new int[] {60_000, 65_537, 300_000, 1_048_577}) {
      byte[] bytes = Bytes.random(5, LENGTH);
      Source in = Source.of(new ByteArrayInputStream(bytes));
      long moved = 0;
      int largest = 0;
      for (int at = 0; in.ensure(1); at += 7) {
        int from = in.from();
        int held = in.held();
        in.ensure(ahead);
        moved += in.from() < from ? held : 0;
        largest = Math.max(largest, in.array().length);
        assertEquals(bytes[at] & 0xff, in.at(0));
        in.take(Math.min(7, in.held()));
      }
      assertTrue(moved < 8L * LENGTH, moved + " bytes were moved to look " + ahead + " ahead");
      assertTrue(largest <= 3 * Math.max(ahead, Source.BUFFER), largest + " bytes are held");
    }
  }
}
