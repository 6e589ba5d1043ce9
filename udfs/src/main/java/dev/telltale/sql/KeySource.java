package dev.telltale.sql;

import dev.telltale.detection.finding.FingerprintKey;
import org.apache.hadoop.conf.Configuration;

/**
 * Reads a fingerprint key where it lies. The functions of SQL find one among the services of the
 * class path ({@link java.util.ServiceLoader}); the job jar brings it. Driver.
 */
public interface KeySource {
  /** The place of the key that is made once for the user. */
  String OF_USER = "user";

  /**
   * @param place {@code file:///PATH}, {@code env:NAME}, {@code s3a://BUCKET/KEY}, an ARN, or
   *     {@link #OF_USER}
   * @throws RuntimeException with problem, cause and remedy, and nothing of the key, if it cannot
   *     be read
   */
  FingerprintKey load(String place, Configuration hadoop);
}
