package dev.telltale.jobs.leaks;

import java.io.StringWriter;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.WriterAppender;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.layout.PatternLayout;

/** What the loggers of this process write from now on, at a level, until it is closed. */
final class CapturedLog implements AutoCloseable {
  private static final String PATTERN = "%p %c: %m %X%n%xEx";

  private final LoggerContext context = (LoggerContext) LogManager.getContext(false);
  private final LoggerConfig root = context.getConfiguration().getRootLogger();
  private final Level before = root.getLevel();
  private final StringWriter text = new StringWriter();
  private final String name;

  CapturedLog(String name, Level level) {
    this.name = name;
    WriterAppender appender =
        WriterAppender.createAppender(
            PatternLayout.newBuilder().withPattern(PATTERN).build(), null, text, name, false, true);
    appender.start();
    root.addAppender(appender, null, null);
    root.setLevel(level);
    context.updateLoggers();
  }

  /** Drops what was written so far: what ended before may still log until a guard stands. */
  void forget() {
    text.getBuffer().setLength(0);
  }

  String text() {
    return text.toString();
  }

  @Override
  public void close() {
    root.removeAppender(name);
    root.setLevel(before);
    context.updateLoggers();
  }
}
