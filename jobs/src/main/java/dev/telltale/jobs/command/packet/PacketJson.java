package dev.telltale.jobs.command.packet;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.telltale.jobs.cases.Clue;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** A packet for machines, with every place. */
final class PacketJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonGenerator out;

  private PacketJson(JsonGenerator out) {
    this.out = out;
  }

  /**
   * Writes it, one place at a time.
   *
   * @param file closed at the end
   * @return the SHA-256 of what was written
   */
  static String write(Packet packet, PacketLake lake, OutputStream file) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (DigestOutputStream digested = new DigestOutputStream(file, digest);
          JsonGenerator out = JSON.createGenerator(digested).useDefaultPrettyPrinter()) {
        new PacketJson(out).all(packet, lake);
        out.writeRaw('\n');
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException unwritable) {
      throw new UncheckedIOException("writing a packet", unwritable);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  private void all(Packet packet, PacketLake lake) throws IOException {
    out.writeStartObject();
    text("tlp", packet.terms().tlp());
    out.writeNumberField("version", packet.version());
    text("created_at", packet.terms().made().toString());
    text("to", packet.terms().to());
    texts("scan", packet.scan());
    text("ledger_head", packet.ledgerHead());
    article33(packet);
    texts("clocks", packet.clocks());
    texts("downstream", packet.downstream());
    texts("not_read", packet.notRead());
    texts("actions", packet.actions());
    out.writeArrayFieldStart("cases");
    for (PacketCase each : packet.cases()) {
      out.writeStartObject();
      text("case_id", each.id());
      out.writeFieldName("facts");
      JSON.writeTree(out, JSON.readTree(each.json()));
      texts("advice", each.advice());
      out.writeArrayFieldStart("root_cause");
      for (Clue clue : each.cause().clues()) {
        out.writeStartObject();
        text("about", clue.about());
        text("answer", clue.answer());
        out.writeNumberField("records", clue.records());
        text("evidence", clue.evidence());
        out.writeEndObject();
      }
      out.writeEndArray();
      out.writeEndObject();
    }
    out.writeEndArray();
    verification(lake);
    out.writeEndObject();
  }

  private void article33(Packet packet) throws IOException {
    out.writeObjectFieldStart("gdpr_33_3");
    text("nature", "confidentiality: values in exported telemetry");
    texts("categories", packet.kinds());
    out.writeNumberField("people_min", packet.peopleMin());
    out.writeNumberField("people_max", packet.peopleMax());
    text("people_method", PacketText.PEOPLE);
    out.writeNumberField("records", packet.records());
    text("contact", packet.contact());
    texts("likely_consequences", Consequences.likely(packet.kinds().keySet()));
    texts("measures", Consequences.advice(packet.kinds().keySet()));
    out.writeEndObject();
  }

  /** Where the same values stand, without saying what they are. */
  private void verification(PacketLake lake) throws IOException {
    texts("how_to_verify", PacketText.HOW_TO_VERIFY);
    out.writeArrayFieldStart("verification");
    Iterator<Row> places = lake.places();
    while (places.hasNext()) {
      Row place = places.next();
      out.writeStartObject();
      for (String column :
          List.of("case_id", "finding_id", "rule", "severity", "masked", "fingerprint", "bucket")) {
        text(column, place.getAs(column));
      }
      text("object_key", lake.shownKey(place));
      for (String column :
          List.of(
              "version_id",
              "version_state",
              "etag",
              "storage_class",
              "telemetry_type",
              "format",
              "emitter",
              "field_path",
              "field_pattern")) {
        text(column, place.getAs(column));
      }
      text("export_time", PacketLake.moment(place.getAs("export_time")));
      number("record_index", place.getAs("record_index"));
      number("match_start", place.getAs("match_start"));
      number("match_length", place.getAs("match_length"));
      number("value_offset", place.getAs("value_offset"));
      number("value_length", place.getAs("value_length"));
      texts(
          "encodings",
          place.isNullAt(place.fieldIndex("encodings"))
              ? List.of()
              : place.getList(place.fieldIndex("encodings")));
      out.writeBooleanField("duplicate_delivery", !place.<Boolean>getAs("counted"));
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private void text(String name, @Nullable String value) throws IOException {
    if (value == null) {
      out.writeNullField(name);
    } else {
      out.writeStringField(name, value);
    }
  }

  private void number(String name, @Nullable Number value) throws IOException {
    if (value == null) {
      out.writeNullField(name);
    } else {
      out.writeNumberField(name, value.longValue());
    }
  }

  private void texts(String name, List<String> values) throws IOException {
    out.writeArrayFieldStart(name);
    for (String value : values) {
      out.writeString(value);
    }
    out.writeEndArray();
  }

  private void texts(String name, Map<String, String> values) throws IOException {
    out.writeObjectFieldStart(name);
    for (Map.Entry<String, String> value : values.entrySet()) {
      text(value.getKey(), value.getValue().isEmpty() ? null : value.getValue());
    }
    out.writeEndObject();
  }
}
