package dev.telltale.sql;

import dev.telltale.detection.finding.FingerprintKey;
import java.io.Serializable;
import org.apache.spark.SparkEnv;
import scala.Option;

/**
 * A fingerprint key on its way to executors. Whatever Spark does with its serialised form (a
 * broadcast on a disk, a task's binary, another serialiser) shows the key to nobody: it is
 * encrypted under the key with which the application encrypts its scratch files, which Spark makes
 * for each application and hands its executors in memory.
 */
public final class SealedKey implements Serializable {
  /** The setting of Spark without which there is no such key. */
  public static final String IO_ENCRYPTION = "spark.io.encryption.enabled";

  private static final long serialVersionUID = 1L;

  private final byte[] sealed;

  private SealedKey(byte[] sealed) {
    this.sealed = sealed;
  }

  /**
   * Seals a key for the running application. Driver.
   *
   * @throws IllegalStateException if it writes its scratch files in clear
   */
  public static SealedKey of(FingerprintKey key) {
    return new SealedKey(key.sealed(ofApplication()));
  }

  /** The key again; a new object with each call. Executor of the same application. */
  public FingerprintKey open() {
    return FingerprintKey.opened(sealed, ofApplication());
  }

  private static byte[] ofApplication() {
    SparkEnv env = SparkEnv.get();
    Option<byte[]> key = env == null ? Option.empty() : env.securityManager().getIOEncryptionKey();
    if (key.isEmpty()) {
      throw new IllegalStateException(
          "a fingerprint key travels only in an application with " + IO_ENCRYPTION + "=true");
    }
    return key.get();
  }

  @Override
  public String toString() {
    return "a sealed fingerprint key of " + sealed.length + " bytes";
  }
}
