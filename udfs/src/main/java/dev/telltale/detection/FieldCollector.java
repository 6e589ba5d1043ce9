package dev.telltale.detection;

import dev.telltale.detection.encoding.EncodedParts;
import dev.telltale.detection.encoding.TextTraits;
import dev.telltale.detection.field.Field;
import dev.telltale.detection.field.FieldPath;
import dev.telltale.detection.field.FieldProfile;
import dev.telltale.detection.field.RecordFields;
import dev.telltale.detection.finding.Match;
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
  /** What parsers of the container runtime's lines call the tag that says so. */
  private static final Set<String> TAG_NAMES = Set.of("logtag", "log_tag", "_p", "flags");

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
  private final Arguments arguments = new Arguments(this::matchesInLine);

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
    if (body instanceof ArrayValue array) {
      arguments.read(array, false);
    }
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
      boolean place = Coordinates.are(array, profile);
      for (int i = 0; i < array.items().size(); i++) {
        Value item = array.items().get(i);
        FieldProfile named = place && i < 2 ? Coordinates.profile(item, profile) : profile;
        if (item instanceof ArrayValue inner) {
          arguments.read(inner, false);
        }
        walk(item, path.item(i), named, tree, encodings, depth);
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
    String option = arguments.optionBefore(value);
    FieldProfile named = option == null ? profile : profile.paired(option);
    List<Match> known = arguments.in(value);
    if (known.isEmpty() && !lookBack.looksAtAll() && named.knowsClean(text)) {
      return Field.CLEAN;
    }
    Field field = new Field(Field.Kind.TEXT, text, named, encodings, tree.spanOf(value)).at(path);
    int matchedBefore = fields.matchedNames();
    lookBack.see(field, goesOn, emitter);
    unpack(field, depth);
    if (!known.isEmpty() && field.inner() == null) {
      field.keep(Overlaps.resolved(joined(field.matches(), known)));
    }
    boolean clean = fields.matchedNames() == matchedBefore && !field.holdsMatches();
    return clean ? Field.CLEAN : field;
  }

  private static List<Match> joined(List<Match> some, List<Match> more) {
    List<Match> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }

  /** Of the arguments of a command, read as one line. */
  private List<Match> matchesInLine(String line) {
    Field field = new Field(Field.Kind.TEXT, line, unnamed, List.of(), Span.NONE);
    field.markPacked();
    field.at(FieldPath.root("$"));
    scan.accept(field);
    return field.matches();
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
    MemberProfiles profiles = new MemberProfiles(object, profile);
    arguments.read(object);
    boolean outer = goesOn;
    goesOn = goesOn(object);
    for (Member member : object.members()) {
      String name = member.name();
      FieldPath memberPath = path.member(name);
      FieldProfile child = profiles.of(name);
      FieldProfile naming = profile.tellsOfMembers() ? profile : unnamed;
      if (naming != unnamed || !child.hasOrdinaryName() || lookBack.repeats().standInName(name)) {
        name(name, memberPath.ofName(tree.spanOfName(member)), naming, encodings);
      }
      walk(member.value(), memberPath, child, tree, encodings, depth);
    }
    goesOn = outer;
  }

  /** Whether a log driver says that the text of the record goes on in the next one. */
  private static boolean goesOn(ObjectValue object) {
    for (Member member : object.members()) {
      if ((TAG_NAMES.contains(member.name()) && isText(member, "P"))
          || (member.name().equals("partial_message") && isText(member, "true"))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isText(Member member, String expected) {
    return member.value() instanceof TextValue text && text.reveal().equals(expected);
  }

  private void name(String name, FieldPath path, FieldProfile naming, List<String> encodings) {
    Field field = fields.names().get(name);
    if (field == null) {
      if (!lookBack.looksAtAll() && naming.knowsClean(name)) {
        return;
      }
      field = new Field(Field.Kind.NAME, name, naming, encodings, Span.NONE);
      scanName(field);
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

  private void scanName(Field field) {
    List<Match> known = field.profile() == unnamed ? unnamed.knownMatches(field.reveal()) : null;
    if (known != null) {
      field.keep(known);
      return;
    }
    scan.accept(field);
    if (field.profile() == unnamed) {
      unnamed.keepMatches(field.reveal(), field.matches());
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
