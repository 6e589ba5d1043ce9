package dev.telltale.jobs.command.packet;

import dev.telltale.jobs.cases.Clue;
import dev.telltale.jobs.limit.RunLimits;
import dev.telltale.jobs.terminal.Amounts;
import dev.telltale.jobs.terminal.PlainText;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * A packet for people, in Markdown. What senders wrote stands in code spans, where it means
 * nothing.
 */
final class PacketText {
  static final String PEOPLE =
      "at least the distinct values of the most frequent personal kind, at most the distinct values of all"
          + " kinds together: one person may have several, and several may share one. What a rule file"
          + " suppresses is left out; what was delivered twice counts once";

  static final List<String> HOW_TO_VERIFY =
      List.of(
          "Fetch the object version by bucket, key and version id; its etag has to be the one named.",
          "Decode it to records: the index counts them from 0 in the order of the object, across its containers.",
          "Go to the field path; behind each | stands what has to be decoded next.",
          "The value begins at the offset and has the length named, in UTF-16 units of the decoded text.",
          "The same fingerprint is the same value. It is keyed: it cannot be computed, nor guessed, from here.");

  private final StringBuilder text = new StringBuilder();

  private PacketText() {}

  /**
   * @param hash of the packet's JSON
   */
  static String of(Packet packet, PacketLake lake, String hash) {
    PacketText written = new PacketText();
    written.head(packet, hash);
    written.article33(packet);
    written.times(packet);
    packet.cases().forEach(written::one);
    written.places(lake);
    written.limits(packet);
    written.line("");
    written.line("TLP:" + packet.terms().tlp());
    return written.text.toString();
  }

  private void head(Packet packet, String hash) {
    line("TLP:" + packet.terms().tlp());
    line("");
    line("# Incident packet: values in exported telemetry");
    line("");
    line(
        "Version "
            + packet.version()
            + " of "
            + packet.terms().made()
            + ", for "
            + code(packet.terms().to())
            + ". No value is in it. SHA-256 of its JSON: "
            + code(hash));
    line("");
    packet.scan().forEach((name, value) -> line("- " + name + ": " + code(value)));
    line("- head of the ledger of actions, to be kept: " + code(packet.ledgerHead()));
    line("");
  }

  private void article33(Packet packet) {
    line("## What happened (Art. 33(3) GDPR)");
    line("");
    line(
        "**Nature.** A breach of confidentiality: values left the product inside its telemetry. What leaked, by category,"
            + " with distinct values:");
    line("");
    packet.kinds().forEach((category, rules) -> line("- " + category + ": " + code(rules)));
    line("");
    line(
        "Approximately "
            + packet.peopleMin()
            + " to "
            + packet.peopleMax()
            + " people ("
            + PEOPLE
            + "), in approximately "
            + Amounts.count(packet.records(), "record")
            + ".");
    line("");
    line(
        "**Contact.** "
            + (packet.contact() == null ? "Not named: add `--contact`." : code(packet.contact())));
    line("");
    line("**Likely consequences.**");
    line("");
    Consequences.likely(packet.kinds().keySet()).forEach(each -> line("- " + each));
    line("");
    line("**Measures proposed.**");
    line("");
    Consequences.advice(packet.kinds().keySet()).forEach(each -> line("- " + each));
    line("");
    line("**Measures taken**, by the ledger of actions:");
    line("");
    list(packet.actions(), "none yet");
    line("**Gone on to**, by the published table or your own:");
    line("");
    list(packet.downstream(), "nothing that is known");
  }

  private void times(Packet packet) {
    line("## Clocks (UTC)");
    line("");
    line("| | |");
    line("|---|---|");
    for (Map.Entry<String, String> clock : packet.clocks().entrySet()) {
      line(
          "| "
              + clock.getKey()
              + " | "
              + (clock.getValue().isEmpty() ? "not known" : clock.getValue())
              + " |");
    }
    line("");
  }

  private void one(PacketCase each) {
    line("## " + each.id());
    line("");
    line("- state: " + each.fact("state"));
    line("- severity: " + each.fact("severity") + " (" + each.fact("severity_reasons") + ")");
    line(
        "- what: "
            + code(each.fact("rules"))
            + (each.fact("masked").isEmpty()
                ? ""
                : ", "
                    + code(each.fact("masked"))
                    + ", fingerprint "
                    + code(each.fact("fingerprint"))));
    line("- where: " + code(each.fact("field_patterns")) + " of " + code(each.fact("emitters")));
    line(
        "- how much: "
            + each.fact("values")
            + " values at "
            + each.fact("places")
            + " places, "
            + each.fact("records")
            + " records, "
            + each.fact("objects")
            + " objects, "
            + each.fact("versions")
            + " versions");
    line(
        "- people: "
            + each.fact("people_min")
            + " to "
            + each.fact("people_max")
            + ": "
            + each.fact("people_method"));
    line("- seen: " + each.fact("first_seen") + " to " + each.fact("last_seen"));
    line(
        "- goes by itself: "
            + (each.fact("readable_until").isEmpty() ? "not known" : each.fact("readable_until")));
    line("");
    each.advice().forEach(advice -> line("> " + advice));
    line("");
    if (!each.cause().clues().isEmpty()) {
      line("Where it comes from, as far as the records tell:");
      line("");
      line("| | answer | records | evidence |");
      line("|---|---|---|---|");
      for (Clue clue : each.cause().clues()) {
        line(
            "| "
                + clue.about()
                + " | "
                + code(clue.answer())
                + " | "
                + clue.records()
                + " | "
                + code(clue.evidence())
                + " |");
      }
      line("");
    }
  }

  private void places(PacketLake lake) {
    long all = lake.placeCount();
    List<Row> shown = lake.places(RunLimits.MAX_PACKET_PLACES);
    line("## Verification list");
    line("");
    HOW_TO_VERIFY.forEach(step -> line("1. " + step));
    line("");
    line(
        all > shown.size()
            ? "The first " + shown.size() + " of " + all + " places; the JSON has all."
            : "All " + all + " places, copies in duplicate deliveries included.");
    line("");
    line(
        "| case | object | version | etag | record | field | offset | length | mask | fingerprint |");
    line("|---|---|---|---|---|---|---|---|---|---|");
    for (Row place : shown) {
      line(
          "| "
              + place.getAs("case_id")
              + " | "
              + code(place.getAs("bucket") + "/" + lake.shownKey(place))
              + " | "
              + code(place.getAs("version_id"))
              + " | "
              + code(place.getAs("etag"))
              + " | "
              + place.getAs("record_index")
              + " | "
              + code(place.getAs("field_path"))
              + " | "
              + place.getAs("match_start")
              + " | "
              + place.getAs("match_length")
              + " | "
              + code(place.getAs("masked"))
              + " | "
              + code(place.getAs("fingerprint"))
              + " |");
    }
    line("");
  }

  private void limits(Packet packet) {
    line("## What was not read");
    line("");
    line(
        "Every figure counts what was found, so it is a lower bound where something was not read:");
    line("");
    list(packet.notRead(), "everything that was listed was read");
  }

  private void list(List<String> lines, String none) {
    if (lines.isEmpty()) {
      line("- " + none);
    }
    lines.forEach(each -> line("- " + code(each)));
    line("");
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  /** In one line, in a code span that nothing in it ends, in a cell that nothing in it divides. */
  private static String code(@Nullable Object value) {
    if (value == null || value.toString().isBlank()) {
      return "-";
    }
    return "`" + PlainText.of(value.toString()).replace('`', '\'').replace("|", "\\|") + "`";
  }
}
