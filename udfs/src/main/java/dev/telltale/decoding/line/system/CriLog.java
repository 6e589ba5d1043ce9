package dev.telltale.decoding.line.system;

import dev.telltale.decoding.line.ColumnRoles;
import dev.telltale.decoding.line.Columns;
import dev.telltale.decoding.line.Line;
import dev.telltale.decoding.line.LineFormat;
import dev.telltale.decoding.line.LineParser;
import dev.telltale.decoding.line.SampleLines;
import dev.telltale.decoding.line.TokenScan;
import dev.telltale.framing.LineGroups;
import dev.telltale.limit.Limits;
import dev.telltale.listing.TelemetryType;
import dev.telltale.record.DecodedRecord;
import dev.telltale.record.Emission;
import dev.telltale.record.Payload;
import dev.telltale.value.JsonParser;
import dev.telltale.value.MalformedJson;
import dev.telltale.value.Span;
import dev.telltale.value.TextValue;
import java.util.List;

/**
 * Container logs as Kubernetes' container runtimes write them: {@code time stdout|stderr P|F
 * message}; see <a
 * href="https://github.com/kubernetes/design-proposals-archive/blob/main/node/kubelet-cri-logging.md">CRI
 * logging</a>. The parts of a message, which lines of the other stream may interrupt, are one
 * record.
 *
 * <p>A message that is a JSON object is decoded in turn; its line is then a record of time, stream
 * and tag before it.
 */
public final class CriLog implements LineFormat {
  private static final String ID = "cri";
  private static final String MESSAGE = "message";
  private static final String ARMOUR = "-----BEGIN ";
  private static final ColumnRoles ROLES = ColumnRoles.NONE.time("time").name("stream");

  @Override
  public String id() {
    return ID;
  }

  @Override
  public LineGroups groups() {
    return new CriGroups();
  }

  @Override
  public LineParser open(SampleLines sample) {
    return new Parser();
  }

  private static final class Parser implements LineParser {
    private final JsonParser json = new JsonParser(Limits.defaults());

    @Override
    public boolean parse(Line line, Emission emission) {
      String text = line.reveal();
      boolean armoured = text.indexOf(ARMOUR) >= 0;
      CriMessage[] open = new CriMessage[2];
      int at = 0;
      boolean any = false;
      while (at <= line.size()) {
        int feed = text.indexOf('\n', at);
        int next = feed < 0 ? line.size() + 1 : feed + 1;
        int end = next - 1;
        end -= end > at && end < line.size() && text.charAt(end - 1) == '\r' ? 1 : 0;
        CriLine part = CriLine.at(text, at, end);
        if (part == null && (at == 0 || TokenScan.blanks(text, at, end) < end)) {
          return any && rest(line, at, open, emission);
        }
        if (part != null) {
          any = true;
          int stream = part.isError(text) ? 1 : 0;
          open[stream] = open[stream] == null ? new CriMessage() : open[stream];
          open[stream].add(part, text);
          if (open[stream].isWhole() && !armoured) {
            emit(line, open[stream], emission);
            open[stream] = null;
          }
        }
        at = next;
      }
      emitOpen(line, open, emission);
      return true;
    }

    private void emitOpen(Line line, CriMessage[] open, Emission emission) {
      for (CriMessage message : open) {
        if (message != null) {
          emit(line, message, emission);
        }
      }
    }

    /** Lines of an armoured block that are none of a container's. */
    private boolean rest(Line line, int from, CriMessage[] open, Emission emission) {
      emitOpen(line, open, emission);
      Columns columns = new Columns(line).text(MESSAGE, from, line.size());
      emission.record(
          DecodedRecord.of(ID, columns.build(), ROLES)
              .spanning(line.span(from, line.size()))
              .of(TelemetryType.LOGS));
      return true;
    }

    private void emit(Line line, CriMessage message, Emission emission) {
      CriLine first = message.first();
      Columns columns =
          new Columns(line)
              .text("time", first.start(), first.timeEnd())
              .text("stream", first.timeEnd() + 1, first.tag() - 1)
              .text("tag", first.tag(), TokenScan.token(line.reveal(), first.tag(), first.end()));
      Span span = message.span(line);
      String text = message.text(line);
      byte[] object = object(line, message, text);
      if (object == null && !text.isEmpty()) {
        columns.add(MESSAGE, new TextValue(text, span.offset(), span.length()));
      }
      int start = line.span(first.start(), first.start()).offset();
      emission.record(
          DecodedRecord.of(ID, columns.build(), ROLES)
              .spanning(Span.of(start, span.end() - start))
              .of(TelemetryType.LOGS));
      if (object != null) {
        List<String> joined = message.isOneLine() ? List.of() : List.of(ID);
        String path = message.isOneLine() ? "$." + MESSAGE : "$." + MESSAGE + "|" + ID;
        emission.payload(new Payload(object, span, path, joined));
      }
    }

    /** The bytes of a message that is a JSON object, otherwise null. */
    private byte[] object(Line line, CriMessage message, String text) {
      String stripped = text.strip();
      if (!stripped.startsWith("{") || !stripped.endsWith("}")) {
        return null;
      }
      byte[] bytes = message.bytes(line);
      try {
        json.parse(bytes, 0, bytes.length);
        return bytes;
      } catch (MalformedJson isText) {
        return null;
      }
    }
  }
}
