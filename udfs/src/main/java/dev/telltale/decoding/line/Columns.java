package dev.telltale.decoding.line;

import dev.telltale.value.Member;
import dev.telltale.value.ObjectValue;
import dev.telltale.value.Value;
import java.util.ArrayList;
import java.util.List;

/** Collects the named columns of a line. Columns that were not found are left out. */
public final class Columns {
  private final Line line;
  private final List<Member> members = new ArrayList<>();

  public Columns(Line line) {
    this.line = line;
  }

  /** The characters as they are; nothing where there are none. */
  public Columns text(String name, int from, int to) {
    if (from >= 0 && from < to) {
      members.add(new Member(name, line.value(from, to)));
    }
    return this;
  }

  public Columns text(String name, LineField field) {
    return field == null ? this : text(name, field.from(), field.to());
  }

  public Columns number(String name, int from, int to) {
    if (from >= 0 && from < to) {
      members.add(new Member(name, line.number(from, to)));
    }
    return this;
  }

  public Columns add(String name, Value value) {
    members.add(new Member(name, value));
    return this;
  }

  /** A column whose name is in the line as well. */
  public Columns named(int nameFrom, int nameTo, Value value) {
    String name = line.reveal().substring(nameFrom, nameTo);
    members.add(new Member(name, line.span(nameFrom, nameTo), value));
    return this;
  }

  public ObjectValue build() {
    return new ObjectValue(members, 0, line.length());
  }
}
