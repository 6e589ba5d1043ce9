package dev.telltale.sql;

import dev.telltale.detection.finding.FingerprintKey;
import java.io.Serializable;
import java.security.SecureRandom;
import org.apache.spark.SparkEnv;
import scala.Option;

/**
 * A fingerprint key on its way to executors. Whatever Spark does with its serialised form (a
 * broadcast on a disk, a task's binary, another serialiser) shows the key to nobody: it is
 * encrypted under the key with which the application encrypts its scratch files, which Spark makes
 * for each application and hands its executors in memory. An application without such a key may
 * still run in this process alone: its keys are sealed under one that this process makes and keeps.
 */
public final class SealedKey implements Serializable {
  /** The setting of Spark without which there is no such key. */
  public static final String IO_ENCRYPTION = "spark.io.encryption.enabled";

  private static final long serialVersionUID = 1L;
  private static final byte[] OF_PROCESS = random();

  private final byte[] sealed;

  private SealedKey(byte[] sealed) {
    this.sealed = sealed;
  }

  /**
   * Seals a key for the running application. Driver.
   *
   * @throws IllegalStateException if its executors are other processes, and its scratch files are
   *     written in clear
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
    if (key.isDefined()) {
      return key.get();
    }
    if (env == null || !isOneProcess(env.conf().get("spark.master", ""))) {
      throw new IllegalStateException(
          "the fingerprint key travels to executors only in an application with "
              + IO_ENCRYPTION
              + "=true");
    }
    return OF_PROCESS;
  }

  /** Not "local-cluster[...]", whose executors are processes of their own. */
  private static boolean isOneProcess(String master) {
    return master.equals("local") || master.startsWith("local[");
  }

  private static byte[] random() {
    byte[] made = new byte[32];
    new SecureRandom().nextBytes(made);
    return made;
  }

  @Override
  public String toString() {
    return "a sealed fingerprint key of " + sealed.length + " bytes";
  }
}
