package dev.telltale.rewriting.search;

import dev.telltale.detection.encoding.EncodedText;
import dev.telltale.limit.Depth;
import dev.telltale.limit.Limits;
import dev.telltale.rewriting.edit.CannotEdit;
import dev.telltale.rewriting.edit.Edit;
import dev.telltale.rewriting.layer.Layers;
import dev.telltale.rewriting.layer.OpenPart;
import dev.telltale.rewriting.text.Base64Run;
import dev.telltale.rewriting.text.HexRun;
import dev.telltale.rewriting.text.MappedText;
import dev.telltale.rewriting.text.TextEdit;
import dev.telltale.value.JsonParser;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds values in the bytes of the field that holds them, through every encoding that detection
 * decodes in a field: JSON in strings, percent-encoding, escapes, character references,
 * quoted-printable, control sequences, arrays of characters, base64, hexadecimal, and compressed
 * bytes in these.
 *
 * <p>A reading of the bytes is looked for that is the whole field, in which the value's place is
 * known; where there is none, any that holds the value. Used by one thread.
 */
public final class ValueSearch {
  private static final int MAX_READINGS = 256;
  private static final int MIN_PACKED = 12;

  private final JsonParser parser;
  private final Layers layers;
  private final Depth start;
  private final Set<String> seen = new HashSet<>();
  private Set<Wanted> exact = Set.of();
  private int readings;

  public ValueSearch(Limits limits, Layers layers) {
    this.layers = layers;
    parser = new JsonParser(limits);
    start = Depth.of(2 * limits.encodingDepth());
  }

  /**
   * The edits that replace the values, as far as they are there.
   *
   * @param from where the field's bytes start
   */
  public FoundEdits of(List<Wanted> values, byte[] bytes, int from, int to) throws CannotEdit {
    exact = Set.copyOf(values);
    FoundEdits known = again(values, bytes, from, to);
    if (known.found().size() == exact.size()) {
      return known;
    }
    exact = known.found();
    FoundEdits all = again(values, bytes, from, to);
    return all.found().size() == values.size() ? all : withPieces(all, values, bytes, from, to);
  }

  /** With values that a line end divides, as of a message that came in several lines. */
  private static FoundEdits withPieces(
      FoundEdits all, List<Wanted> values, byte[] bytes, int from, int to) {
    MappedText lines = MappedText.utf8(bytes, from, to);
    Set<Wanted> found = new HashSet<>(all.found());
    List<Edit> edits = new ArrayList<>(all.edits());
    for (Wanted wanted : values) {
      if (!found.contains(wanted)) {
        List<TextEdit> pieces = DividedValue.in(lines.reveal(), wanted);
        if (!pieces.isEmpty()) {
          found.add(wanted);
          edits.addAll(lines.edits(pieces));
        }
      }
    }
    return new FoundEdits(found, edits);
  }

  private FoundEdits again(List<Wanted> values, byte[] bytes, int from, int to) throws CannotEdit {
    seen.clear();
    readings = 0;
    return bytes(values, bytes, from, to, start);
  }

  private FoundEdits bytes(List<Wanted> values, byte[] bytes, int from, int to, Depth depth)
      throws CannotEdit {
    MappedText value = MappedText.value(bytes, from, to);
    Located here = text(values, value.reveal(), depth);
    List<Edit> edits = new ArrayList<>(value.edits(here.edits()));
    Set<Wanted> found = new HashSet<>(here.found());
    if (!edits.isEmpty() || depth.isSpent()) {
      return new FoundEdits(found, edits);
    }
    if (to > from && bytes[from] == '"') {
      MappedText whole = MappedText.utf8(bytes, from, to);
      Located quoted = text(values, whole.reveal(), depth);
      if (!quoted.isEmpty()) {
        return new FoundEdits(quoted.found(), whole.edits(quoted.edits()));
      }
    }
    OpenPart packed = layers.recognised(bytes, from, to);
    if (packed != null) {
      byte[] inner = packed.reveal();
      FoundEdits inside = bytes(values, inner, 0, inner.length, depth.deeper());
      if (!inside.found().isEmpty()) {
        for (Edit edit : packed.repacked(inside.edits())) {
          edits.add(edit.in(from, to));
        }
        return new FoundEdits(inside.found(), edits);
      }
    }
    for (MappedText wide : MappedText.wide(bytes, from, to)) {
      Located inside = text(values, wide.reveal(), depth);
      if (!inside.isEmpty()) {
        return new FoundEdits(inside.found(), wide.edits(inside.edits()));
      }
    }
    return FoundEdits.NONE;
  }

