package dev.telltale.value;

import java.util.ArrayList;
import java.util.List;

/**
 * A value that was parsed from the text of another one: all that can be said of where it lies in
 * the frame is where that text does.
 */
public final class Relocated {
  private final Span span;

  private Relocated(Span span) {
    this.span = span;
  }

  /** The same tree, every leaf and name at the span of the text that held it. */
  public static Value to(Span span, Value value) {
    return new Relocated(span).moved(value);
  }

  private Value moved(Value value) {
    if (value instanceof ObjectValue object) {
      List<Member> members = new ArrayList<>(object.members().size());
      for (Member member : object.members()) {
        members.add(new Member(member.name(), span, moved(member.value())));
      }
      return object.isShared()
          ? ObjectValue.shared(members)
          : new ObjectValue(members, span.offset(), span.length());
    }
    if (value instanceof ArrayValue array) {
      List<Value> items = new ArrayList<>(array.items().size());
      array.items().forEach(item -> items.add(moved(item)));
      return new ArrayValue(items, span.offset(), span.length());
    }
    if (value instanceof TextValue text) {
      return new TextValue(text.reveal(), span.offset(), span.length());
    }
    return value instanceof NumberValue number
        ? new NumberValue(number.reveal(), span.offset(), span.length())
        : value;
  }
}
