package dev.telltale.demo.export;

import dev.telltale.demo.telemetry.Vocabulary;
import java.time.Instant;

/** Makes the clean objects of one telemetry type. Stateless. */
@FunctionalInterface
interface BulkType {
  /**
   * Makes one object without any leak.
   *
   * @param bytes about how many bytes it unpacks to; at least one record is made
   */
  byte[] object(Vocabulary words, Instant time, int bytes);
}
