package dev.telltale.decoding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.fault.Fault;
import dev.telltale.framing.Frame;
import dev.telltale.limit.Limits;
import dev.telltale.record.DecodedRecord;
import dev.telltale.record.RecordColumns;
import dev.telltale.unpacking.Leaf;
import dev.telltale.unpacking.Unpacking;
import dev.telltale.value.ArrayValue;
import dev.telltale.value.JsonText;
import dev.telltale.value.Member;
import dev.telltale.value.NumberValue;
import dev.telltale.value.ObjectValue;
import dev.telltale.value.Span;
import dev.telltale.value.TextValue;
import dev.telltale.value.Value;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A whole object of lines, decoded; the bytes of every leaf are compared with its value, and what
 * frames answer for with the bytes there are.
 */
public final class DecodedLines {
  private static final FrameDecoder USUAL = new FrameDecoder(Limits.defaults());

  public final List<DecodedRecord> records = new ArrayList<>();
  public final List<Fault> faults = new ArrayList<>();
  public List<Candidate> candidates = List.of();
  public int frames;

  private final Limits limits;

  private DecodedLines(Limits limits) {
    this.limits = limits;
  }

  public static DecodedLines of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  public static DecodedLines of(byte[] bytes) {
    return of(bytes, Limits.defaults());
  }

  public static DecodedLines of(byte[] bytes, Limits limits) {
    DecodedLines result = new DecodedLines(limits);
    try {
      result.decode(bytes);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return result;
  }

  private void decode(byte[] bytes) throws IOException {
    List<byte[]> leaves = leaves(bytes);
    FrameDecoder decoder = limits.equals(Limits.defaults()) ? USUAL : new FrameDecoder(limits);
    try (Unpacking unpacking = unpacking(bytes)) {
      int number = 0;
      for (Leaf leaf = unpacking.next(); leaf != null; leaf = unpacking.next()) {
        byte[] unpacked = leaves.get(number++);
        if (leaf.header()) {
          continue;
        }
        LeafReading reading = decoder.open(leaf, faults::add);
        candidates = reading.candidates();
        long accounted = 0;
        for (Frame frame = reading.next(); frame != null; frame = reading.next()) {
          frames++;
          int before = records.size();
          Outcome outcome = reading.decode(frame, records::add, faults::add, leaf.layer());
          boolean rejected = outcome.kind() == Outcome.Kind.REJECTED;
          accounted += rejected ? 0 : frame.accounted();
          assertTrue(rejected || records.size() > before, "a frame gives at least one record");
          for (DecodedRecord record : records.subList(before, records.size())) {
            record.describer().describe(record.body());
            if (record.provenance().layers().isEmpty()) {
              assertEquals(frame.offset(), record.provenance().origin());
              if (frame.kind() == Frame.Kind.LINE && !isJson(frame)) {
                check(record.body(), unpacked, (int) record.provenance().origin());
              }
              assertTrue(record.provenance().span().end() <= frame.length());
            }
          }
        }
        assertEquals(unpacked.length, accounted, "accounted");
      }
    }
  }

  private Unpacking unpacking(byte[] bytes) {
    return new Unpacking(new ByteArrayInputStream(bytes), bytes.length, limits, fault -> {});
  }

  private List<byte[]> leaves(byte[] bytes) throws IOException {
    List<byte[]> leaves = new ArrayList<>();
    try (Unpacking unpacking = unpacking(bytes)) {
      for (Leaf leaf = unpacking.next(); leaf != null; leaf = unpacking.next()) {
        leaves.add(leaf.stream().readAllBytes());
      }
    }
    return leaves;
  }

  private static boolean isJson(Frame frame) {
    return new String(frame.reveal(), frame.from(), frame.length(), StandardCharsets.UTF_8)
        .stripLeading()
        .startsWith("{");
  }

  /** Where a value says that it lies, there it is, as far as it is written as it reads. */
  private static void check(Value value, byte[] bytes, int origin) {
    if (value instanceof ObjectValue object) {
      for (Member member : object.members()) {
        if (member.nameSpan().isKnown()) {
          assertEquals(member.name(), at(member.nameSpan(), bytes, origin));
        }
        check(member.value(), bytes, origin);
      }
    } else if (value instanceof ArrayValue array) {
      array.items().forEach(item -> check(item, bytes, origin));
    } else if (value instanceof NumberValue number) {
      assertEquals(number.reveal(), at(number.span(), bytes, origin));
    } else if (value instanceof TextValue text) {
      String written = at(text.span(), bytes, origin);
      boolean decoded = written.indexOf('\\') >= 0 || written.indexOf('\n') >= 0;
      if (!decoded || written.length() == text.reveal().length()) {
        assertEquals(text.reveal(), written);
      }
    }
  }

  private static String at(Span span, byte[] bytes, int origin) {
    assertTrue(span.isKnown(), "every leaf knows its bytes");
    return new String(bytes, origin + span.offset(), span.length(), StandardCharsets.UTF_8);
  }

  public List<String> formats() {
    return records.stream().map(DecodedRecord::format).distinct().toList();
  }

  public long count(String format) {
    return records.stream().filter(record -> record.format().equals(format)).count();
  }

  public String body(int index) {
    Value body = records.get(index).body();
    return body instanceof TextValue text ? text.reveal() : JsonText.of(body);
  }

  public List<String> bodies() {
    List<String> bodies = new ArrayList<>();
    for (int i = 0; i < records.size(); i++) {
      bodies.add(body(i));
    }
    return bodies;
  }

  public RecordColumns columns(int index) {
    DecodedRecord record = records.get(index);
    return record.describer().describe(record.body());
  }

  /** The text of a column of a record. */
  public String text(int index, String column) {
    Value value = ((ObjectValue) records.get(index).body()).first(column);
    return value == null
        ? null
        : value instanceof TextValue text ? text.reveal() : JsonText.of(value);
  }
}
