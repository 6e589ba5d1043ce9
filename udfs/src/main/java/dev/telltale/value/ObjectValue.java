package dev.telltale.value;

import dev.telltale.limit.Depth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Members in the order in which they were written, duplicate names included: a shadowed value leaks
 * as well as a visible one. No more than {@link Depth#MAX_TREE} levels high.
 */
public final class ObjectValue implements Value {
  private final List<Member> members;
  private final boolean shared;
  private final int offset;
  private final int length;
  private final short height;

  public ObjectValue(List<Member> members) {
    this(members, false, -1, 0);
  }

  /** An object whose encoded form lies at {@code offset} of its frame; -1 where it lies nowhere. */
  public ObjectValue(List<Member> members, int offset, int length) {
    this(members, false, offset, length);
  }

  private ObjectValue(List<Member> members, boolean shared, int offset, int length) {
    this.members = List.copyOf(members);
    this.shared = shared;
    this.offset = offset;
    this.length = length;
    height = heightOver(this.members);
  }

  private static short heightOver(List<Member> members) {
    int highest = 0;
    for (Member member : members) {
      highest = Math.max(highest, member.value().height());
    }
    return Depth.heightAbove(highest);
  }

  @Override
  public int height() {
    return height;
  }

  @Override
  public Span span() {
    return Span.of(offset, length);
  }

  /**
   * An object that is once in the source but belongs to several records of a frame, such as an OTLP
   * resource. The same instance in several records is one place: it is redacted in each, and
   * reported once.
   */
  public static ObjectValue shared(List<Member> members) {
    return new ObjectValue(members, true, -1, 0);
  }

  public List<Member> members() {
    return members;
  }

  public boolean isShared() {
    return shared;
  }

  /** The first member of that name, or null. */
  public Value first(String name) {
    for (Member member : members) {
      if (member.name().equals(name)) {
        return member.value();
      }
    }
    return null;
  }

  /** The first member of that name if it is a string, otherwise null. */
  public String text(String name) {
    return first(name) instanceof TextValue text ? text.reveal() : null;
  }

  /** The first member of that name if it is an object, otherwise null. */
  public ObjectValue object(String name) {
    return first(name) instanceof ObjectValue object ? object : null;
  }

  /** The items of the first member of that name if it is an array, otherwise an empty list. */
  public List<Value> items(String name) {
    return first(name) instanceof ArrayValue array ? array.items() : List.of();
  }

  public boolean has(String name) {
    return first(name) != null;
  }

  /** All members but the one that holds this very instance. */
  public List<Member> without(Value value) {
    List<Member> rest = new ArrayList<>(members.size());
    for (Member member : members) {
      if (member.value() != value) {
        rest.add(member);
      }
    }
    return rest;
  }

  @Override
  public String toString() {
    return "object of " + members.size() + " members";
  }

  public static Builder builder() {
    return new Builder();
  }

  /**
   * Collects members in order. Null values are left out, so that optional fields read in one line.
   */
  public static final class Builder {
    private final List<Member> members = new ArrayList<>();
    private int offset = -1;
    private int length;

    /** The object stands for these bytes of the frame. */
    public Builder at(Span span) {
      offset = span.offset();
      length = span.length();
      return this;
    }

    public Builder add(String name, Value value) {
      if (value != null) {
        members.add(new Member(name, value));
      }
      return this;
    }

    public Builder add(String name, String text) {
      return add(name, text == null ? null : new TextValue(text));
    }

    public Builder addAll(List<Member> more) {
      members.addAll(Objects.requireNonNull(more, "more"));
      return this;
    }

    public boolean isEmpty() {
      return members.isEmpty();
    }

    public ObjectValue build() {
      return new ObjectValue(members, offset, length);
    }

    public ObjectValue buildShared() {
      return ObjectValue.shared(members);
    }
  }
}
