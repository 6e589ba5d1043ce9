package dev.telltale.decoding.otlp;

import dev.telltale.value.ArrayValue;
import dev.telltale.value.Member;
import dev.telltale.value.ObjectValue;
import dev.telltale.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * One message of the OTLP tree, split in its children and the rest. A child that is not an object
 * belongs to the rest, under the name of its list.
 */
final class OtlpLevel {
  private final List<ObjectValue> children;
  private final List<Member> rest;

  private OtlpLevel(List<ObjectValue> children, List<Member> rest) {
    this.children = children;
    this.rest = rest;
  }

  static OtlpLevel of(ObjectValue message, Predicate<String> lists) {
    List<ObjectValue> children = new ArrayList<>();
    List<Member> rest = new ArrayList<>();
    for (Member member : message.members()) {
      if (lists.test(member.name()) && member.value() instanceof ArrayValue list) {
        List<Value> strays = new ArrayList<>();
        for (Value item : list.items()) {
          if (item instanceof ObjectValue child) {
            children.add(child);
          } else {
            strays.add(item);
          }
        }
        if (!strays.isEmpty()) {
          rest.add(member.with(new ArrayValue(strays)));
        }
      } else {
        rest.add(member);
      }
    }
    return new OtlpLevel(children, rest);
  }

  /** The objects in all lists of the given names. */
  List<ObjectValue> children() {
    return children;
  }

  /** Every other member, in order. */
  List<Member> rest() {
    return rest;
  }

  @Override
  public String toString() {
    return children.size() + " children and " + rest.size() + " members";
  }
}
