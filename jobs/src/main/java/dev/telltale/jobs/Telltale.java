package dev.telltale.jobs;

import dev.telltale.jobs.command.Command;
import dev.telltale.jobs.command.Commands;
import dev.telltale.jobs.command.Terminal;
import dev.telltale.jobs.settings.Settings;
import dev.telltale.jobs.settings.Spelling;
import dev.telltale.jobs.settings.UserMistake;
import dev.telltale.jobs.store.QuietSdk;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;

/** {@code telltale <command> [settings]}. */
public final class Telltale {
  private Telltale() {}

  public static void main(String[] words) {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    PrintStream err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    QuietSdk.start();
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
    } catch (Exception | LinkageError failed) {
      return FailureReport.print(failed, terminal.err());
    }
  }

  private static int dispatch(List<String> words, Terminal terminal) {
    if (words.isEmpty() || isHelp(words.get(0))) {
      terminal.out().print(Commands.help());
      return words.isEmpty() ? ExitCode.MISTAKE : ExitCode.DONE;
    }
    if (words.get(0).equals("--version")) {
      terminal.out().println("telltale " + ProductVersion.text());
      return ExitCode.DONE;
    }
    Command command = Commands.named(words.get(0));
    if (command == null) {
      String near = Spelling.nearest(words.get(0), Commands.names());
      throw new UserMistake(
          "there is no command \"" + words.get(0) + "\"",
          "the commands are " + String.join(", ", Commands.names()),
          near == null ? "see telltale --help" : "did you mean " + near + "?");
    }
    List<String> rest = words.subList(1, words.size());
    if (rest.stream().anyMatch(Telltale::isHelp)) {
      terminal.out().print(command.commandLine().help());
      return ExitCode.DONE;
    }
    return command.run(Settings.read(command.commandLine(), rest), terminal);
  }

  /** On Java 17 to 21 there is a console only where both ends of the process are a terminal. */
  @SuppressWarnings("SystemConsoleNull")
  static boolean isInteractive() {
    return System.console() != null && !"dumb".equals(System.getenv("TERM"));
  }

  private static boolean isHelp(String word) {
    return word.equals("--help") || word.equals("-h") || word.equals("help");
  }
}
