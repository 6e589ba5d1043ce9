package dev.telltale.decoding.message;

import dev.telltale.decoding.message.wire.MessageReading;
import dev.telltale.value.ArrayValue;
import dev.telltale.value.Member;
import dev.telltale.value.ObjectValue;
import dev.telltale.value.Span;
import dev.telltale.value.TextValue;
import dev.telltale.value.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Lists of {@code {"name","value"}} as objects, so that a label's name is the key of its value.
 * Order and duplicates stay, and so does whatever else a label holds.
 */
final class Labels {
  static final String LABELS = "labels";

  private Labels() {}

  static ObjectValue of(List<Value> labels) {
    return of(labels, "name");
  }

  /** The same for pairs whose name is called otherwise. */
  static ObjectValue of(List<Value> labels, String naming) {
    List<Member> members = new ArrayList<>(labels.size());
    for (Value label : labels) {
      if (label instanceof ObjectValue pair) {
        add(pair, naming, members);
      } else {
        members.add(new Member(MessageReading.UNREAD, label));
      }
    }
    return new ObjectValue(members);
  }

  private static void add(ObjectValue pair, String naming, List<Member> members) {
    Value name = pair.first(naming);
    Value value = pair.first("value");
    String key = name instanceof TextValue text ? text.reveal() : "";
    Span place = name == null ? Span.NONE : name.span();
    members.add(new Member(key, place, value == null ? new TextValue("") : value));
    for (Member other : pair.members()) {
      if (other.value() != name && other.value() != value) {
        members.add(other);
      }
    }
  }

  /** The same tree with all lists of labels in it as objects. */
  static Value within(Value value) {
    if (value instanceof ObjectValue object) {
      return within(object);
    }
    return value instanceof ArrayValue array
        ? new ArrayValue(array.items().stream().map(Labels::within).toList())
        : value;
  }

  static ObjectValue within(ObjectValue object) {
    List<Member> members = new ArrayList<>(object.members().size());
    for (Member member : object.members()) {
      boolean labels = member.name().equals(LABELS) && member.value() instanceof ArrayValue;
      members.add(member.with(labels ? of(object.items(LABELS)) : within(member.value())));
    }
    return new ObjectValue(members, object.span().offset(), object.span().length());
  }
}
