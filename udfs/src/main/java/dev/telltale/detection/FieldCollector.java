package dev.telltale.detection;

import dev.telltale.fault.FaultKind;
import dev.telltale.limit.Limits;
import dev.telltale.value.ArrayValue;
import dev.telltale.value.JsonParser;
import dev.telltale.value.MalformedJson;
import dev.telltale.value.Member;
import dev.telltale.value.NumberValue;
import dev.telltale.value.ObjectValue;
import dev.telltale.value.TextValue;
import dev.telltale.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Walks one record and lists what there is to scan, encoded values unpacked. */
final class FieldCollector {
  private static final Set<String> PAIR_NAMES = Set.of("name", "key", "Name", "Key", "label");

  private final Limits limits;
  private final JsonParser parser;
  private final FieldProfile unnamed;
  private final SharedObjects shared;
  private final RecordFields fields = new RecordFields();
  private int budget;

  FieldCollector(Limits limits, JsonParser parser, FieldProfile unnamed, SharedObjects shared) {
    this.limits = limits;
    this.parser = parser;
    this.unnamed = unnamed;
    this.shared = shared;
    this.budget = limits.encodedBytesPerRecord();
  }

  RecordFields fields() {
    return fields;
  }

  Field.Tree collect(Value body, Place place, FieldProfile profile, List<String> encodings) {
    Field.Tree tree = new Field.Tree(body);
    walk(body, place, profile, tree, encodings, 0);
    return tree;
  }

  /** A window of a longer text: no structure of its own. */
  Field collectWindow(String text, Place place, List<String> encodings) {
    Field field = new Field(Field.Kind.TEXT, text, unnamed, encodings).at(place);
    fields.scanned().add(field);
    unpackParts(field, 0);
    return field;
  }

  private void walk(
      Value value,
      Place place,
      FieldProfile profile,
      Field.Tree tree,
      List<String> encodings,
      int depth) {
    if (value instanceof ObjectValue object) {
      if (!object.isShared() || shared.isFirst(object)) {
        walkObject(object, place, profile, tree, encodings, depth);
      }
    } else if (value instanceof ArrayValue array) {
      for (int i = 0; i < array.items().size(); i++) {
        walk(array.items().get(i), place.item(i), profile, tree, encodings, depth);
      }
    } else if (value instanceof TextValue text) {
      Field field = new Field(Field.Kind.TEXT, text.reveal(), profile, encodings).at(place);
      tree.leaves().add(field);
      unpack(field, depth);
    } else if (value instanceof NumberValue number) {
      Field field = new Field(Field.Kind.NUMBER, number.reveal(), profile, encodings).at(place);
      tree.leaves().add(field);
      fields.scanned().add(field);
    }
  }

  private void walkObject(
      ObjectValue object,
      Place place,
      FieldProfile profile,
      Field.Tree tree,
      List<String> encodings,
      int depth) {
    String pairName = pairName(object);
    for (Member member : object.members()) {
      String name = member.name();
      Place at = place.member(name);
      name(name, at, encodings);
      FieldProfile child =
          pairName != null && FieldProfile.isValueMember(name)
              ? profile.paired(pairName)
              : profile.child(name);
      walk(member.value(), at, child, tree, encodings, depth);
    }
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

  private void name(String name, Place at, List<String> encodings) {
    if (isOrdinary(name)) {
      return;
    }
    Field field = fields.names().get(name);
    if (field == null) {
      field = new Field(Field.Kind.NAME, name, unnamed, encodings);
      fields.names().put(name, field);
      fields.scanned().add(field);
    }
    field.at(at.ofName());
  }

  /** Short words of letters, as nearly all names are: nothing in them could match. */
  private static boolean isOrdinary(String name) {
    if (name.length() > 32) {
      return false;
    }
    int digits = 0;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter =
          (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-' || c == '.';
      boolean digit = c >= '0' && c <= '9';
      digits += digit ? 1 : 0;
      if (!letter && !digit && c != '/') {
        return false;
      }
    }
    return digits < 4;
  }

  private void unpack(Field field, int depth) {
    String text = field.reveal();
    if (looksLikeJson(text) && parse(field, depth)) {
      return;
    }
    fields.scanned().add(field);
    unpackParts(field, depth);
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

  private boolean parse(Field field, int depth) {
    if (depth >= limits.encodingDepth() || !spend(field.reveal().length())) {
      fields.limits().add(FaultKind.ENCODING_LIMIT);
      return false;
    }
    try {
      Field.Tree tree = new Field.Tree(parser.parse(field.reveal()));
      field.parsed(tree);
      Place root = field.places().get(0).parsed("json");
      walk(tree.root(), root, field.profile(), tree, with(field.encodings(), "json"), depth + 1);
      return true;
    } catch (MalformedJson text) {
      budget += field.reveal().length();
      return false;
    }
  }

  private void unpackParts(Field field, int depth) {
    String text = field.reveal();
    base64(field, depth);
    if (DecodedCopy.hasPercents(text) && mayUnpack(text.length(), depth)) {
      copy(field, "url", DecodedCopy.ofPercents(text), depth);
    }
    if (DecodedCopy.hasEscapes(text) && mayUnpack(text.length(), depth)) {
      copy(field, "json", DecodedCopy.ofEscapes(text), depth);
    }
  }

  private void copy(Field field, String encoding, DecodedCopy decoded, int depth) {
    Field copy = derive(field, List.of(encoding), decoded.reveal());
    field.derived().add(new Field.Derived(copy, 0, field.reveal().length(), decoded.origin()));
    unpack(copy, depth + 1);
  }

  private void base64(Field field, int depth) {
    String text = field.reveal();
    int at = 0;
    while (at < text.length()) {
      int end = Base64Runs.end(text, at);
      boolean whole = at == 0 && end == text.length() && end >= Base64Runs.SHORTEST_WHOLE;
      if (whole || end - at >= Base64Runs.SHORTEST_INSIDE) {
        run(field, at, end, depth);
      }
      at = Math.max(end, at) + 1;
    }
  }

  private void run(Field field, int from, int to, int depth) {
    Unpacked unpacked = Base64Runs.decode(field.reveal().substring(from, to), Math.max(budget, 0));
    if (unpacked == null || !mayUnpack(unpacked.reveal().length(), depth)) {
      return;
    }
    List<String> encodings = unpacked.isGzip() ? List.of("base64", "gzip") : List.of("base64");
    Field copy = derive(field, encodings, unpacked.reveal());
    field.derived().add(new Field.Derived(copy, from, to, null));
    unpack(copy, depth + 1);
  }

  private static Field derive(Field field, List<String> encodings, String text) {
    List<String> all = new ArrayList<>(field.encodings());
    all.addAll(encodings);
    Place place = field.places().get(0);
    for (String encoding : encodings) {
      place = place.encoded(encoding);
    }
    return new Field(Field.Kind.TEXT, text, field.profile(), List.copyOf(all)).at(place);
  }

  private boolean mayUnpack(int length, int depth) {
    if (depth < limits.encodingDepth() && spend(length)) {
      return true;
    }
    fields.limits().add(FaultKind.ENCODING_LIMIT);
    return false;
  }

  private boolean spend(int length) {
    if (length > budget) {
      return false;
    }
    budget -= length;
    return true;
  }

  private static List<String> with(List<String> encodings, String more) {
    List<String> all = new ArrayList<>(encodings);
    all.add(more);
    return List.copyOf(all);
  }
}
