package dev.telltale.decoding.message;

import dev.telltale.decoding.message.schema.MessageType;
import dev.telltale.decoding.message.schema.RemoteWriteSchema;
import dev.telltale.fault.FaultKind;
import dev.telltale.record.Emission;
import dev.telltale.value.ArrayValue;
import dev.telltale.value.Member;
import dev.telltale.value.ObjectValue;
import dev.telltale.value.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * The records of a remote-write 2.0 message, in the shape of {@link RemoteWriteFormat}; metadata is
 * with its series. Symbols that nothing refers to are a record of their own.
 */
record RemoteWriteV2Format(String id) implements MessageFormat {
  private static final String SYMBOLS = "symbols";
  private static final String SERIES = "timeseries";

  @Override
  public MessageType type() {
    return RemoteWriteSchema.REQUEST;
  }

  @Override
  public void emit(ObjectValue request, Emission emission) {
    SymbolTable symbols = new SymbolTable(request.items(SYMBOLS), request.span().length());
    List<Value> strays = new ArrayList<>();
    List<ObjectValue> entries = new ArrayList<>();
    for (Value item : request.items(SERIES)) {
      if (item instanceof ObjectValue series) {
        entries.add(series);
      } else {
        strays.add(item);
      }
    }
    emission.each(
        entries.size(),
        i -> {
          ObjectValue series = entries.get(i);
          emission.record(RemoteWriteFormat.series(id, series, symbols.resolved(series)));
        });
    // What the series refer to is known once the last of them was emitted.
    emission.each(1, last -> emitRest(request, symbols, strays, emission));
  }

  private void emitRest(
      ObjectValue request, SymbolTable symbols, List<Value> strays, Emission emission) {
    if (symbols.broken()) {
      emission.undecodable(FaultKind.PROTOBUF, 0);
    }
    RemoteWriteFormat.beside(id, list(SYMBOLS, symbols.unused()), emission);
    List<Member> beside = list(SERIES, strays);
    for (Member member : request.members()) {
      if (!member.name().equals(SYMBOLS) && !member.name().equals(SERIES)) {
        beside.add(member);
      }
    }
    RemoteWriteFormat.beside(id, beside, emission);
  }

  private static List<Member> list(String name, List<Value> items) {
    List<Member> members = new ArrayList<>();
    if (!items.isEmpty()) {
      members.add(new Member(name, new ArrayValue(items)));
    }
    return members;
  }
}
