package dev.telltale.jobs.logging;

import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.Filter;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;
import org.apache.logging.log4j.core.filter.Filterable;

/** Takes the place of an appender and hands it what may be written. */
final class GuardedAppender extends AbstractAppender {
  private final Appender guarded;
  private final SafeEvent safe;

  GuardedAppender(Appender guarded, SafeEvent safe) {
    super(guarded.getName(), null, null, guarded.ignoreExceptions(), Property.EMPTY_ARRAY);
    this.guarded = guarded;
    this.safe = safe;
  }

  @Override
  public void append(LogEvent event) {
    if (guarded instanceof Filterable filterable && filterable.isFiltered(event)) {
      return;
    }
    LogEvent written;
    try {
      written = safe.of(event);
    } catch (RuntimeException unreadable) {
      written = SafeEvent.nothingOf(event, unreadable);
    }
    if (written != null && guarded.isStarted()) {
      guarded.append(written);
    }
  }

  @Override
  public Filter getFilter() {
    return null;
  }
}
