package dev.telltale.decoding.message.schema;

import dev.telltale.decoding.message.wire.FieldBytes;
import dev.telltale.decoding.message.wire.Members;
import dev.telltale.decoding.message.wire.MessageReading;
import dev.telltale.decoding.message.wire.Violation;
import dev.telltale.decoding.message.wire.WireReader;
import dev.telltale.limit.Depth;
import dev.telltale.limit.Limits;
import dev.telltale.value.ObjectValue;
import dev.telltale.value.TextValue;
import dev.telltale.value.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads messages by their schema in one pass: names, places, and whatever breaks the schema or goes
 * beyond it. Used by one thread.
 */
public final class SchemaReader {
  private static final int MAX_KEPT = 16;

  private final FieldBytes contents = new FieldBytes();
  private final WireWalk walk;
  private final Depth start;
  private final int maxFields;

  private byte[] bytes;
  private int origin;
  private boolean building;
  private int maxViolations;
  private long known;
  private long texts;
  private long unknown;
  private int firstUnknown;
  private int violationCount;
  private long tokens;
  private boolean stopped;
  private List<Violation> violations;

  public SchemaReader(Limits limits) {
    start = Depth.of(limits.jsonDepth() - 1);
    maxFields = limits.jsonTokens();
    walk = new WireWalk(limits.jsonDepth());
  }

  /**
   * Reads the message between two places into a tree, violations or not.
   *
   * @param counted from where places in the tree are counted
   */
  public MessageReading read(MessageType type, byte[] message, int counted, int from, int to) {
    origin = counted;
    return start(type, message, from, to, true, Integer.MAX_VALUE);
  }

  /** Only counts, and stops once there are more violations than that. */
  public MessageReading check(MessageType type, byte[] message, int from, int to, int max) {
    origin = from;
    return start(type, message, from, to, false, max);
  }

  private MessageReading start(
      MessageType type, byte[] message, int from, int to, boolean build, int max) {
    bytes = message;
    building = build;
    maxViolations = max;
    known = 0;
    texts = 0;
    unknown = 0;
    firstUnknown = -1;
    violationCount = 0;
    tokens = 0;
    stopped = false;
    violations = new ArrayList<>();
    ObjectValue value = message(type, from, to, start);
    return new MessageReading(
        value, known, texts, unknown, firstUnknown, violationCount, violations);
  }

  private ObjectValue message(MessageType type, int from, int to, Depth depth) {
    Members members = building ? new Members() : null;
    WireReader wire = new WireReader(bytes, from, to);
    long seen = 0;
    while (!stopped && wire.next()) {
      SchemaField field = type.field(wire.number());
      if (tokens++ >= maxFields) {
        violate(Violation.Kind.FIELDS, wire.start());
        stopped = true;
        unread(members, wire.start(), wire.after());
      } else if (field == null) {
        countUndeclared(type, wire);
        undeclared(wire, members, depth);
      } else {
        seen |= MessageType.bit(wire.number());
        declared(field, wire, members, depth);
      }
    }
    if (wire.violation() != null) {
      violate(wire.violation(), wire.start());
      unread(members, wire.start(), to);
    } else if (stopped) {
      unread(members, wire.after(), to);
    } else if ((seen & type.required()) != type.required()) {
      violate(Violation.Kind.MISSING, from);
    }
    return building ? members.build(from - origin, to - from) : null;
  }

  private void unread(Members members, int from, int to) {
    if (building && to > from) {
      members.add(MessageReading.UNREAD, readable(from, to));
    }
  }

  private void countUndeclared(MessageType type, WireReader wire) {
    if (!type.isOpen()) {
      unknown++;
      firstUnknown = firstUnknown < 0 ? wire.start() - origin : firstUnknown;
    }
  }

  private void undeclared(WireReader wire, Members members, Depth depth) {
    if (building) {
      walk.over(bytes, origin, maxFields - tokens);
      members.addUnknown(wire.number(), walk.value(wire, depth));
      tokens += walk.fields();
    }
  }

