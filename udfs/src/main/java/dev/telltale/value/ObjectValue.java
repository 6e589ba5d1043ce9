package dev.telltale.value;

import dev.telltale.limit.Depth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Members in the order in which they were written, duplicate names included: a shadowed value leaks
 * as well as a visible one. No more than {@link Depth#MAX_TREE} levels high.
 */
public final class ObjectValue implements Value {
  /** Lookups after which an object of many members, as records share them, gets an index. */
  private static final int MAX_LOOKUPS = 48;

  private static final int FEW_MEMBERS = 32;

  /** The length of an object that is shared, and therefore lies nowhere. */
  private static final int SHARED = -1;

  private final List<Member> members;
  private final int offset;
  private final int length;
  private final short height;
  private short lookups;
  private Map<String, Value> index;

  public ObjectValue(List<Member> members) {
    this(members, -1, 0);
  }

  /** An object whose encoded form lies at {@code offset} of its frame; -1 where it lies nowhere. */
  public ObjectValue(List<Member> members, int offset, int length) {
    this.members = List.copyOf(members);
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
    return new ObjectValue(members, -1, SHARED);
  }

  public List<Member> members() {
    return members;
  }

  public boolean isShared() {
    return length == SHARED;
  }

  /** The first member of that name, or null. */
  public Value first(String name) {
    if (members.size() > FEW_MEMBERS && (index != null || ++lookups > MAX_LOOKUPS)) {
      return indexed().get(name);
    }
    for (Member member : members) {
      if (member.name().equals(name)) {
        return member.value();
      }
    }
    return null;
  }

  private Map<String, Value> indexed() {
    if (index == null) {
      Map<String, Value> firsts = new HashMap<>();
      members.forEach(member -> firsts.putIfAbsent(member.name(), member.value()));
      index = firsts;
    }
    return index;
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
