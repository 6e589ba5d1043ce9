package dev.telltale.sql;

import dev.telltale.detection.finding.FingerprintKey;
import dev.telltale.limit.Limits;
import java.security.SecureRandom;
import java.util.ServiceLoader;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.internal.SQLConf;

/**
 * The functions with the key that a session works with. A session says where its key lies, never
 * what it is; one that says nothing gets a key that the application makes and forgets, so that the
 * same value has the same fingerprint within it and nowhere else. Driver.
 */
final class FunctionKeys {
  private static final int MADE_BYTES = 32;
  private static final CoreFunctions KEYLESS = new CoreFunctions(null, Limits.defaults());

  private static Loaded last;

  private FunctionKeys() {}

  /** The functions with the key of a place ("" for the application's own). */
  private record Loaded(String application, String place, SealedKey key, CoreFunctions functions) {}

  /**
   * Throws an AnalysisException of Spark, unchecked, if the function refuses without a key, or the
   * key cannot be read or sent to executors
   */
  static CoreFunctions of(SqlFunction function) {
    if (function.key() == SqlFunction.Key.NONE) {
      return KEYLESS;
    }
    String place = place();
    if (place.isEmpty() && function.key() == SqlFunction.Key.NAMED) {
      throw FunctionMistake.of(
          function.id()
              + " needs a fingerprint key, and the session names none: set "
              + SqlFunctions.KEY_PLACE
              + " to file:///PATH, env:NAME, s3a://BUCKET/KEY, or the ARN of a secret or an SSM"
              + " parameter",
          null);
    }
    return loaded(place).functions();
  }

  /** The key that functions of the session work with. */
  static SealedKey key() {
    return loaded(place()).key();
  }

  private static String place() {
    return SQLConf.get().getConfString(SqlFunctions.KEY_PLACE, "").strip();
  }

  private static synchronized Loaded loaded(String place) {
    SparkContext context = SparkContext.getOrCreate();
    String application = context.applicationId();
    if (last == null || !last.application().equals(application) || !last.place().equals(place)) {
      try {
        FingerprintKey key = place.isEmpty() ? made() : read(place, context.hadoopConfiguration());
        SealedKey sealed = SealedKey.of(key);
        CoreFunctions functions = new CoreFunctions(sealed, Limits.defaults());
        last = new Loaded(application, place, sealed, functions);
      } catch (RuntimeException refused) {
        throw FunctionMistake.of(refused.getMessage(), refused);
      }
    }
    return last;
  }

  private static FingerprintKey made() {
    byte[] bytes = new byte[MADE_BYTES];
    new SecureRandom().nextBytes(bytes);
    return FingerprintKey.of(bytes);
  }

  private static FingerprintKey read(String place, Configuration hadoop) {
    return ServiceLoader.load(KeySource.class, KeySource.class.getClassLoader())
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "a fingerprint key is read by the job jar of Telltale, which is not on the class"
                        + " path: add it with spark.jars or --jars"))
        .load(place, hadoop);
  }
}
