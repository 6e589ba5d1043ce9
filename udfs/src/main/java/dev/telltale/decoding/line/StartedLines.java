package dev.telltale.decoding.line;

import dev.telltale.framing.LineGroups;

/**
 * A format whose lines start alike and are read one by one: what follows such a line and does not
 * start so may belong to it.
 */
public final class StartedLines implements LineFormat {
  private final String id;
  private final LineGroups groups;
  private final LineParser parser;

  public StartedLines(String id, StackTraces.LineStart start, LineParser parser) {
    this.id = id;
    this.parser = parser;
    groups = new StackTraces(start, true);
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public LineGroups groups() {
    return groups;
  }

  @Override
  public boolean isContinued() {
    return true;
  }

  @Override
  public LineParser open(SampleLines sample) {
    return parser;
  }
}
