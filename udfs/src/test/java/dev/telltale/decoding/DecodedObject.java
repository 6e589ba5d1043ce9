package dev.telltale.decoding;

import dev.telltale.fault.Fault;
import dev.telltale.framing.Frame;
import dev.telltale.limit.Limits;
import dev.telltale.record.DecodedRecord;
import dev.telltale.record.RecordColumns;
import dev.telltale.unpacking.Leaf;
import dev.telltale.unpacking.Unpacking;
import dev.telltale.value.JsonText;
import dev.telltale.value.TextValue;
import dev.telltale.value.Value;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Reads the bytes of an object the way a scan does: containers, frames, records. */
public final class DecodedObject {
  final List<DecodedRecord> records = new ArrayList<>();
  final List<Fault> faults = new ArrayList<>();
  long accounted;
  boolean transcoded;
  long frames;

  static DecodedObject of(byte[] bytes) {
    return of(bytes, new FrameDecoder(Limits.defaults()));
  }

  public static DecodedObject of(byte[] bytes, FrameDecoder decoder) {
    DecodedObject object = new DecodedObject();
    Limits limits = Limits.defaults();
    try (Unpacking unpacking =
        new Unpacking(new ByteArrayInputStream(bytes), bytes.length, limits, object.faults::add)) {
      for (Leaf leaf = unpacking.next(); leaf != null; leaf = unpacking.next()) {
        object.transcoded |= !leaf.containers().isEmpty();
        LeafReading reading = decoder.open(leaf, object.faults::add);
        for (Frame frame = reading.next(); frame != null; frame = reading.next()) {
          object.decode(frame, reading, leaf.layer());
        }
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException("reading bytes in memory", impossible);
    }
    return object;
  }

  private void decode(Frame frame, LeafReading reading, int layer) {
    Outcome outcome = reading.decode(frame, records::add, faults::add, layer);
    frames++;
    if (outcome.kind() != Outcome.Kind.REJECTED) {
      accounted += frame.accounted();
    }
  }

  RecordColumns columns(int index) {
    return columns(records.get(index));
  }

  static RecordColumns columns(DecodedRecord record) {
    return record.describer().describe(record.body());
  }

  /** The record's content in one line, to compare records by. */
  static String text(DecodedRecord record) {
    Value body = record.body();
    String text = body instanceof TextValue plain ? plain.reveal() : JsonText.of(body);
    return record.format() + " " + text;
  }

  public List<String> texts() {
    return records.stream().map(DecodedObject::text).toList();
  }

  List<String> formats() {
    return records.stream().map(DecodedRecord::format).distinct().toList();
  }
}
