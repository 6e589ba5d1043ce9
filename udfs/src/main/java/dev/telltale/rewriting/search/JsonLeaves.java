package dev.telltale.rewriting.search;

import dev.telltale.detection.encoding.EncodedText;
import dev.telltale.detection.field.FieldPath;
import dev.telltale.limit.Depth;
import dev.telltale.rewriting.edit.CannotEdit;
import dev.telltale.rewriting.text.TextEdit;
import dev.telltale.value.ArrayValue;
import dev.telltale.value.JsonParser;
import dev.telltale.value.MalformedJson;
import dev.telltale.value.Member;
import dev.telltale.value.NumberValue;
import dev.telltale.value.ObjectValue;
import dev.telltale.value.Span;
import dev.telltale.value.TextValue;
import dev.telltale.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The names, strings and numbers of a text that is JSON, at their places in it, and the way to
 * each. Holds content: never printed.
 */
final class JsonLeaves {
  private final String text;
  private final List<Leaf> leaves = new ArrayList<>();

  private JsonLeaves(String text) {
    this.text = text;
  }

  /** One of them. Holds names. */
  private static final class Leaf {
    private final Span span;
    private final String path;

    Leaf(Span span, FieldPath path) {
      this.span = span;
      this.path = path.path(name -> name);
    }
  }

  /** Null where the text is no object or list. */
  static @Nullable JsonLeaves of(String text, JsonParser parser) {
    String trimmed = text.strip();
    if (trimmed.length() < 2 || (trimmed.charAt(0) != '{' && trimmed.charAt(0) != '[')) {
      return null;
    }
    int[] positions = new int[text.length() + 1];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = i;
    }
    try {
      JsonLeaves leaves = new JsonLeaves(text);
      leaves.walk(parser.parse(text, positions), FieldPath.root("$"));
      return leaves;
    } catch (MalformedJson noJson) {
      return null;
    }
  }

  private void walk(Value value, FieldPath path) {
    if (value instanceof ObjectValue object) {
      for (Member member : object.members()) {
        FieldPath inside = path.member(member.name());
        leaves.add(new Leaf(member.nameSpan(), inside.ofName(member.nameSpan())));
        walk(member.value(), inside);
      }
    } else if (value instanceof ArrayValue array) {
      for (int i = 0; i < array.items().size(); i++) {
        walk(array.items().get(i), path.item(i));
      }
    } else if (value instanceof TextValue string) {
      leaves.add(new Leaf(string.span(), path));
    } else if (value instanceof NumberValue number) {
      leaves.add(new Leaf(number.span(), path));
    }
  }

  /** Each value in the leaves whose path it has; in all of them where there is none. */
  void search(List<Wanted> values, ValueSearch search, Depth depth, Located located)
      throws CannotEdit {
    List<List<Wanted>> offered = new ArrayList<>();
    leaves.forEach(leaf -> offered.add(new ArrayList<>()));
    for (Wanted wanted : values) {
      boolean placed = false;
      String path = wanted.found().path();
      for (int i = 0; i < leaves.size(); i++) {
        if (endsAt(path, leaves.get(i).path)) {
          offered.get(i).add(wanted);
          placed = true;
        }
      }
      if (!placed) {
        offered.forEach(each -> each.add(wanted));
      }
    }
    for (int i = 0; i < leaves.size(); i++) {
      leaf(leaves.get(i).span, offered.get(i), search, depth, located);
    }
  }

  /** Whether the way is a part of the path, up to its end or to what is decoded there. */
  private static boolean endsAt(String path, String way) {
    for (int at = path.indexOf(way); at >= 0; at = path.indexOf(way, at + 1)) {
      int end = at + way.length();
      if (end == path.length() || path.charAt(end) == '|') {
        return true;
      }
    }
    return false;
  }

  private void leaf(
      Span span, List<Wanted> values, ValueSearch search, Depth depth, Located located)
      throws CannotEdit {
    if (values.isEmpty() || !span.isKnown()) {
      return;
    }
    boolean quoted = text.charAt(span.offset()) == '"';
    int from = span.offset() + (quoted ? 1 : 0);
    EncodedText copy = EncodedText.unescaped(text.substring(from, span.end() - (quoted ? 1 : 0)));
    search.forget(copy.reveal());
    Located inside = search.text(values, copy.reveal(), depth);
    List<TextEdit> edits = new ArrayList<>();
    ValueSearch.copied(copy, inside.edits()).forEach(edit -> edits.add(edit.moved(from)));
    located.add(inside.found(), edits);
  }

  @Override
  public String toString() {
    return leaves.size() + " leaves";
  }
}
