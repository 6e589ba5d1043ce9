package dev.telltale.detection;

import dev.telltale.detection.field.Field;
import dev.telltale.detection.field.RecordFields;
import dev.telltale.detection.field.Replacements;
import dev.telltale.detection.finding.Match;
import dev.telltale.value.ArrayValue;
import dev.telltale.value.JsonText;
import dev.telltale.value.Member;
import dev.telltale.value.NumberValue;
import dev.telltale.value.ObjectValue;
import dev.telltale.value.TextValue;
import dev.telltale.value.Value;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/** Writes a record again with markers for its findings. What is clean stays the same instance. */
final class Redactor {
  private final RecordFields fields;
  private final SharedObjects shared;
  private final Function<Match, String> markers;

  Redactor(RecordFields fields, SharedObjects shared, Function<Match, String> markers) {
    this.fields = fields;
    this.shared = shared;
    this.markers = markers;
  }

  Value redact(Field.Tree tree) {
    return rewrite(tree.root(), tree.leaves().iterator());
  }

  private Value rewrite(Value value, Iterator<Field> leaves) {
    if (value instanceof ObjectValue object) {
      if (!object.isShared()) {
        return rewriteObject(object, leaves);
      }
      Value known = shared.redacted(object);
      if (known == null) {
        known = rewriteObject(object, leaves);
        shared.keep(object, known);
      }
      return known;
    }
    if (value instanceof ArrayValue array) {
      return rewriteArray(array, leaves);
    }
    if (value instanceof TextValue || value instanceof NumberValue) {
      return rewriteLeaf(value, leaves.next());
    }
    return value;
  }

  private Value rewriteObject(ObjectValue object, Iterator<Field> leaves) {
    List<Member> members = null;
    List<Member> before = object.members();
    for (int i = 0; i < before.size(); i++) {
      Member member = before.get(i);
      Field name = fields.names().get(member.name());
      Value value = rewrite(member.value(), leaves);
      String shown = name == null ? member.name() : Replacements.replaced(name, markers);
      boolean same = value == member.value() && shown.equals(member.name());
      if (members == null && !same) {
        members = new ArrayList<>(before.subList(0, i));
      }
      if (members != null) {
        members.add(same ? member : new Member(shown, value));
      }
    }
    if (members == null) {
      return object;
    }
    return object.isShared() ? ObjectValue.shared(members) : new ObjectValue(members);
  }

  private Value rewriteArray(ArrayValue array, Iterator<Field> leaves) {
    List<Value> items = null;
    List<Value> before = array.items();
    for (int i = 0; i < before.size(); i++) {
      Value value = rewrite(before.get(i), leaves);
      if (items == null && value != before.get(i)) {
        items = new ArrayList<>(before.subList(0, i));
      }
      if (items != null) {
        items.add(value);
      }
    }
    return items == null ? array : new ArrayValue(items);
  }

  private Value rewriteLeaf(Value leaf, Field field) {
    if (field.inner() != null) {
      Value inner = redact(field.inner());
      return inner == field.inner().root() ? leaf : new TextValue(JsonText.of(inner));
    }
    if (field.matches().isEmpty() && field.derived().isEmpty()) {
      return leaf;
    }
    List<Replacements.Replacement> replacements = Replacements.of(field);
    if (replacements.isEmpty()) {
      return leaf;
    }
    String text = field.reveal();
    return new TextValue(Replacements.replaced(text, replacements, 0, text.length(), markers));
  }
}
