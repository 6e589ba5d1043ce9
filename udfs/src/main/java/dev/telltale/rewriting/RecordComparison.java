package dev.telltale.rewriting;

import dev.telltale.limit.Depth;
import dev.telltale.limit.Limits;
import dev.telltale.record.RecordColumns;
import dev.telltale.value.ArrayValue;
import dev.telltale.value.JsonParser;
import dev.telltale.value.JsonText;
import dev.telltale.value.MalformedJson;
import dev.telltale.value.Member;
import dev.telltale.value.ObjectValue;
import dev.telltale.value.TextValue;
import dev.telltale.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a record is the same before and after, but for the values that were replaced: in the
 * redacted form of the record before, a text that holds a marker of such a value may have become
 * any other: what else is in it is compared as bytes.
 */
final class RecordComparison {
  private static final int SHOWN = 8;

  /** JSON in strings of JSON. */
  private static final int MAX_DEPTH = 16;

  private final Set<String> replaced;
  private final JsonParser parser;

  /**
   * @param replaced fingerprints, as far as markers show them
   */
  RecordComparison(Set<String> replaced, Limits limits) {
    this.replaced = Set.copyOf(replaced);
    parser = new JsonParser(limits);
  }

  /** So much of a fingerprint is in a marker. */
  static String shown(String fingerprint) {
    return fingerprint.substring(0, SHOWN);
  }

  boolean same(SeenRecord before, SeenRecord after) {
    if (!before.format().equals(after.format())
        || !before.telemetryType().equals(after.telemetryType())
        || !before.layers().equals(after.layers())
        || before.samples().size() != after.samples().size()) {
      return false;
    }
    if (before.digest().equals(after.digest())) {
      return before.samples().equals(after.samples());
    }
    return before.isWhole()
        && after.isWhole()
        && same(before.columns(), after.columns())
        && sameText(before.redactedBody(), after.redactedBody());
  }

  private boolean same(RecordColumns before, RecordColumns after) {
    if (!Objects.equals(before.eventTime(), after.eventTime())
        || !sameText(before.emitter(), after.emitter())
        || !sameText(before.name(), after.name())
        || !sameText(before.severity(), after.severity())
        || before.attributes().size() != after.attributes().size()) {
      return false;
    }
    for (Map.Entry<String, String> each : before.attributes().entrySet()) {
      if (holdsReplaced(each.getKey())) {
        continue;
      }
      if (!sameText(each.getValue(), after.attributes().get(each.getKey()))) {
        return false;
      }
    }
    return true;
  }

  private boolean sameText(@Nullable String before, @Nullable String after) {
    return sameText(before, after, Depth.of(MAX_DEPTH));
  }

  private boolean sameText(@Nullable String before, @Nullable String after, Depth depth) {
    if (before == null || after == null) {
      return Objects.equals(before, after);
    }
    if (before.equals(after)) {
      return true;
    }
    Value one = depth.isSpent() ? null : tree(before);
    Value other = one == null ? null : tree(after);
    return one == null || other == null ? holdsReplaced(before) : same(one, other, depth.deeper());
  }

  /** A text that is a JSON object, list or string; null for any other. */
  private @Nullable Value tree(String text) {
    if (text.isEmpty() || "{[\"".indexOf(text.charAt(0)) < 0) {
      return null;
    }
    try {
      return parser.parse(text);
    } catch (MalformedJson noJson) {
      return null;
    }
  }

  private boolean same(Value before, Value after, Depth depth) {
    if (before instanceof ObjectValue one && after instanceof ObjectValue other) {
      List<Member> members = one.members();
      boolean same = members.size() == other.members().size();
      for (int i = 0; same && i < members.size(); i++) {
        Member member = other.members().get(i);
        same =
            sameText(members.get(i).name(), member.name(), depth)
                && same(members.get(i).value(), member.value(), depth);
      }
      return same;
    }
    if (before instanceof ArrayValue one && after instanceof ArrayValue other) {
      boolean same = one.items().size() == other.items().size();
      for (int i = 0; same && i < one.items().size(); i++) {
        same = same(one.items().get(i), other.items().get(i), depth);
      }
      return same;
    }
    if (before instanceof TextValue one) {
      // A number that was found is a marker in the redacted record.
      String now = after instanceof TextValue other ? other.reveal() : JsonText.of(after);
      return sameText(one.reveal(), now, depth);
    }
    return JsonText.of(before).equals(JsonText.of(after));
  }

  /** Whether a marker of a replaced value is in the text, or what a column has of it. */
  private boolean holdsReplaced(String text) {
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      digits = Character.digit(text.charAt(i), 16) < 0 ? 0 : digits + 1;
      if (digits >= SHOWN && replaced.contains(text.substring(i + 1 - SHOWN, i + 1))) {
        return true;
      }
    }
    return false;
  }
}
