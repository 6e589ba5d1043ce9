package dev.telltale.detection;

import dev.telltale.detection.encoding.EncodedParts;
import dev.telltale.detection.encoding.TextTraits;
import dev.telltale.detection.field.Field;
import dev.telltale.detection.field.FieldPath;
import dev.telltale.detection.field.FieldProfile;
import dev.telltale.detection.field.RecordFields;
import dev.telltale.detection.repeat.LookBack;
import dev.telltale.limit.Depth;
import dev.telltale.limit.Limits;
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
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Walks one record and hands on what there is to scan, encoded values unpacked. Of what turns out
 * to hold nothing only its place is kept.
 */
final class FieldCollector {
  private static final Set<String> PAIR_NAMES = Set.of("name", "key", "Name", "Key", "label");

  private final JsonParser parser;
  private final FieldProfile unnamed;
  private final SharedObjects shared;
  private final FieldScreen screen;
  private final LookBack lookBack;
  private final Supplier<String> emitter;
  private final Consumer<Field> scan;
  private final RecordFields fields = new RecordFields();
  private final EncodedParts parts;
  private boolean goesOn;
  private final Depth start;

  FieldCollector(
      Limits limits,
      JsonParser parser,
      FieldProfile unnamed,
      SharedObjects shared,
      FieldScreen screen,
      Consumer<Field> scan,
      LookBack lookBack,
      Supplier<String> emitter) {
    this.lookBack = lookBack;
    this.emitter = emitter;
    this.parser = parser;
    this.unnamed = unnamed;
    this.shared = shared;
    this.screen = screen;
    this.scan = scan;
    this.start = Depth.of(limits.encodingDepth());
    this.parts = new EncodedParts(limits, fields, this::unpack);
  }

  RecordFields fields() {
    return fields;
  }

  Field.Tree collect(Value body, FieldPath path, FieldProfile profile, List<String> encodings) {
    Field.Tree tree = new Field.Tree(body, Span.NONE);
    walk(body, path, profile, tree, encodings, start);
    return tree;
  }

  /** A window of a longer text: no structure of its own. */
  Field collectWindow(TextValue window, FieldPath path, List<String> encodings) {
    String text = window.reveal();
    Field field = new Field(Field.Kind.TEXT, text, unnamed, encodings, window.span()).at(path);
    parts.unpack(field, TextTraits.of(text), start);
    scan.accept(field);
    return field;
  }

  private void walk(
      Value value,
      FieldPath path,
      FieldProfile profile,
      Field.Tree tree,
      List<String> encodings,
      Depth depth) {
    if (value instanceof ObjectValue object) {
      if (!object.isShared() || shared.isFirst(object)) {
        walkObject(object, path, profile, tree, encodings, depth);
      }
    } else if (value instanceof ArrayValue array) {
      for (int i = 0; i < array.items().size(); i++) {
        walk(array.items().get(i), path.item(i), profile, tree, encodings, depth);
      }
    } else if (value instanceof TextValue text) {
      tree.leaves().add(text(text, path, profile, tree, encodings, depth));
    } else if (value instanceof NumberValue number) {
      tree.leaves().add(number(number, path, profile, tree, encodings));
    }
  }

  private Field text(
      TextValue value,
      FieldPath path,
      FieldProfile profile,
      Field.Tree tree,
      List<String> encodings,
      Depth depth) {
    String text = value.reveal();
    if (!lookBack.looksAtAll() && profile.knowsClean(text)) {
      return Field.CLEAN;
    }
    Field field = new Field(Field.Kind.TEXT, text, profile, encodings, tree.spanOf(value)).at(path);
    int matchedBefore = fields.matchedNames();
    lookBack.see(field, goesOn, emitter);
    unpack(field, depth);
    boolean clean = fields.matchedNames() == matchedBefore && !field.holdsMatches();
    return clean ? Field.CLEAN : field;
  }

