package dev.telltale.decoding.line.system;

import dev.telltale.decoding.line.Line;
import dev.telltale.decoding.line.LineFormat;
import dev.telltale.decoding.line.SampleLines;
import dev.telltale.decoding.line.StackTraces;
import dev.telltale.framing.LineGroups;
import java.util.List;

/** What syslog messages of all kinds share: octet counts between them, and lines that go on. */
interface SyslogFormat extends LineFormat {
  /** Whether a message begins at the head of a line. */
  boolean opens(String head);

  @Override
  default List<Line> weighed(SampleLines sample) {
    return OctetCountedMessages.of(sample);
  }

  @Override
  default LineGroups groups() {
    return new SyslogGroups(new StackTraces(this::opens, true));
  }

  @Override
  default boolean isContinued() {
    return true;
  }
}
