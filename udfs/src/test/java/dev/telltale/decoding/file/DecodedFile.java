package dev.telltale.decoding.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.telltale.decoding.FrameDecoder;
import dev.telltale.decoding.LeafReading;
import dev.telltale.decoding.Outcome;
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

/** All that comes out of an object's bytes; that every byte is answered for is checked. */
public final class DecodedFile {
  public final List<DecodedRecord> records = new ArrayList<>();
  public final List<Fault> faults = new ArrayList<>();
  public long decoded;
  public long raw;

  static DecodedFile of(byte[] bytes) {
    return of(bytes, Limits.defaults());
  }

  static DecodedFile of(byte[] bytes, Limits limits) {
    DecodedFile file = new DecodedFile();
    try (Unpacking unpacking =
        new Unpacking(new ByteArrayInputStream(bytes), bytes.length, limits, file.faults::add)) {
      FrameDecoder decoder = new FrameDecoder(limits);
      for (Leaf leaf = unpacking.next(); leaf != null; leaf = unpacking.next()) {
        file.read(decoder.open(leaf, file.faults::add));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return file;
  }

  /** The same for bytes that lie in no container, where every one of them is accounted for. */
  public static DecodedFile whole(byte[] bytes, Limits limits) {
    DecodedFile file = of(bytes, limits);
    assertEquals(bytes.length, file.decoded + file.raw, "bytes answered for");
    return file;
  }

  public static DecodedFile whole(byte[] bytes) {
    return whole(bytes, Limits.defaults());
  }

  private void read(LeafReading reading) throws IOException {
    for (Frame frame = reading.next(); frame != null; frame = reading.next()) {
      Outcome outcome = reading.decode(frame, this::add, faults::add, 0);
      if (outcome.kind() == Outcome.Kind.DECODED) {
        decoded += frame.accounted();
      } else if (outcome.kind() == Outcome.Kind.RAW) {
        raw += frame.accounted();
      }
    }
  }

  private void add(DecodedRecord record) {
    record.describer().describe(record.body());
    records.add(record);
  }

  /** The bodies of the rows of a format; the file's description, which is the last, left out. */
  public List<String> rows(String format) {
    List<String> rows = new ArrayList<>();
    for (DecodedRecord record : records) {
      if (record.format().equals(format)) {
        rows.add(body(record));
      }
    }
    return rows.subList(0, Math.max(0, rows.size() - 1));
  }

  /** The same for files whose description was not read. */
  List<String> allRows(String format) {
    return records.stream().filter(r -> r.format().equals(format)).map(DecodedFile::body).toList();
  }

  public String description() {
    return body(records.get(records.size() - 1));
  }

  public RecordColumns columns(int index) {
    return records.get(index).describer().describe(records.get(index).body());
  }

  public String rawText() {
    StringBuilder text = new StringBuilder();
    for (DecodedRecord record : records) {
      if (record.format().equals("binary") && record.body() instanceof TextValue runs) {
        text.append(runs.reveal()).append('\n');
      }
    }
    return text.toString();
  }

  public List<String> faultIds() {
    return faults.stream().map(fault -> fault.kind().id()).distinct().toList();
  }

  static String body(DecodedRecord record) {
    Value body = record.body();
    return body instanceof TextValue text ? text.reveal() : JsonText.of(body);
  }
}
