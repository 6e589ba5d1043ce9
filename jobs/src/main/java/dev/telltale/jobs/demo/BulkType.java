package dev.telltale.jobs.demo;

import java.time.Instant;

/** Makes the clean objects of one telemetry type. Stateless. */
@FunctionalInterface
interface BulkType {
  /**
   * Makes one object without any leak.
   *
   * @param bytes about how many bytes it unpacks to; at least one record is made
   */
  byte[] object(Words words, Instant time, int bytes);
}
