package dev.telltale.decoding.message;

import dev.telltale.decoding.message.schema.FieldType;
import dev.telltale.decoding.message.schema.KubernetesSchema;
import dev.telltale.decoding.message.schema.MessageType;
import dev.telltale.decoding.message.wire.Doubles;
import dev.telltale.decoding.message.wire.FieldBytes;
import dev.telltale.decoding.message.wire.WireReader;
import dev.telltale.record.Emission;
import dev.telltale.value.ArrayValue;
import dev.telltale.value.Member;
import dev.telltale.value.ObjectValue;
import dev.telltale.value.TextValue;
import dev.telltale.value.Value;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One Kubernetes object, or a list of them, as the API server stores it: four bytes {@code k8s\0},
 * then a {@code runtime.Unknown} around the object's own message. Its records are those of the
 * object's JSON form, with times, maps and names of the fields that {@link KubernetesSchema}
 * declares; bytes that are text are that text, not in base64.
 */
final class KubernetesMessageFormat implements MessageFormat {
  static final String ID = "kubernetes-protobuf";

  private static final byte[] MAGIC = {'k', '8', 's', 0};
  private static final String RAW = "raw";
  private static final String TYPE_META = "typeMeta";
  private static final Set<String> MAPS =
      Set.of("labels", "annotations", "data", "stringData", "binaryData");
  private static final Set<String> TIMES =
      Set.of("creationTimestamp", "deletionTimestamp", "time", "firstTimestamp", "lastTimestamp");

  private static final MessageType META =
      MessageType.of().string(1, "apiVersion").needed().string(2, "kind").needed().build();
  private static final MessageType UNKNOWN = envelope(null);

  private final TreeEmission objects;

  KubernetesMessageFormat(TreeEmission objects) {
    this.objects = objects;
  }

  private static MessageType envelope(MessageType object) {
    MessageType.Builder envelope = MessageType.of().message(1, TYPE_META, () -> META).needed();
    if (object == null) {
      envelope.field(FieldType.BYTES, 2, RAW);
    } else {
      envelope.message(2, RAW, () -> object);
    }
    return envelope.string(3, "contentEncoding").string(4, "contentType").build();
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public MessageType type() {
    return UNKNOWN;
  }

  @Override
  public int header(byte[] bytes, int from, int to) {
    if (to - from < MAGIC.length) {
      return -1;
    }
    for (int i = 0; i < MAGIC.length; i++) {
      if (bytes[from + i] != MAGIC[i]) {
        return -1;
      }
    }
    return MAGIC.length;
  }

  /** The object itself is in protobuf unless the envelope says otherwise. */
  @Override
  public MessageType type(byte[] bytes, int from, int to) {
    String apiVersion = "";
    String kind = "";
    WireReader wire = new WireReader(bytes, from, to);
    while (wire.next()) {
      boolean text = wire.wireType() == WireReader.LENGTH;
      if (wire.number() == 1 && text) {
        apiVersion = string(bytes, wire, 1);
        kind = string(bytes, wire, 2);
      } else if ((wire.number() == 3 || wire.number() == 4) && wire.end() > wire.from()) {
        return UNKNOWN;
      }
    }
    return envelope(KubernetesSchema.of(apiVersion, kind));
  }

  private static String string(byte[] bytes, WireReader message, int number) {
    WireReader wire = new WireReader(bytes, message.from(), message.end());
    while (wire.next()) {
      if (wire.number() == number && wire.wireType() == WireReader.LENGTH) {
        return FieldBytes.utf8(bytes, wire.from(), wire.end());
      }
    }
    return "";
  }

  @Override
  public void emit(ObjectValue message, Emission emission) {
    List<Member> members = new ArrayList<>();
    for (Member member : message.members()) {
      boolean opened = member.name().equals(TYPE_META) || member.name().equals(RAW);
      if (opened && member.value() instanceof ObjectValue part) {
        members.addAll(shaped(part).members());
      } else if (!isEmpty(member.value())) {
        members.add(member);
      }
    }
    ObjectValue tree = new ObjectValue(members, message.span().offset(), message.span().length());
    objects.emit(ID, tree, emission);
  }

  private static boolean isEmpty(Value value) {
    return value instanceof TextValue text && text.reveal().isEmpty();
  }

  private static ObjectValue shaped(ObjectValue object) {
    List<Member> members = new ArrayList<>(object.members().size());
    for (Member member : object.members()) {
      members.add(member.with(shaped(member)));
    }
    return new ObjectValue(members, object.span().offset(), object.span().length());
  }

  private static Value shaped(Member member) {
    Value value = member.value();
    if (MAPS.contains(member.name()) && value instanceof ArrayValue entries) {
      return Labels.of(entries.items(), "key");
    }
    if (value instanceof ObjectValue nested) {
      Value time = TIMES.contains(member.name()) ? time(nested) : null;
      return time == null ? shaped(nested) : time;
    }
    if (value instanceof ArrayValue list) {
      return new ArrayValue(
          list.items().stream()
              .map(item -> item instanceof ObjectValue nested ? shaped(nested) : item)
              .toList());
    }
    return value;
  }

  /** In seconds, as JSON has it; null where the message is not a plain time. */
  private static Value time(ObjectValue message) {
    boolean plain =
        !message.members().isEmpty()
            && message.members().stream()
                .allMatch(part -> part.name().equals("seconds") || part.name().equals("nanos"));
    if (!plain) {
      return null;
    }
    try {
      String time = Instant.ofEpochSecond(Doubles.integer(message, "seconds")).toString();
      return new TextValue(time, message.span().offset(), message.span().length());
    } catch (DateTimeException beyondTheCalendar) {
      return null;
    }
  }
}
