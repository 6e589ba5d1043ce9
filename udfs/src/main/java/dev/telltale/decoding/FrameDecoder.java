package dev.telltale.decoding;

import dev.telltale.decoding.file.FileFrames;
import dev.telltale.decoding.json.WellKnownNames;
import dev.telltale.decoding.kubernetes.KubernetesFormat;
import dev.telltale.decoding.line.Line;
import dev.telltale.decoding.line.system.JournalExport;
import dev.telltale.decoding.message.MessageChoice;
import dev.telltale.decoding.message.Messages;
import dev.telltale.decoding.otlp.OtlpJsonFormat;
import dev.telltale.decoding.raw.TextRecords;
import dev.telltale.decoding.raw.Utf8Text;
import dev.telltale.fault.FaultKind;
import dev.telltale.fault.FaultSink;
import dev.telltale.framing.Frame;
import dev.telltale.framing.FrameReader;
import dev.telltale.framing.LeafHead;
import dev.telltale.framing.MessageFraming;
import dev.telltale.framing.Shape;
import dev.telltale.limit.Limits;
import dev.telltale.record.DecodedRecord;
import dev.telltale.unpacking.Leaf;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/**
 * Chooses how a leaf is read, and makes records of its frames. Which format they have is decided by
 * their structure alone. One per task; not thread-safe.
 *
 * <p>A frame gives at least one record, except a {@link Frame.Kind#JSON} frame that is not JSON: it
 * is {@link Outcome.Kind#REJECTED} and its bytes are to come again as text.
 */
public final class FrameDecoder {
  private static final int MAX_CHARACTER_LENGTH = 4;

  private final Limits limits;
  private final JsonFormats formats;
  private final JsonFrameDecoder json;
  private final FileFormats files = new FileFormats(WellKnownNames::describe);
  private final PayloadDecoder payloads;
  private final Messages messages;
  private final Utf8Text utf8 = new Utf8Text();

  public FrameDecoder(Limits limits) {
    this.limits = limits;
    formats = new JsonFormats(limits);
    json = new JsonFrameDecoder(limits, formats);
    payloads = new PayloadDecoder(this, limits);
    messages =
        new Messages(
            limits,
            OtlpJsonFormat::emit,
            (format, object, emission) -> new KubernetesFormat(format).decode(object, emission));
  }

  /** Reads the head of a leaf, whose stream must be untouched, and chooses by it. */
  public LeafReading open(Leaf leaf, FaultSink faults) throws IOException {
    return open(leaf, limits, faults);
  }

  LeafReading open(Leaf leaf, Limits leafLimits, FaultSink faults) throws IOException {
    LeafHead head = LeafHead.of(leaf, leafLimits, faults);
    FileFrames file = leaf.raw() ? null : files.claiming(head, leafLimits);
    if (file != null) {
      Candidate only = new Candidate(file.format(), "first bytes");
      return new LeafReading(
          file, (frame, emission) -> file(file, frame, emission), () -> List.of(only), payloads);
    }
    if (head.isLines() || head.mayBeLines() || isJournal(head)) {
      LineReading lines = LineReading.of(head.reveal(), head.from(), head.length(), head.whole());
      if (head.isLines() || lines.isKnown()) {
        return lines(head, lines);
      }
    }
    if (head.shape() == Shape.BINARY && !head.raw()) {
      return binary(head, leafLimits);
    }
    return new LeafReading(head.byShape(), this::decode, () -> candidates(head), payloads);
  }

  /** Of all lines these alone may hold any bytes. */
  private static boolean isJournal(LeafHead head) {
    return !head.raw() && JournalExport.startsHere(head.reveal(), head.from(), head.length());
  }

  private LeafReading lines(LeafHead head, LineReading lines) {
    return new LeafReading(
        head.lines(lines.groups()),
        (frame, emission) ->
            frame.kind() == Frame.Kind.LINE
                ? line(frame, lines, emission)
                : decode(frame, emission),
        () -> candidates(lines),
        payloads);
  }

  private static List<Candidate> candidates(LineReading lines) {
    return lines.weights().stream()
        .map(weight -> new Candidate(weight.format(), weight.evidence()))
        .toList();
  }

  JsonFormats formats() {
    return formats;
  }

  private List<Candidate> candidates(LeafHead head) {
    return switch (head.shape()) {
      case EMPTY -> List.of();
      case JSON -> json.claims(head);
      case TEXT -> List.of(new Candidate("text", "what a container left unread"));
      case BINARY -> List.of(new Candidate("binary", "what a container left unread"));
    };
  }

  private LeafReading binary(LeafHead head, Limits leafLimits) throws IOException {
    MessageFraming values = JsonMessages.framing(head);
    if (values != null) {
      Candidate only = new Candidate("json", "values with their lengths in front");
      return new LeafReading(
          head.delimited(values, new JsonMessages(), FaultKind.JSON_SYNTAX),
          this::jsonMessage,
          () -> List.of(only),
          payloads);
    }
    MessageChoice choice = messages.choose(head, leafLimits);
    if (choice == null) {
      boolean tooLarge = Messages.isTooLarge(head, leafLimits);
      if (tooLarge) {
        head.fault(FaultKind.FRAME_LIMIT, 0);
      }
      Candidate only =
          new Candidate(
              "binary", tooLarge ? "a message that no frame can hold" : "no known structure");
      return new LeafReading(head.windows(), this::decode, () -> List.of(only), payloads);
    }
    FrameReader frames =
        choice.framing() == MessageFraming.WHOLE
            ? head.message()
            : head.delimited(choice.framing(), choice.probe(), FaultKind.PROTOBUF);
    List<Candidate> candidates =
        choice.weighed().stream()
            .map(weighed -> new Candidate(weighed.format(), weighed.evidence()))
            .toList();
    return new LeafReading(
        frames,
        (frame, emission) ->
            frame.kind() == Frame.Kind.MESSAGE
                ? message(choice, frame, emission)
                : decode(frame, emission),
        () -> candidates,
        payloads);
  }

