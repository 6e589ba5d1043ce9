package dev.telltale.decoding.file.avro;

import dev.telltale.decoding.file.CellValues;
import dev.telltale.decoding.file.DamagedFile;
import dev.telltale.decoding.file.FileBytes;
import dev.telltale.decoding.file.RowBudget;
import dev.telltale.fault.FaultKind;
import dev.telltale.limit.Limits;
import dev.telltale.value.JsonParser;
import dev.telltale.value.MalformedJson;
import dev.telltale.value.Member;
import dev.telltale.value.ObjectValue;
import dev.telltale.value.Span;
import dev.telltale.value.TextValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/** The header of an Avro container file: schema, codec and the marker between blocks. */
final class AvroHeader {
  static final String MAGIC = "Obj\u0001";
  static final int MARKER = 16;

  private final ObjectValue metadata;
  private final Schema schema;
  private final String codec;
  private final int markerAt;

  private AvroHeader(ObjectValue metadata, Schema schema, String codec, int markerAt) {
    this.metadata = metadata;
    this.schema = schema;
    this.codec = codec;
    this.markerAt = markerAt;
  }

  /** Fails with the place of the damage. */
  static AvroHeader read(FileBytes file, RowBudget budget) {
    AvroInput in = new AvroInput(file.reveal(), file.from(), file.length());
    in.skip(MAGIC.length());
    CellValues cells = new CellValues(budget);
    List<Member> members = new ArrayList<>();
    Span schemaAt = Span.NONE;
    String codec = "null";
    for (long count = in.varint(); count != 0; count = in.varint()) {
      if (count < 0) {
        in.varint();
      }
      for (long i = Math.abs(count); i > 0; i--) {
        TextValue key = text(in, cells);
        int length = in.length();
        Span at = Span.of(in.position(), length);
        TextValue value = cells.binary(in.reveal(), in.skip(length), length, at);
        members.add(new Member(key.reveal(), key.span(), value));
        schemaAt = "avro.schema".equals(key.reveal()) ? at : schemaAt;
        codec = "avro.codec".equals(key.reveal()) ? value.reveal() : codec;
      }
    }
    int markerAt = in.position();
    in.skip(MARKER);
    Schema schema = schema(file, schemaAt, budget.limits());
    return new AvroHeader(new ObjectValue(members), schema, codec, markerAt);
  }

  private static TextValue text(AvroInput in, CellValues cells) {
    int length = in.length();
    Span at = Span.of(in.position(), length);
    return cells.utf8(in.reveal(), in.skip(length), length, at);
  }

  private static Schema schema(FileBytes file, Span at, Limits limits) {
    if (!at.isKnown()) {
      throw new DamagedFile(FaultKind.AVRO, 0);
    }
    byte[] bytes = file.reveal();
    int from = file.from() + at.offset();
    try {
      // A schema that is one bare name is not a JSON document, but the files of some writers have
      // it.
      byte first = at.length() == 0 ? 0 : bytes[from];
      return first >= 'a' && first <= 'z'
          ? AvroSchema.parse(
              new TextValue(new String(bytes, from, at.length(), StandardCharsets.UTF_8)),
              at.offset())
          : AvroSchema.parse(new JsonParser(limits).parse(bytes, from, at.length()), at.offset());
    } catch (MalformedJson broken) {
      throw new DamagedFile(FaultKind.AVRO, at.offset() + broken.position());
    }
  }

  /** What the header says, at its places in the file. */
  ObjectValue metadata() {
    return metadata;
  }

  Schema schema() {
    return schema;
  }

  String codec() {
    return codec;
  }

  /** Where the marker that ends every block is. */
  int markerAt() {
    return markerAt;
  }

  int end() {
    return markerAt + MARKER;
  }

  @Override
  public String toString() {
    return "header of " + end() + " bytes";
  }
}