  Located text(List<Wanted> values, String text, Depth depth) throws CannotEdit {
    Located located = new Located();
    List<Wanted> rest = new ArrayList<>();
    List<Wanted> encoded = new ArrayList<>();
    for (Wanted wanted : values) {
      boolean whole = exact.contains(wanted);
      if (whole && wanted.isEncoded() && isField(text, wanted)) {
        encoded.add(wanted);
      } else if (whole ? !whole(text, wanted, located) : !occurrences(text, wanted, located)) {
        rest.add(wanted);
      }
    }
    rest.addAll(encoded);
    if (!rest.isEmpty() && text.length() >= MIN_PACKED && !depth.isSpent() && isNew(text)) {
      Set<Wanted> before = exact;
      if (!encoded.isEmpty()) {
        exact = new HashSet<>(exact);
        encoded.forEach(exact::remove);
      }
      inside(rest, text, depth.deeper(), located);
      exact = before;
    }
    for (Wanted wanted : encoded) {
      if (!located.found().contains(wanted)) {
        whole(text, wanted, located);
      }
    }
    return located;
  }

  private boolean isNew(String text) {
    return readings++ < MAX_READINGS && seen.add(text);
  }

  private void inside(List<Wanted> values, String text, Depth depth, Located located)
      throws CannotEdit {
    JsonLeaves leaves = JsonLeaves.of(text, parser);
    if (leaves != null) {
      leaves.search(values, this, depth, located);
      if (located.found().containsAll(values)) {
        return;
      }
    }
    for (EncodedText part : EncodedText.in(text)) {
      if (!located.touches(part.from(), part.to()) || part.kind() == EncodedText.Kind.COPY) {
        part(values, part, depth, located);
      }
    }
  }

  private void part(List<Wanted> values, EncodedText part, Depth depth, Located located)
      throws CannotEdit {
    switch (part.kind()) {
      case COPY -> {
        Located inside = text(values, part.reveal(), depth);
        located.add(inside.found(), copied(part, inside.edits()));
      }
      case BASE64 -> {
        Base64Run run = run(part);
        if (run != null) {
          FoundEdits inside = bytes(values, run.reveal(), 0, run.reveal().length, depth);
          if (!inside.edits().isEmpty()) {
            located.add(inside.found(), List.of(run.written(inside.edits()).moved(part.from())));
          }
        }
      }
      case HEX -> {
        HexRun run = new HexRun(part.reveal());
        FoundEdits inside = bytes(values, run.reveal(), 0, run.reveal().length, depth);
        located.add(
            inside.found(),
            run.written(inside.edits()).stream().map(edit -> edit.moved(part.from())).toList());
      }
    }
  }

  private static @Nullable Base64Run run(EncodedText part) {
    try {
      return Base64Run.of(part.reveal());
    } catch (CannotEdit noBase64) {
      return null;
    }
  }

  static List<TextEdit> copied(EncodedText copy, List<TextEdit> inside) {
    List<TextEdit> edits = new ArrayList<>(inside.size());
    for (TextEdit edit : inside) {
      int from = copy.start(edit.from());
      edits.add(
          new TextEdit(from, Math.max(from, copy.end(edit.to())), copy.written(edit.reveal())));
    }
    return edits;
  }

  /** A leaf of a tree may be the same text as another one. */
  void forget(String text) {
    seen.remove(text);
  }

  /** The match at its place, where the text is the field that it was found in. */
  private static boolean whole(String text, Wanted wanted, Located located) {
    if (!isField(text, wanted)) {
      return false;
    }
    located.add(
        wanted, new TextEdit(wanted.found().start(), wanted.found().end(), wanted.replacement()));
    return true;
  }

  private static boolean isField(String text, Wanted wanted) {
    String field = wanted.found().reveal();
    return text.length() == field.length() && (text.equals(field) || isLike(text, field));
  }

  /** Detection reads line ends for what is no text. */
  private static boolean isLike(String text, String field) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean noText = Character.isISOControl(c) || c == '\uFFFD';
      if (c != field.charAt(i) && !(noText && field.charAt(i) == '\n')) {
        return false;
      }
    }
    return true;
  }

  private static boolean occurrences(String text, Wanted wanted, Located located) {
    String match = wanted.revealSought();
    boolean any = false;
    for (int at = text.indexOf(match); at >= 0; at = text.indexOf(match, at + match.length())) {
      located.add(wanted, new TextEdit(at, at + match.length(), wanted.replacement()));
      any = true;
    }
    return any;
  }
}
