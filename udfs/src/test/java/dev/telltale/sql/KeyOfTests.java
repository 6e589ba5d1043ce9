package dev.telltale.sql;

import dev.telltale.detection.finding.FingerprintKey;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.conf.Configuration;

/** The place of a key is the key: for tests, where nothing else has to be read. */
public final class KeyOfTests implements KeySource {
  static final String PLACE = "the key of the tests";

  @Override
  public FingerprintKey load(String place, Configuration hadoop) {
    return FingerprintKey.of(place.getBytes(StandardCharsets.UTF_8));
  }
}
