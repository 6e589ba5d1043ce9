package dev.telltale.demo;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import java.util.spi.ToolProvider;

/** {@code telltale demo}: the scan on a generated export, with a real S3 server on loopback. */
public final class Demo {
  static final int DONE = 0;
  static final int MISTAKE = 2;
  private static final int BUG = 70;
  private static final int MAX_FRAMES = 12;

  private Demo() {}

  /** Ends the process with the exit code of the contract: 0, 2, 70, or the one of the scan. */
  public static void main(String[] words) {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    PrintStream err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    int code;
    try {
      code = run(List.of(words), ScanTool::find, out, err);
    } catch (Throwable bug) {
      code = reported(bug, err);
    }
    out.flush();
    System.exit(code);
  }

  /**
   * Runs the demo.
   *
   * @param tools finds the job, once it is known that there is something to run
   */
  static int run(
      List<String> words, Supplier<ToolProvider> tools, PrintStream out, PrintStream err) {
    try {
      DemoOptions options = DemoOptions.parse(words);
      if (options.isHelpAsked()) {
        out.print(DemoOptions.help());
        return DONE;
      }
      return new DemoRun(options, new ScanTool(tools.get(), out, err), out, err).run();
    } catch (DemoMistake mistake) {
      err.println(mistake.getMessage());
      return MISTAKE;
    }
  }

  /** Classes and places only: messages of foreign exceptions may quote data. */
  private static int reported(Throwable bug, PrintStream err) {
    err.println("This is a bug in Telltale's demo, not a mistake of yours.");
    for (Throwable cause = bug; cause != null; cause = cause.getCause()) {
      err.println(cause.getClass().getName());
      StackTraceElement[] trace = cause.getStackTrace();
      for (int frame = 0; frame < Math.min(MAX_FRAMES, trace.length); frame++) {
        err.println("    at " + trace[frame]);
      }
    }
    return BUG;
  }
}