  private void declared(SchemaField field, WireReader wire, Members members, Depth depth) {
    boolean packed =
        field.repeated() && field.type().isNumber() && wire.wireType() == WireReader.LENGTH;
    if (wire.wireType() != field.type().wireType() && !packed) {
      violate(Violation.Kind.WIRE_TYPE, wire.start());
      undeclared(wire, members, depth);
      return;
    }
    known++;
    if (packed) {
      packed(field, wire, members);
      return;
    }
    Value value =
        field.type().isNumber()
            ? number(field, wire)
            : content(field, wire.from(), wire.end(), depth);
    if (building && field.repeated()) {
      members.addRepeated(field.number(), field.name(), List.of(value));
    } else if (building) {
      members.add(field.name(), value);
    }
  }

  private Value number(SchemaField field, WireReader wire) {
    return building
        ? Numbers.of(field, wire.bits(), wire.from() - origin, wire.end() - wire.from())
        : null;
  }

  private void packed(SchemaField field, WireReader wire, Members members) {
    List<Value> values = new ArrayList<>();
    WireReader items = new WireReader(bytes, wire.from(), wire.end());
    int wireType = field.type().wireType();
    while (!stopped
        && (wireType == WireReader.VARINT
            ? items.packedVarint()
            : items.packedFixed(wireType == WireReader.FIXED64 ? 8 : 4))) {
      if (tokens++ >= maxFields) {
        violate(Violation.Kind.FIELDS, items.start());
        stopped = true;
        unread(members, items.start(), wire.end());
      } else if (building) {
        values.add(number(field, items));
      }
    }
    if (items.violation() != null) {
      violate(items.violation(), items.start());
    }
    if (building) {
      members.addRepeated(field.number(), field.name(), values);
    }
  }

  private Value content(SchemaField field, int from, int to, Depth depth) {
    return switch (field.type()) {
      case STRING -> string(from, to);
      case ID -> id(field, from, to);
      case MESSAGE -> nested(field, from, to, depth);
      case OPEN -> building ? open(from, to, depth) : null;
      default -> building ? readable(from, to) : null;
    };
  }

  private Value open(int from, int to, Depth depth) {
    walk.over(bytes, origin, maxFields - tokens);
    boolean message = !depth.isSpent() && WireWalk.isMessage(bytes, from, to);
    Value value =
        message ? walk.message(from, to, depth.deeper()) : walk.content(from, to, Depth.of(0));
    tokens += walk.fields();
    return value;
  }

  private Value nested(SchemaField field, int from, int to, Depth depth) {
    if (!depth.isSpent()) {
      return message(field.message().get(), from, to, depth.deeper());
    }
    violate(Violation.Kind.DEPTH, from);
    return building ? readable(from, to) : null;
  }

  private Value string(int from, int to) {
    texts += to > from ? 1 : 0;
    int invalid = contents.firstInvalid(bytes, from, to);
    if (invalid >= 0) {
      violate(Violation.Kind.UTF_8, from + invalid);
    }
    return building
        ? new TextValue(FieldBytes.utf8(bytes, from, to), from - origin, to - from)
        : null;
  }

  private Value id(SchemaField field, int from, int to) {
    boolean whole = to == from || to - from == field.length();
    if (!whole) {
      violate(Violation.Kind.ID_LENGTH, from);
    }
    if (!building) {
      return null;
    }
    return whole
        ? new TextValue(FieldBytes.hexadecimal(bytes, from, to), from - origin, to - from)
        : readable(from, to);
  }

  private Value readable(int from, int to) {
    return new TextValue(contents.readable(bytes, from, to), from - origin, to - from);
  }

  private void violate(Violation.Kind kind, int position) {
    violationCount++;
    if (violations.size() < MAX_KEPT) {
      violations.add(new Violation(kind, position - origin));
    }
    stopped |= violationCount > maxViolations;
  }
}
