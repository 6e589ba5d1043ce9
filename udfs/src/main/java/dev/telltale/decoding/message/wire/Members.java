package dev.telltale.decoding.message.wire;

import dev.telltale.value.ArrayValue;
import dev.telltale.value.Member;
import dev.telltale.value.ObjectValue;
import dev.telltale.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects the fields of one message in the order in which they first occur; what is repeated
 * becomes one list, wherever in the message its items are.
 */
public final class Members {
  private static final int FEW = 16;

  private final List<Slot> slots = new ArrayList<>(4);
  private Map<Integer, Slot> byNumber;

  private static final class Slot {
    final int number;
    final String name;
    final boolean list;
    final List<Value> values = new ArrayList<>(1);

    Slot(int number, String name, boolean list) {
      this.number = number;
      this.name = name;
      this.list = list;
    }

    Value value() {
      return list || values.size() > 1 ? new ArrayValue(values) : values.get(0);
    }
  }

  /** A field that the schema declares to occur once; every occurrence is a member. */
  public void add(String name, Value value) {
    Slot slot = new Slot(0, name, false);
    slot.values.add(value);
    slots.add(slot);
  }

  public void addRepeated(int number, String name, List<Value> values) {
    slot(number, name, true).values.addAll(values);
  }

  /** A field without a name; several of one number become a list. */
  public void addUnknown(int number, Value value) {
    slot(number, "#" + number, false).values.add(value);
  }

  private Slot slot(int number, String name, boolean list) {
    Slot found = slots.size() < FEW ? search(number, list) : index().get(key(number, list));
    if (found == null) {
      found = new Slot(number, name, list);
      slots.add(found);
      if (byNumber != null) {
        byNumber.put(key(number, list), found);
      }
    }
    return found;
  }

  private Slot search(int number, boolean list) {
    for (Slot slot : slots) {
      if (slot.number == number && slot.list == list) {
        return slot;
      }
    }
    return null;
  }

  private Map<Integer, Slot> index() {
    if (byNumber == null) {
      byNumber = new HashMap<>();
      for (Slot slot : slots) {
        byNumber.putIfAbsent(key(slot.number, slot.list), slot);
      }
    }
    return byNumber;
  }

  private static int key(int number, boolean list) {
    return list ? number : -number;
  }

  /** The message there. */
  public ObjectValue build(int offset, int length) {
    List<Member> members = new ArrayList<>(slots.size());
    for (Slot slot : slots) {
      members.add(new Member(slot.name, slot.value()));
    }
    return new ObjectValue(members, offset, length);
  }
}
