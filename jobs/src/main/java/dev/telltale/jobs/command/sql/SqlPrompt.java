package dev.telltale.jobs.command.sql;

import dev.telltale.jobs.command.Terminal;
import dev.telltale.jobs.settings.UserMistake;
import java.util.List;

/** Statements one after the other, each answered; a mistake does not end it. */
final class SqlPrompt {
  private final LakeSql lake;
  private final PromptInput input;
  private final Terminal terminal;
  private final int max;
  private ResultFormat format;

  SqlPrompt(LakeSql lake, PromptInput input, ResultFormat format, int max, Terminal terminal) {
    this.lake = lake;
    this.input = input;
    this.format = format;
    this.max = max;
    this.terminal = terminal;
  }

  void run() {
    terminal.err().println("A statement ends with ; and .help lists the commands.");
    for (String text = input.next(); text != null; text = input.next()) {
      String line = text.strip();
      if (PromptInput.ENDS.contains(line)) {
        return;
      }
      try {
        if (line.startsWith(".")) {
          command(line);
        } else {
          Statements.of(text).forEach(this::answer);
        }
      } catch (UserMistake mistake) {
        terminal.err().println(mistake.getMessage());
      }
    }
  }

  private void command(String line) {
    PromptCommand command = PromptCommand.of(line);
    String argument = command.argument(line);
    switch (command) {
      case TABLES -> input.show(PromptCommand.tables());
      case DESCRIBE -> answer("DESCRIBE " + argument);
      case FORMAT -> format = ResultFormat.of(argument);
      case HELP -> input.show(PromptCommand.help());
      case QUIT -> throw new IllegalStateException("an end is seen before");
    }
  }

  private void answer(String statement) {
    boolean[] cancelled = new boolean[1];
    input.cancellable(
        () -> {
          try {
            QueryAnswer answer = QueryAnswer.of(lake, statement, max);
            input.show(answer.text(format, input.width()));
            answer.remark(terminal.err());
          } catch (RuntimeException failed) {
            if (!cancelled[0]) {
              throw failed;
            }
            terminal.err().println("cancelled");
          }
        },
        () -> {
          cancelled[0] = true;
          lake.cancel();
        });
  }

  /** Statements that nobody waits between; the first mistake ends them. */
  static void runAll(
      List<String> statements, LakeSql lake, ResultFormat format, int max, Terminal terminal) {
    for (String statement : statements) {
      QueryAnswer answer = QueryAnswer.of(lake, statement, max);
      answer.print(format, terminal.out());
      terminal.out().flush();
      answer.remark(terminal.err());
    }
  }
}
