package dev.telltale.decoding.message;

import dev.telltale.decoding.message.schema.MessageType;
import dev.telltale.decoding.message.schema.PprofSchema;
import dev.telltale.decoding.message.wire.Doubles;
import dev.telltale.decoding.message.wire.MessageReading;
import dev.telltale.listing.TelemetryType;
import dev.telltale.record.DecodedRecord;
import dev.telltale.record.Emission;
import dev.telltale.value.ArrayValue;
import dev.telltale.value.Member;
import dev.telltale.value.NumberValue;
import dev.telltale.value.ObjectValue;
import dev.telltale.value.TextValue;
import dev.telltale.value.Value;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The records of one profile: all text that it holds. The body has the types of its samples, its
 * times, the distinct labels of its samples by name, and all other strings of its table; a long
 * table goes on in further records. Stacks and addresses are numbers and are not kept.
 */
final class PprofFormat implements MessageFormat {
  private static final int STRINGS_PER_RECORD = 4_096;
  private static final String STRINGS = "stringTable";
  private static final Set<String> KEPT =
      Set.of("timeNanos", "durationNanos", "period", MessageReading.UNREAD);

  @Override
  public String id() {
    return "pprof";
  }

  @Override
  public MessageType type() {
    return PprofSchema.PROFILE;
  }

  @Override
  public void emit(ObjectValue profile, Emission emission) {
    Strings strings = new Strings(profile.items(STRINGS));
    ObjectValue.Builder body = ObjectValue.builder();
    body.add("sampleTypes", types(profile.items("sampleType"), strings));
    List<Member> rest = new ArrayList<>();
    for (Member member : profile.members()) {
      if (KEPT.contains(member.name()) || member.name().startsWith("#")) {
        rest.add(member);
      } else {
        Residue.collect(member.value(), rest);
      }
    }
    ObjectValue labels = labels(profile.items("sample"), strings);
    body.add("labels", labels.members().isEmpty() ? null : labels).addAll(rest);
    List<Value> others = strings.others();
    int first = Math.min(STRINGS_PER_RECORD, others.size());
    record(body.add("strings", new ArrayValue(others.subList(0, first))).build(), emission);
    for (int i = first; i < others.size(); i += STRINGS_PER_RECORD) {
      List<Value> more = others.subList(i, Math.min(i + STRINGS_PER_RECORD, others.size()));
      record(ObjectValue.builder().add("strings", new ArrayValue(more)).build(), emission);
    }
  }

  private void record(ObjectValue body, Emission emission) {
    emission.record(DecodedRecord.of(id(), body, new PprofDescriber()).of(TelemetryType.PROFILES));
  }

  private static ArrayValue types(List<Value> types, Strings strings) {
    List<Value> named = new ArrayList<>();
    for (Value item : types) {
      if (item instanceof ObjectValue type) {
        named.add(
            ObjectValue.builder()
                .add("type", strings.at(type, "type"))
                .add("unit", strings.at(type, "unit"))
                .build());
      }
    }
    return new ArrayValue(named);
  }

  private static ObjectValue labels(List<Value> samples, Strings strings) {
    Map<String, Member> distinct = new LinkedHashMap<>();
    for (Value item : samples) {
      if (item instanceof ObjectValue sample) {
        for (Value labelled : sample.items("label")) {
          if (labelled instanceof ObjectValue label) {
            label(label, strings, distinct);
          }
        }
      }
    }
    return new ObjectValue(List.copyOf(distinct.values()));
  }

  private static void label(ObjectValue label, Strings strings, Map<String, Member> distinct) {
    Value key = strings.at(label, "key");
    Value value = strings.at(label, "str");
    if (value == null) {
      value = label.first("num");
    }
    if (key instanceof TextValue name && value != null) {
      long reference = Doubles.integer(label, "str");
      String number = value instanceof NumberValue digits ? digits.reveal() : "";
      distinct.putIfAbsent(
          Doubles.integer(label, "key") + ":" + reference + ":" + number,
          new Member(name.reveal(), name.span(), value));
    }
  }

  /** The table of strings, and which of them were shown by name. */
  private static final class Strings {
    private final List<Value> table;
    private final BitSet shown = new BitSet();

    Strings(List<Value> table) {
      this.table = table;
    }

    /** The string that a field refers to; null for none, which is number 0. */
    Value at(ObjectValue message, String field) {
      long index = Doubles.integer(message, field);
      if (index <= 0 || index >= table.size()) {
        return null;
      }
      shown.set((int) index);
      return table.get((int) index);
    }

    List<Value> others() {
      List<Value> others = new ArrayList<>();
      for (int i = shown.nextClearBit(0); i < table.size(); i = shown.nextClearBit(i + 1)) {
        if (!(table.get(i) instanceof TextValue text && text.reveal().isEmpty())) {
          others.add(table.get(i));
        }
      }
      return others;
    }
  }
}