  private Field number(
      NumberValue value,
      FieldPath path,
      FieldProfile profile,
      Field.Tree tree,
      List<String> encodings) {
    String text = value.reveal();
    Field field =
        new Field(Field.Kind.NUMBER, text, profile, encodings, tree.spanOf(value)).at(path);
    if (lookBack.looksAtAll() || screen.admits(field, TextTraits.of(text))) {
      scan.accept(field);
    }
    return field.holdsMatches() ? field : Field.CLEAN;
  }

  private void walkObject(
      ObjectValue object,
      FieldPath path,
      FieldProfile profile,
      Field.Tree tree,
      List<String> encodings,
      Depth depth) {
    String pairName = pairName(object);
    boolean outer = goesOn;
    goesOn = goesOn(object);
    for (Member member : object.members()) {
      String name = member.name();
      FieldPath memberPath = path.member(name);
      FieldProfile child =
          pairName != null && FieldProfile.isValueMember(name)
              ? profile.paired(pairName)
              : profile.child(name);
      if (!child.hasOrdinaryName() || lookBack.repeats().standInName(name)) {
        name(name, memberPath.ofName(tree.spanOfName(member)), encodings);
      }
      walk(member.value(), memberPath, child, tree, encodings, depth);
    }
    goesOn = outer;
  }

  /** Whether a log driver says that the text of the record goes on in the next one. */
  private static boolean goesOn(ObjectValue object) {
    for (Member member : object.members()) {
      if ((member.name().equals("logtag") && isText(member, "P"))
          || (member.name().equals("partial_message") && isText(member, "true"))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isText(Member member, String expected) {
    return member.value() instanceof TextValue text && text.reveal().equals(expected);
  }

  /** What a key/value pair calls its value, or null when the object is none. */
  private static String pairName(ObjectValue object) {
    String name = null;
    boolean value = false;
    if (object.members().size() > 12) {
      return null;
    }
    for (Member member : object.members()) {
      if (PAIR_NAMES.contains(member.name()) && member.value() instanceof TextValue text) {
        name = name == null ? text.reveal() : name;
      }
      value |= FieldProfile.isValueMember(member.name());
    }
    return value ? name : null;
  }

  private void name(String name, FieldPath path, List<String> encodings) {
    Field field = fields.names().get(name);
    if (field == null) {
      if (!lookBack.looksAtAll() && unnamed.knowsClean(name)) {
        return;
      }
      field = new Field(Field.Kind.NAME, name, unnamed, encodings, Span.NONE);
      scan.accept(field);
      if (!field.holdsMatches()) {
        return;
      }
      fields.names().put(name, field);
    }
    fields.countMatchedName();
    if (field.paths().size() <= Limits.MAX_FINDINGS_PER_RULE) {
      field.at(path);
    }
  }

  private void unpack(Field field, Depth depth) {
    String text = field.reveal();
    if (looksLikeJson(text) && parse(field, depth)) {
      return;
    }
    int traits = TextTraits.of(text);
    field.describe(traits);
    parts.unpack(field, traits, depth);
    if (lookBack.looksAtAll() || screen.admits(field, traits)) {
      scan.accept(field);
    }
  }

  private static boolean looksLikeJson(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && text.charAt(from) <= ' ') {
      from++;
    }
    while (to > from && text.charAt(to - 1) <= ' ') {
      to--;
    }
    if (to - from < 2) {
      return false;
    }
    char first = text.charAt(from);
    char last = text.charAt(to - 1);
    return (first == '{' && last == '}') || (first == '[' && last == ']');
  }

  private boolean parse(Field field, Depth depth) {
    field.markPacked();
    if (!parts.mayUnpack(field.reveal().length(), depth)) {
      return false;
    }
    try {
      Field.Tree tree = new Field.Tree(parser.parse(field.reveal()), field.span());
      field.parsed(tree);
      FieldPath root = field.paths().get(0).parsed("json");
      walk(
          tree.root(),
          root,
          field.profile(),
          tree,
          with(field.encodings(), "json"),
          depth.deeper());
      return true;
    } catch (MalformedJson text) {
      parts.refund(field.reveal().length());
      return false;
    }
  }

  private static List<String> with(List<String> encodings, String more) {
    List<String> all = new ArrayList<>(encodings);
    all.add(more);
    return List.copyOf(all);
  }
}
