package dev.telltale.decoding.message;

import dev.telltale.value.ArrayValue;
import dev.telltale.value.Member;
import dev.telltale.value.ObjectValue;
import dev.telltale.value.Value;
import java.util.List;

/** What a tree holds beyond its schema, on all levels: members whose names are numbers. */
final class Residue {
  private Residue() {}

  static void collect(Value value, List<Member> into) {
    if (value instanceof ArrayValue list) {
      list.items().forEach(item -> collect(item, into));
    } else if (value instanceof ObjectValue object) {
      for (Member member : object.members()) {
        if (member.name().startsWith("#")) {
          into.add(member);
        } else {
          collect(member.value(), into);
        }
      }
    }
  }
}
