package dev.telltale.decoding;

import dev.telltale.fault.Fault;
import dev.telltale.framing.Frame;
import dev.telltale.limit.Limits;
import dev.telltale.record.DecodedRecord;
import dev.telltale.record.RecordColumns;
import dev.telltale.value.ArrayValue;
import dev.telltale.value.JsonText;
import dev.telltale.value.Member;
import dev.telltale.value.ObjectValue;
import dev.telltale.value.TextValue;
import dev.telltale.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Decodes one frame and keeps all that comes out of it. */
public final class DecodedFrame {
  static final int OFFSET = 1_000;
  static final int LAYER = 2;

  public final List<DecodedRecord> records = new ArrayList<>();
  final List<Fault> faults = new ArrayList<>();
  public final Outcome outcome;

  private DecodedFrame(FrameDecoder decoder, Frame frame) {
    outcome = decoder.decode(frame, records::add, faults::add, LAYER);
    records.forEach(record -> record.describer().describe(record.body()));
  }

  public static DecodedFrame of(FrameDecoder decoder, Frame.Kind kind, byte[] bytes) {
    byte[] padded = new byte[bytes.length + 6];
    System.arraycopy(bytes, 0, padded, 3, bytes.length);
    return new DecodedFrame(
        decoder, new Frame(kind, padded, 3, bytes.length, OFFSET, 0, false, bytes.length));
  }

  public static DecodedFrame of(Frame frame) {
    return new DecodedFrame(new FrameDecoder(Limits.defaults()), frame);
  }

  public static DecodedFrame of(Frame.Kind kind, byte[] bytes) {
    return of(new FrameDecoder(Limits.defaults()), kind, bytes);
  }

  public static DecodedFrame json(String json) {
    return of(Frame.Kind.JSON, json.getBytes(StandardCharsets.UTF_8));
  }

  public static DecodedFrame line(String line) {
    return of(Frame.Kind.LINE, line.getBytes(StandardCharsets.UTF_8));
  }

  public DecodedRecord only() {
    if (records.size() != 1) {
      throw new AssertionError(records.size() + " records");
    }
    return records.get(0);
  }

  public String body(int index) {
    Value body = records.get(index).body();
    return body instanceof TextValue text ? text.reveal() : JsonText.of(body);
  }

  public RecordColumns columns(int index) {
    DecodedRecord record = records.get(index);
    return record.describer().describe(record.body());
  }

  public List<String> formats() {
    return records.stream().map(DecodedRecord::format).distinct().toList();
  }

  public List<String> faultIds() {
    return faults.stream().map(fault -> fault.kind().id()).toList();
  }

  /** Adds every string of the tree, names included. */
  public static void collectStrings(Value value, Set<String> strings) {
    if (value instanceof TextValue text) {
      strings.add(text.reveal());
    } else if (value instanceof ArrayValue array) {
      array.items().forEach(item -> collectStrings(item, strings));
    } else if (value instanceof ObjectValue object) {
      for (Member member : object.members()) {
        strings.add(member.name());
        collectStrings(member.value(), strings);
      }
    }
  }
}
