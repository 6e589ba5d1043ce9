package dev.telltale.jobs;

import dev.telltale.jobs.command.ExitCode;
import java.util.function.UnaryOperator;

/** How the driver's process ends, so that its caller gets the exit code. */
final class ProcessEnd {
  private ProcessEnd() {}

  /**
   * Whether {@code main} returns, rather than calling {@link System#exit}. YARN takes an exit
   * before {@code main} returned for a failure of the application, whatever its code is, and starts
   * it once more: a driver in YARN's cluster mode that is done has to return. Everywhere else an
   * exit is better, because a thread of a library may outlive {@code main}.
   *
   * @param properties the system properties; spark-submit and YARN put Spark's settings there
   */
  static boolean isReturn(int code, UnaryOperator<String> properties) {
    return code == ExitCode.DONE
        && "yarn".equals(properties.apply("spark.master"))
        && "cluster".equals(properties.apply("spark.submit.deployMode"));
  }
}
