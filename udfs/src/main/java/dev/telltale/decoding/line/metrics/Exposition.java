package dev.telltale.decoding.line.metrics;

import dev.telltale.decoding.line.Columns;
import dev.telltale.decoding.line.Line;
import dev.telltale.decoding.line.LineParser;
import dev.telltale.decoding.line.TokenScan;
import dev.telltale.listing.TelemetryType;
import dev.telltale.record.DecodedRecord;
import dev.telltale.record.Describer;
import dev.telltale.record.Emission;
import dev.telltale.record.EventTime;
import dev.telltale.record.RecordColumns;
import dev.telltale.record.RedactedBody;
import dev.telltale.record.Sample;
import dev.telltale.value.Member;
import dev.telltale.value.ObjectValue;
import dev.telltale.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads the lines of either text exposition format. A sample is a record whose body is {@code
 * {"labels": {"__name__": ...}}}, as that of a remote-write series is, with the {@code exemplar}
 * where there is one; value and time are beside it. {@code HELP}, {@code TYPE} and {@code UNIT} are
 * records of {@code metadata}, and other comments are kept.
 */
final class Exposition implements LineParser {
  private static final String[] METADATA = {"HELP", "TYPE", "UNIT"};

  private final String id;
  private final boolean seconds;

  /**
   * @param seconds whether times are seconds, otherwise milliseconds
   */
  Exposition(String id, boolean seconds) {
    this.id = id;
    this.seconds = seconds;
  }

  @Override
  public boolean parse(Line line, Emission emission) {
    String text = line.reveal();
    int from = TokenScan.blanks(text, 0, line.size());
    if (from == line.size() || text.indexOf('\n') >= 0) {
      return false;
    }
    if (text.charAt(from) == '#') {
      comment(line, from, emission);
      return true;
    }
    return sample(line, from, emission);
  }

  private void comment(Line line, int hash, Emission emission) {
    String text = line.reveal();
    int from = TokenScan.blanks(text, hash + 1, line.size());
    for (String keyword : METADATA) {
      int name = from + keyword.length() + 1;
      if (text.startsWith(keyword + " ", from) && name < line.size()) {
        int nameEnd = TokenScan.token(text, name, line.size());
        ObjectValue metadata =
            new Columns(line)
                .text("metric", name, nameEnd)
                .text(keyword.toLowerCase(Locale.ROOT), nameEnd + 1, line.size())
                .build();
        Value body = new Columns(line).add("metadata", metadata).build();
        emit(body, new Described(null), List.of(), emission);
        return;
      }
    }
    Value body = new Columns(line).text("comment", from, line.size()).build();
    emit(body, new Described(null), List.of(), emission);
  }

  private boolean sample(Line line, int from, Emission emission) {
    String text = line.reveal();
    ExpositionLabels labels = new ExpositionLabels(line);
    int at = labels.readSeries(from);
    int value = at < 0 ? -1 : TokenScan.blanks(text, at, line.size());
    int valueEnd = value < 0 ? -1 : TokenScan.token(text, value, line.size());
    if (value < 0 || !ExpositionNumber.is(text, value, valueEnd)) {
      return false;
    }
    int time = TokenScan.blanks(text, valueEnd, line.size());
    int timeEnd = TokenScan.token(text, time, line.size());
    boolean timed = timeEnd > time && text.charAt(time) != '#';
    if (timed && !ExpositionNumber.isFinite(text, time, timeEnd)) {
      return false;
    }
    int rest = timed ? TokenScan.blanks(text, timeEnd, line.size()) : time;
    Columns body = new Columns(line).add("labels", labels.build());
    if (rest < line.size() && !exemplar(line, rest, body)) {
      return false;
    }
    Instant instant = timed ? instant(text, time, timeEnd) : null;
    Sample sample = new Sample(instant, ExpositionNumber.of(text, value, valueEnd));
    emit(body.build(), new Described(instant), List.of(sample), emission);
    return true;
  }

  /** {@code # {trace_id="..."} 0.67 1520879607.789}. */
  private static boolean exemplar(Line line, int from, Columns body) {
    String text = line.reveal();
    int open = text.startsWith("# {", from) ? from + 2 : -1;
    ExpositionLabels labels = new ExpositionLabels(line);
    int at = open < 0 ? -1 : labels.readBraces(open);
    int value = at < 0 ? -1 : TokenScan.blanks(text, at, line.size());
    int valueEnd = value < 0 ? -1 : TokenScan.token(text, value, line.size());
    if (value < 0 || !ExpositionNumber.is(text, value, valueEnd)) {
      return false;
    }
    List<Member> exemplar = new ArrayList<>();
    exemplar.add(new Member("labels", labels.build()));
    exemplar.add(new Member("value", line.number(value, valueEnd)));
    int time = TokenScan.blanks(text, valueEnd, line.size());
    if (time < line.size()) {
      exemplar.add(new Member("timestamp", line.number(time, line.size())));
    }
    body.add("exemplar", new ObjectValue(exemplar));
    return true;
  }

  private Instant instant(String text, int from, int to) {
    boolean fraction = text.indexOf('.', from) >= 0 && text.indexOf('.', from) < to;
    double time = ExpositionNumber.of(text, from, to);
    return EventTime.ofMillis(Math.round(seconds || fraction ? time * 1_000 : time));
  }

  private void emit(Value body, Describer describer, List<Sample> samples, Emission emission) {
    emission.record(new DecodedRecord(id, body, describer, samples).of(TelemetryType.METRICS));
  }

  /** Columns of a sample; its time is a number, and is not in the body. */
  private record Described(Instant time) implements Describer {
    @Override
    public RecordColumns describe(Value redactedBody) {
      RedactedBody body = RedactedBody.of(redactedBody);
      RedactedBody labels = body.at("labels");
      String name = labels.text("__name__");
      return new RecordColumns(
          time,
          RedactedBody.joined(labels.text("job"), labels.text("instance")),
          name == null ? body.at("metadata").text("metric") : name,
          null,
          labels.attributes());
    }
  }
}
