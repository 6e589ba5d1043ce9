package dev.telltale.decoding.message;

import dev.telltale.value.ArrayValue;
import dev.telltale.value.Member;
import dev.telltale.value.NumberValue;
import dev.telltale.value.ObjectValue;
import dev.telltale.value.TextValue;
import dev.telltale.value.Value;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The strings of a remote-write 2.0 request, which its series refer to by position. References that
 * point nowhere, the odd one of a list of pairs, and those that would make the request many times
 * larger than it is, stay the numbers that they are.
 */
final class SymbolTable {
  private static final String REFERENCES = "labelsRefs";
  private static final long MIN_RESOLVED = 16 << 20;
  private static final long MAX_GROWTH = 16;

  private final List<Value> symbols;
  private final BitSet used = new BitSet();
  private long left;
  private boolean broken;

  /**
   * @param requestBytes of which so many times as many may be written for references
   */
  SymbolTable(List<Value> symbols, int requestBytes) {
    this.symbols = symbols;
    left = MIN_RESOLVED + MAX_GROWTH * requestBytes;
  }

  /** The same series, with strings for references. */
  ObjectValue resolved(ObjectValue series) {
    List<Member> members = new ArrayList<>(series.members().size());
    for (Member member : series.members()) {
      Value value = member.value();
      if (member.name().equals(REFERENCES) && value instanceof ArrayValue references) {
        members.addAll(labels(references));
      } else if (value instanceof ObjectValue nested) {
        members.add(member.with(resolved(nested)));
      } else if (value instanceof ArrayValue list) {
        members.add(member.with(new ArrayValue(list.items().stream().map(this::item).toList())));
      } else {
        members.add(text(member));
      }
    }
    return new ObjectValue(members, series.span().offset(), series.span().length());
  }

  private Value item(Value item) {
    return item instanceof ObjectValue nested ? resolved(nested) : item;
  }

  /** {@code helpRef} and {@code unitRef} of metadata become {@code help} and {@code unit}. */
  private Member text(Member member) {
    boolean reference = member.name().equals("helpRef") || member.name().equals("unitRef");
    TextValue symbol = reference ? symbol(member.value()) : null;
    return symbol == null
        ? member
        : new Member(member.name().substring(0, member.name().length() - "Ref".length()), symbol);
  }

  private List<Member> labels(ArrayValue references) {
    List<Member> labels = new ArrayList<>();
    List<Value> unresolved = new ArrayList<>();
    List<Value> items = references.items();
    for (int i = 0; i < items.size(); i += 2) {
      TextValue name = symbol(items.get(i));
      TextValue value = i + 1 < items.size() ? symbol(items.get(i + 1)) : null;
      if (name != null && value != null) {
        labels.add(new Member(name.reveal(), name.span(), value));
      } else {
        unresolved.addAll(items.subList(i, Math.min(i + 2, items.size())));
      }
    }
    List<Member> members = new ArrayList<>();
    members.add(new Member(Labels.LABELS, new ObjectValue(labels)));
    if (!unresolved.isEmpty()) {
      members.add(new Member(REFERENCES, new ArrayValue(unresolved)));
    }
    return members;
  }

  /** The string that is referred to; null if there is none. */
  private TextValue symbol(Value reference) {
    String literal = reference instanceof NumberValue number ? number.reveal() : "-1";
    long index = Long.parseLong(literal);
    if (index >= 0
        && index < symbols.size()
        && symbols.get((int) index) instanceof TextValue text) {
      return inlined((int) index, text);
    }
    broken = true;
    return null;
  }

  /** Null once references stand for too much: the string is then among the unused ones. */
  private TextValue inlined(int index, TextValue text) {
    if (left < text.reveal().length()) {
      return null;
    }
    left -= text.reveal().length();
    used.set(index);
    return text;
  }

  /** Whether a reference pointed nowhere. */
  boolean broken() {
    return broken;
  }

  /** Strings that nothing refers to: what was sent is scanned, used or not. */
  List<Value> unused() {
    List<Value> unused = new ArrayList<>();
    for (int i = used.nextClearBit(0); i < symbols.size(); i = used.nextClearBit(i + 1)) {
      if (symbols.get(i) instanceof TextValue text && !text.reveal().isEmpty()) {
        unused.add(text);
      }
    }
    return unused;
  }
}