  private Outcome jsonMessage(Frame frame, FrameEmission emission) {
    Outcome value =
        frame.kind() == Frame.Kind.MESSAGE ? json.value(frame, emission) : decode(frame, emission);
    return value.kind() == Outcome.Kind.REJECTED ? rawText(frame, emission) : value;
  }

  /** Decodes one frame on its own; a rejected one is the caller's to take back. */
  Outcome decode(Frame frame, Consumer<DecodedRecord> records, FaultSink faults, int layer) {
    PendingRecords pending = new PendingRecords();
    FrameEmission emission = emission(frame, pending, faults, layer);
    Outcome outcome = decode(frame, emission);
    try (FrameRecords decoded = new FrameRecords(pending, emission, outcome)) {
      for (DecodedRecord next = decoded.next(); next != null; next = decoded.next()) {
        records.accept(next);
      }
      return decoded.outcome();
    }
  }

  /** The raw content of a frame that no decoder of ours can make sense of. */
  public FrameRecords raw(Frame frame, FaultSink faults, int layer) {
    PendingRecords pending = new PendingRecords();
    FrameEmission emission = emission(frame, pending, faults, layer);
    Outcome outcome =
        frame.kind() == Frame.Kind.FILE ? rawBytes(frame, emission) : rawText(frame, emission);
    return new FrameRecords(pending, emission, outcome);
  }

  private FrameEmission emission(Frame frame, PendingRecords pending, FaultSink faults, int layer) {
    return new FrameEmission(frame, pending::add, faults, layer, payloads, pending, Nesting.NONE);
  }

  Outcome decode(Frame frame, FrameEmission emission) {
    return switch (frame.kind()) {
      case JSON -> json.value(frame, emission);
      case LINE -> line(frame, null, emission);
      case RAW_TEXT -> rawText(frame, emission);
      case MESSAGE -> message(frame, emission);
      case RAW_BYTES, FILE -> rawBytes(frame, emission);
    };
  }

  private Outcome file(FileFrames file, Frame frame, FrameEmission emission) {
    if (frame.kind() != Frame.Kind.FILE) {
      return decode(frame, emission);
    }
    file.emit(emission);
    return emission.outcome();
  }

  /**
   * @param lines how the leaf's lines are read; null where it is not one of lines
   */
  private Outcome line(Frame frame, LineReading lines, FrameEmission emission) {
    Outcome object = json.object(frame, emission);
    return object == null ? text(frame, lines, emission) : object;
  }

  private Outcome text(Frame frame, LineReading lines, FrameEmission emission) {
    int invalid = firstInvalid(frame);
    if (invalid >= 0 && (lines == null || !lines.holdsBytes())) {
      emission.fault(FaultKind.INVALID_UTF8, invalid);
    }
    if (lines != null) {
      FrameEmission columns = emission.columns(lines.format());
      if (lines.decode(new Line(frame.reveal(), frame.from(), frame.length()), columns)) {
        return columns.outcome();
      }
    }
    if (invalid >= 0 && lines != null && lines.holdsBytes()) {
      emission.fault(FaultKind.INVALID_UTF8, invalid);
    }
    emission.text(TextRecords.text(text(frame), frame.length()));
    return Outcome.DECODED;
  }

  /**
   * A character that the edge of a window cuts in two is whole in the window beside it; what
   * windows share is judged once.
   */
  private Outcome rawText(Frame frame, FrameEmission emission) {
    int seen = Math.max(0, frame.overlap() - MAX_CHARACTER_LENGTH);
    int skipped = seen + (frame.overlap() > 0 ? cutHead(frame, seen) : 0);
    int from = frame.from() + skipped;
    int rest = frame.length() - skipped;
    rest -= frame.continued() ? Utf8Text.cutTail(frame.reveal(), from, rest) : 0;
    int invalid = utf8.firstInvalid(frame.reveal(), from, rest);
    if (invalid >= 0) {
      emission.fault(FaultKind.INVALID_UTF8, (long) skipped + invalid);
    }
    emission.text(TextRecords.text(text(frame), frame.length()));
    return Outcome.RAW;
  }

  private static int cutHead(Frame frame, int at) {
    return Utf8Text.cutHead(frame.reveal(), frame.from() + at, frame.length() - at);
  }

  private Outcome message(Frame frame, FrameEmission emission) {
    MessageChoice choice = messages.choose(frame.reveal(), frame.from(), frame.length());
    return choice == null ? rawBytes(frame, emission) : message(choice, frame, emission);
  }

  private static Outcome message(MessageChoice choice, Frame frame, FrameEmission emission) {
    emission.protobuf();
    if (choice.decode(frame.reveal(), frame.from(), frame.length(), emission)) {
      return emission.outcome();
    }
    emission.bytes();
    return rawBytes(frame, emission);
  }

  private static Outcome rawBytes(Frame frame, FrameEmission emission) {
    emission.text(TextRecords.binary(frame.reveal(), frame.from(), frame.length()));
    return Outcome.RAW;
  }

  private int firstInvalid(Frame frame) {
    return utf8.firstInvalid(frame.reveal(), frame.from(), frame.length());
  }

  private static String text(Frame frame) {
    return Utf8Text.replaced(frame.reveal(), frame.from(), frame.length());
  }
}
