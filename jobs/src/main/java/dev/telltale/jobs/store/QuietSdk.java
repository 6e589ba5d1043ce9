package dev.telltale.jobs.store;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The AWS SDK bundle carries a logging facade of its own that greets the user with three lines
 * about a missing binding, straight to standard error. They ask nothing of anybody.
 */
public final class QuietSdk {
  private static final String FACADE = "software.amazon.awssdk.thirdparty.org.slf4j.LoggerFactory";

  private static final AtomicBoolean STARTED = new AtomicBoolean();

  private QuietSdk() {}

  /**
   * Lets the facade say its lines to nobody. To be called before the first use of s3a and before
   * other threads; does nothing when it is called again. Costs as much as opening the bundle, so
   * only what is about to use it calls this.
   */
  public static void start() {
    if (STARTED.getAndSet(true)) {
      return;
    }
    PrintStream err = System.err;
    try (PrintStream nobody =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
      System.setErr(nobody);
      Class.forName(FACADE).getMethod("getILoggerFactory").invoke(null);
    } catch (ReflectiveOperationException otherSdk) {
      // Without the bundle there is no such facade, and nothing to keep quiet.
      return;
    } finally {
      System.setErr(err);
    }
  }
}
