package dev.telltale.jobs.logging;

import java.beans.PropertyChangeEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.AppenderRef;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.impl.Log4jContextFactory;

/**
 * Stands between the loggers of this process and their appenders, whoever configured them, and
 * stays there when they are configured anew. Messages of Spark, of its libraries and of Java quote
 * the data that they fail on; see {@link SafeEvent} for what is written of them.
 */
public final class LogGuard {
  private static final KnownSecrets SECRETS = new KnownSecrets();
  private static final SafeEvent SAFE = new SafeEvent(SECRETS);
  private static boolean installed;

  private LogGuard() {}

  /**
   * Guards what this process logs from now on; may be called again.
   *
   * @return whether there is something to guard: false where another library than Log4j 2 logs
   */
  public static synchronized boolean install() {
    if (!(LogManager.getFactory() instanceof Log4jContextFactory factory)) {
      return false;
    }
    SECRETS.add(System.getenv().entrySet());
    Map<String, String> properties = new HashMap<>();
    System.getProperties()
        .stringPropertyNames()
        .forEach(n -> properties.put(n, System.getProperty(n)));
    SECRETS.add(properties.entrySet());
    LogManager.getContext(false);
    for (LoggerContext context : factory.getSelector().getLoggerContexts()) {
      if (!installed) {
        context.addPropertyChangeListener(LogGuard::configured);
      }
      guard(context.getConfiguration());
    }
    installed = true;
    for (Handler handler : java.util.logging.Logger.getLogger("").getHandlers()) {
      handler.setFormatter(new TemplateFormatter());
    }
    if (Thread.getDefaultUncaughtExceptionHandler() == null) {
      Thread.setDefaultUncaughtExceptionHandler(LogGuard::uncaught);
    }
    return true;
  }

  /** Hides the values of secret settings wherever they stand in a message. */
  public static void hide(Iterable<Map.Entry<String, String>> settings) {
    SECRETS.add(settings);
  }

  private static void configured(PropertyChangeEvent change) {
    if (LoggerContext.PROPERTY_CONFIG.equals(change.getPropertyName())
        && change.getNewValue() instanceof Configuration configuration) {
      guard(configuration);
    }
  }

  private static synchronized void guard(Configuration configuration) {
    List<LoggerConfig> loggers = new ArrayList<>(configuration.getLoggers().values());
    if (!loggers.contains(configuration.getRootLogger())) {
      loggers.add(configuration.getRootLogger());
    }
    for (LoggerConfig logger : loggers) {
      Map<String, AppenderRef> references = new HashMap<>();
      logger.getAppenderRefs().forEach(reference -> references.put(reference.getRef(), reference));
      for (Appender appender : List.copyOf(logger.getAppenders().values())) {
        if (!(appender instanceof GuardedAppender)) {
          AppenderRef reference = references.get(appender.getName());
          GuardedAppender guarded = new GuardedAppender(appender, SAFE);
          guarded.start();
          logger.removeAppender(appender.getName());
          logger.addAppender(
              guarded,
              reference == null ? null : reference.getLevel(),
              reference == null ? null : reference.getFilter());
        }
      }
    }
  }

  private static void uncaught(Thread thread, Throwable failed) {
    System.err.println("Exception in thread \"" + thread.getName() + "\"");
    Withheld.of(failed).printStackTrace(System.err);
  }

  /** Templates of Java's own logging, with neither values nor messages of exceptions. */
  private static final class TemplateFormatter extends SimpleFormatter {
    @Override
    public String format(LogRecord entry) {
      LogRecord without =
          new LogRecord(entry.getLevel(), SafeText.of(String.valueOf(entry.getMessage()), false));
      without.setLoggerName(entry.getLoggerName());
      without.setInstant(entry.getInstant());
      without.setThrown(Withheld.of(entry.getThrown()));
      return super.format(without);
    }
  }
}
