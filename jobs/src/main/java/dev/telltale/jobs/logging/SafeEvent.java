package dev.telltale.jobs.logging;

import java.time.Duration;
import java.util.List;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.message.Message;
import org.apache.logging.log4j.message.SimpleMessage;
import org.apache.logging.log4j.util.SortedArrayStringMap;

/**
 * What remains of an event. Of Telltale's own everything but messages of exceptions; of Spark's
 * scheduler, executors and storage their text without quoted values, down to debug; of any other
 * library the constant part of warnings and errors.
 */
final class SafeEvent {
  private static final String OWN = "dev.telltale.";

  /** Code that logs tasks, blocks, hosts and amounts, and no data but in quotes and exceptions. */
  private static final List<String> SPEAKING =
      List.of(
          "org.apache.spark.ContextCleaner",
          "org.apache.spark.ExecutorAllocationManager",
          "org.apache.spark.HeartbeatReceiver",
          "org.apache.spark.MapOutputTracker",
          "org.apache.spark.SecurityManager",
          "org.apache.spark.SparkContext",
          "org.apache.spark.SparkEnv",
          "org.apache.spark.broadcast.",
          "org.apache.spark.deploy.master.",
          "org.apache.spark.deploy.worker.",
          "org.apache.spark.deploy.yarn.",
          "org.apache.spark.executor.",
          "org.apache.spark.memory.",
          "org.apache.spark.network.",
          "org.apache.spark.resource.",
          "org.apache.spark.scheduler.",
          "org.apache.spark.shuffle.",
          "org.apache.spark.storage.",
          "org.apache.spark.ui.",
          "org.apache.spark.util.ShutdownHookManager");

  /** Code whose messages are constants with places for values, which are left out. */
  private static final List<String> TEMPLATES = List.of("org.apache.hadoop.fs.s3a.");

  private final KnownSecrets secrets;

  SafeEvent(KnownSecrets secrets) {
    this.secrets = secrets;
  }

  /** The event to write, or null for none. */
  LogEvent of(LogEvent event) {
    String logger = event.getLoggerName() == null ? "" : event.getLoggerName();
    String text =
        logger.startsWith(OWN)
            ? String.valueOf(event.getMessage().getFormattedMessage())
            : foreign(event, logger);
    if (text == null) {
      return null;
    }
    return new Log4jLogEvent.Builder(event)
        .setMessage(new SimpleMessage(secrets.withoutThem(text)))
        .setThrown(Withheld.of(event.getThrown()))
        .setThrownProxy(null)
        .setContextData(new SortedArrayStringMap(0))
        .build();
  }

  /** What is written of an event whose message cannot even be made. */
  static LogEvent nothingOf(LogEvent event, RuntimeException unreadable) {
    return new Log4jLogEvent.Builder()
        .setLoggerName(event.getLoggerName())
        .setLevel(event.getLevel())
        .setTimeMillis(event.getTimeMillis())
        .setMessage(new SimpleMessage(SafeText.LEFT_OUT + " " + unreadable.getClass().getName()))
        .build();
  }

  private static String foreign(LogEvent event, String logger) {
    Level level = event.getLevel();
    if (!level.isMoreSpecificThan(Level.DEBUG)) {
      return null;
    }
    boolean speaking = startsWithOne(logger, SPEAKING);
    Message message = event.getMessage();
    boolean template = isTemplate(message);
    if (!level.isMoreSpecificThan(Level.WARN)
        && !speaking
        && !(template && startsWithOne(logger, TEMPLATES))) {
      return null;
    }
    return template
        ? filled(SafeText.of(format(message), true), message.getParameters())
        : SafeText.of(String.valueOf(message.getFormattedMessage()), speaking);
  }

  private static boolean startsWithOne(String logger, List<String> starts) {
    for (String start : starts) {
      if (logger.startsWith(start)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isTemplate(Message message) {
    return format(message).contains("{}")
        && message.getParameters() != null
        && message.getParameters().length > 0;
  }

  /**
   * Deprecated for what is logged without a template; there is no other way to those that have one.
   */
  @SuppressWarnings("deprecation")
  private static String format(Message message) {
    return message.getFormat() == null ? "" : message.getFormat();
  }

  /** The template with the values that can only be amounts and names of code. */
  private static String filled(String template, Object[] values) {
    StringBuilder text = new StringBuilder();
    int value = 0;
    int from = 0;
    for (int place = template.indexOf("{}"); place >= 0; place = template.indexOf("{}", from)) {
      text.append(template, from, place);
      text.append(value < values.length ? harmless(values[value++]) : "{}");
      from = place + 2;
    }
    return text.append(template.substring(from)).toString();
  }

  private static String harmless(Object value) {
    boolean shown =
        value instanceof Number
            || value instanceof Boolean
            || value instanceof Enum
            || value instanceof Class
            || value instanceof Duration
            || value == null;
    return shown ? String.valueOf(value) : "...";
  }
}
