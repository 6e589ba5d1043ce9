package dev.telltale.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.telltale.jobs.command.Terminal;
import dev.telltale.jobs.logging.LogGuard;
import dev.telltale.jobs.store.QuietSdk;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.spi.ToolProvider;

/**
 * The command line as a tool of the JDK's own service interface, for programs that have the job jar
 * on their class path and no more to do with it than its words and exit codes. One command at a
 * time: they share Spark's session.
 */
public final class TelltaleTool implements ToolProvider {
  /** Made by the service loader, before whoever asked for the tool uses s3a. */
  public TelltaleTool() {
    QuietSdk.start();
    LogGuard.install();
  }

  @Override
  public String name() {
    return "telltale";
  }

  @Override
  public int run(PrintStream out, PrintStream err, String... words) {
    Terminal terminal =
        new Terminal(System.in, out, err, Telltale.isInteractive(), Clock.systemUTC());
    int code = Telltale.run(List.of(words), terminal);
    out.flush();
    return code;
  }

  /** Writers see everything at the end, streams as it comes. */
  @Override
  public int run(PrintWriter out, PrintWriter err, String... words) {
    ByteArrayOutputStream results = new ByteArrayOutputStream();
    ByteArrayOutputStream complaints = new ByteArrayOutputStream();
    try (PrintStream outBytes = new PrintStream(results, false, UTF_8);
        PrintStream errBytes = new PrintStream(complaints, false, UTF_8)) {
      return run(outBytes, errBytes, words);
    } finally {
      out.write(results.toString(UTF_8));
      out.flush();
      err.write(complaints.toString(UTF_8));
      err.flush();
    }
  }
}
