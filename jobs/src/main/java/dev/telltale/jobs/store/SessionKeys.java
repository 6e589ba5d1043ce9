package dev.telltale.jobs.store;

import dev.telltale.detection.finding.FingerprintKey;
import dev.telltale.sql.KeySource;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;

/** The fingerprint key of a session, for the functions of SQL. Driver. */
public final class SessionKeys implements KeySource {
  @Override
  public FingerprintKey load(String place, Configuration hadoop) {
    return new FingerprintKeys(hadoop, System.getenv(), Path.of(System.getProperty("user.home")))
        .load(place.equals(OF_USER) ? null : place);
  }
}
