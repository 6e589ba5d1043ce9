package dev.telltale.jobs;

import dev.telltale.jobs.command.ExitCode;
import dev.telltale.jobs.command.Terminal;
import dev.telltale.jobs.logging.LogGuard;
import dev.telltale.jobs.settings.Call;
import dev.telltale.jobs.settings.UserMistake;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;

/** {@code telltale COMMAND [OPTIONS]}. */
public final class Telltale {
  private Telltale() {}

  public static void main(String[] words) {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    PrintStream err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    LogGuard.install();
    boolean interactive = isInteractive();
    int code =
        run(List.of(words), new Terminal(System.in, out, err, interactive, Clock.systemUTC()));
    out.flush();
    if (!ProcessEnd.isReturn(code, System::getProperty)) {
      System.exit(code);
    }
  }

  /** Runs one command; never throws. */
  public static int run(List<String> words, Terminal terminal) {
    try {
      return dispatch(words, terminal);
    } catch (UserMistake mistake) {
      terminal.err().println(mistake.getMessage());
      return ExitCode.MISTAKE;
    } catch (Exception | Error failed) {
      return FailureReport.print(failed, terminal.err());
    }
  }

  private static int dispatch(List<String> words, Terminal terminal) {
    Call call = Commands.grammar().read(words);
    if (call instanceof Call.Page page) {
      terminal.out().print(page.text());
      return page.wanted() ? ExitCode.DONE : ExitCode.MISTAKE;
    }
    Call.Run run = (Call.Run) call;
    return Commands.at(run.path()).run(run.settings(), terminal);
  }

  /** On Java 17 to 21 there is a console only where both ends of the process are a terminal. */
  @SuppressWarnings("SystemConsoleNull")
  static boolean isInteractive() {
    return System.console() != null && !"dumb".equals(System.getenv("TERM"));
  }
}
