package dev.telltale.decoding;

import dev.telltale.fault.Fault;
import dev.telltale.framing.Frame;
import dev.telltale.limit.Limits;
import dev.telltale.record.DecodedRecord;
import dev.telltale.unpacking.Leaf;
import dev.telltale.unpacking.Unpacking;
import dev.telltale.value.JsonText;
import dev.telltale.value.TextValue;
import dev.telltale.value.Value;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Decodes a whole object, and keeps all that comes out of it. */
public final class DecodedStream {
  public final List<DecodedRecord> records = new ArrayList<>();
  public final List<Fault> faults = new ArrayList<>();
  public final List<Candidate> candidates = new ArrayList<>();
  final List<String> kinds = new ArrayList<>();
  public long accounted;
  public long raw;

  public static DecodedStream of(byte[] bytes) {
    return of(bytes, Limits.defaults());
  }

  public static DecodedStream of(byte[] bytes, Limits limits) {
    return new DecodedStream(new ByteArrayInputStream(bytes), bytes.length, limits);
  }

  DecodedStream(InputStream bytes, long length, Limits limits) {
    FrameDecoder decoder = new FrameDecoder(limits);
    try (Unpacking unpacking = new Unpacking(bytes, length, limits, faults::add)) {
      for (Leaf leaf = unpacking.next(); leaf != null; leaf = unpacking.next()) {
        LeafReading reading = decoder.open(leaf, faults::add);
        candidates.addAll(reading.candidates());
        for (Frame frame = reading.next(); frame != null; frame = reading.next()) {
          kinds.add(frame.kind().name());
          Outcome outcome = reading.decode(frame, records::add, faults::add, leaf.layer());
          accounted += outcome.kind() == Outcome.Kind.REJECTED ? 0 : frame.accounted();
          raw += outcome.kind() == Outcome.Kind.RAW ? frame.accounted() : 0;
        }
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException("reading bytes in memory", impossible);
    }
  }

  public List<String> formats() {
    return records.stream().map(DecodedRecord::format).distinct().toList();
  }

  public List<String> faultIds() {
    return faults.stream().map(fault -> fault.kind().id()).distinct().toList();
  }

  public String body(int index) {
    Value body = records.get(index).body();
    return body instanceof TextValue text ? text.reveal() : JsonText.of(body);
  }

  public String bodies() {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < records.size(); i++) {
      all.append(body(i)).append('\n');
    }
    return all.toString();
  }
}
