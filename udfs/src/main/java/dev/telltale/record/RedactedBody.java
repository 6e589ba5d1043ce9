package dev.telltale.record;

import dev.telltale.limit.Limits;
import dev.telltale.value.BoundedJson;
import dev.telltale.value.LiteralValue;
import dev.telltale.value.Member;
import dev.telltale.value.NumberValue;
import dev.telltale.value.ObjectValue;
import dev.telltale.value.Repeats;
import dev.telltale.value.TextValue;
import dev.telltale.value.Texts;
import dev.telltale.value.Value;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A redacted body, read for columns without trust: any value may be of any type, a missing object
 * reads as an empty one, and texts are cut after one character more than a column holds.
 */
public final class RedactedBody {
  private static final RedactedBody EMPTY = new RedactedBody(new ObjectValue(List.of()));

  /** One more than a column takes, so that it is known to be cut. */
  private static final int BEYOND_COLUMN = Limits.MAX_COLUMN_LENGTH + 1;

  private final ObjectValue object;

  private RedactedBody(ObjectValue object) {
    this.object = object;
  }

  public static RedactedBody of(Value value) {
    return value instanceof ObjectValue object ? new RedactedBody(object) : EMPTY;
  }

  /** The object under that name. */
  public RedactedBody at(String name) {
    return of(object.first(name));
  }

  /** The first member of that name, or null. */
  public Value value(String name) {
    return object.first(name);
  }

  public List<Value> items(String name) {
    return object.items(name);
  }

  public boolean has(String name) {
    return object.has(name);
  }

  /** The text, number or boolean under the first of these names that has one; otherwise null. */
  public String text(String... names) {
    for (String name : names) {
      String text = scalar(object.first(name));
      if (text != null && !text.isEmpty()) {
        return text;
      }
    }
    return null;
  }

  /** The time under the first of these names that has one; otherwise null. */
  public Instant time(String... names) {
    for (String name : names) {
      Value value = object.first(name);
      Instant time = value == null ? null : EventTime.of(value);
      if (time != null) {
        return time;
      }
    }
    return null;
  }

  /** Every member as text, nested ones as JSON; of a duplicate name the first. */
  public Map<String, String> attributes() {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (Member member : object.members()) {
      String text = scalar(member.value());
      if (text == null && member.value() != LiteralValue.NULL) {
        text = new BoundedJson(BEYOND_COLUMN, new Repeats(0)).write(member.value());
      }
      if (text != null) {
        attributes.putIfAbsent(member.name(), text);
      }
    }
    return attributes;
  }

  /** Those of the named members that hold text, numbers or booleans. */
  public Map<String, String> attributes(String... names) {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (String name : names) {
      String text = text(name);
      if (text != null) {
        attributes.put(name, text);
      }
    }
    return attributes;
  }

  /** The parts that are not null with slashes between; null if there is none. */
  public static String joined(String... parts) {
    StringBuilder joined = new StringBuilder();
    for (String part : parts) {
      if (part != null) {
        joined.append(joined.isEmpty() ? "" : "/").append(part);
      }
    }
    return joined.isEmpty() ? null : joined.toString();
  }

  private static String scalar(Value value) {
    if (value instanceof TextValue text) {
      return Texts.start(text.reveal(), BEYOND_COLUMN);
    }
    if (value instanceof NumberValue number) {
      return Texts.start(number.reveal(), BEYOND_COLUMN);
    }
    boolean literal = value instanceof LiteralValue && value != LiteralValue.NULL;
    return literal ? value.toString().toLowerCase(Locale.ROOT) : null;
  }
}
