package dev.telltale.detection.encoding;

import dev.telltale.detection.field.Field;
import dev.telltale.detection.field.FieldPath;
import dev.telltale.detection.field.FieldProfile;
import dev.telltale.detection.field.RecordFields;
import dev.telltale.detection.pattern.CharacterKinds;
import dev.telltale.fault.FaultKind;
import dev.telltale.limit.Depth;
import dev.telltale.limit.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Undoes the encodings inside a field and hands on what came out, within the record's budget. What
 * the budget or the depth keeps from being decoded is named.
 */
public final class EncodedParts {
  private final RecordFields fields;
  private final BiConsumer<Field, Depth> next;
  private int budget;

  /**
   * @param next takes each decoded copy and what may still be decoded in it
   */
  public EncodedParts(Limits limits, RecordFields fields, BiConsumer<Field, Depth> next) {
    this.fields = fields;
    this.next = next;
    this.budget = limits.encodedBytesPerRecord();
  }

  public void unpack(Field field, int traits, Depth depth) {
    String text = field.reveal();
    if (TextTraits.mayHaveBase64(traits, text.length())) {
      base64(field, depth);
    }
    if (TextTraits.mayHaveHex(traits)) {
      hex(field, depth);
    }
    if (TextTraits.has(traits, CharacterKinds.PERCENT) && DecodedCopy.hasPercents(text)) {
      field.markPacked();
      if (mayUnpack(text.length(), depth)) {
        copy(field, "url", DecodedCopy.ofPercents(text), depth);
      }
    }
    if (TextTraits.has(traits, CharacterKinds.of('='))
        && text.indexOf('=') > 0
        && !isUrlDecoded(field)) {
      QueryParameters.each(text, parameter -> parameter(field, parameter, depth));
    }
    if (TextTraits.has(traits, CharacterKinds.BACKSLASH) && DecodedCopy.hasEscapes(text)) {
      field.markPacked();
      if (mayUnpack(text.length(), depth)) {
        copy(field, "json", DecodedCopy.ofEscapes(text), depth);
      }
    }
    if (AnsiSequences.isIn(text)) {
      field.markPacked();
      if (mayUnpack(text.length(), depth)) {
        copy(field, "ansi", DecodedCopy.ofAnsi(text), depth);
      }
    }
    if (CharacterArrays.isIn(text)) {
      field.markPacked();
      if (mayUnpack(text.length(), depth)) {
        copy(field, "characters", DecodedCopy.ofCharacters(text), depth);
      }
    }
    if (DecodedCopy.hasEntities(text)) {
      field.markPacked();
      if (mayUnpack(text.length(), depth)) {
        copy(field, "html", DecodedCopy.ofEntities(text), depth);
      }
    }
    if (TextTraits.has(traits, CharacterKinds.of('=')) && DecodedCopy.hasQuotedPrintable(text)) {
      field.markPacked();
      if (mayUnpack(text.length(), depth)) {
        copy(field, "quoted-printable", DecodedCopy.ofQuotedPrintable(text), depth);
      }
    }
  }

  private void copy(Field field, String encoding, DecodedCopy decoded, Depth depth) {
    Field copy = derive(field, List.of(encoding), decoded.reveal());
    if (!field.isNewReading(copy)) {
      refund(field.reveal().length());
      return;
    }
    field.derive(new Field.Derived(copy, 0, field.reveal().length(), decoded.origin()));
    next.accept(copy, depth.deeper());
  }

  /** Its parameters were read before it was decoded. */
  private static boolean isUrlDecoded(Field field) {
    List<String> encodings = field.encodings();
    return !encodings.isEmpty() && encodings.get(encodings.size() - 1).equals("url");
  }

  /** A parameter whose name calls for rules is a field of its own, as a member is. */
  private void parameter(Field field, QueryParameters.Parameter parameter, Depth depth) {
    FieldProfile profile = field.profile().parameter(parameter.name());
    if (profile.candidatesByName().length == 0) {
      return;
    }
    field.markPacked();
    if (!mayUnpack(parameter.to() - parameter.from(), depth)) {
      return;
    }
    DecodedCopy decoded = parameter.decoded();
    int[] origin = decoded.origin();
    for (int i = 0; i < origin.length; i++) {
      origin[i] += parameter.from();
    }
    List<String> encodings = new ArrayList<>(field.encodings());
    encodings.add("url");
    Field copy =
        new Field(Field.Kind.TEXT, decoded.reveal(), profile, List.copyOf(encodings), field.span())
            .at(field.paths().get(0).encoded("url"));
    field.derive(new Field.Derived(copy, parameter.from(), parameter.to(), origin));
    next.accept(copy, depth.deeper());
  }

  private void base64(Field field, Depth depth) {
    String text = field.reveal();
    int at = 0;
    int unfolded = 0;
    while (at < text.length()) {
      int end = Base64Runs.end(text, at);
      int folded = end > at && at >= unfolded ? FoldedBase64.end(text, at, end) : end;
      unfolded = Math.max(unfolded, folded);
      if (folded > end && Base64Runs.mayDecode(text, at, end) && run(field, at, folded, depth)) {
        at = folded + 1;
        continue;
      }
      boolean whole = at == 0 && end == text.length() && end >= Base64Runs.MIN_WHOLE_LENGTH;
      boolean candidate = whole || end - at >= Base64Runs.MIN_INSIDE_LENGTH;
      if (candidate && Base64Runs.mayDecode(text, at, end)) {
        run(field, at, end, depth);
      }
      // What looks like padding may stand between a name and its value.
      boolean padded = end > at && text.charAt(end - 1) == '=';
      at = padded ? end : Math.max(end, at) + 1;
    }
  }

  /** Decodes a run, folded or not; false where nothing came of it. */
  private boolean run(Field field, int from, int to, Depth depth) {
    field.markPacked();
    String run = FoldedBase64.unfolded(field.reveal(), from, to);
    Unpacked unpacked = Base64Runs.decode(run, Math.max(budget, 0));
    if (unpacked == null || !mayUnpack(unpacked.reveal().length(), depth)) {
      return false;
    }
    if (unpacked.incomplete() != null) {
      fields.limits().add(unpacked.incomplete());
    }
    Field copy = derive(field, unpacked.encodings("base64"), unpacked.reveal());
    field.derive(new Field.Derived(copy, from, to, null));
    next.accept(copy, depth.deeper());
    return true;
  }

  private void hex(Field field, Depth depth) {
    String text = field.reveal();
    int at = 0;
    while (at < text.length()) {
      int end = HexRuns.end(text, at);
      String decoded = HexRuns.decode(text, at, end);
      if (decoded != null) {
        field.markPacked();
        if (mayUnpack(decoded.length(), depth)) {
          Field copy = derive(field, List.of("hex"), decoded);
          field.derive(new Field.Derived(copy, at, end, null));
          next.accept(copy, depth.deeper());
        }
      }
      at = Math.max(end, at) + 1;
    }
  }

  private static Field derive(Field field, List<String> encodings, String text) {
    List<String> all = new ArrayList<>(field.encodings());
    all.addAll(encodings);
    FieldPath path = field.paths().get(0);
    for (String encoding : encodings) {
      path = path.encoded(encoding);
    }
    return new Field(Field.Kind.TEXT, text, field.profile(), List.copyOf(all), field.span())
        .at(path);
  }

  /** Whether so many characters may come out; names the limit if not. */
  public boolean mayUnpack(int length, Depth depth) {
    if (!depth.isSpent() && spend(length)) {
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

  /** Gives back what turned out not to be encoded. */
  public void refund(int length) {
    budget += length;
  }
}
