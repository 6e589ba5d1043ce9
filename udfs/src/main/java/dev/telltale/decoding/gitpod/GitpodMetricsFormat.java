package dev.telltale.decoding.gitpod;

import dev.telltale.decoding.json.Base64Text;
import dev.telltale.decoding.json.JsonFormat;
import dev.telltale.decoding.message.MessageChoice;
import dev.telltale.decoding.message.Messages;
import dev.telltale.decoding.message.SeriesDescriber;
import dev.telltale.decoding.raw.PrintableRuns;
import dev.telltale.fault.FaultKind;
import dev.telltale.limit.Limits;
import dev.telltale.listing.TelemetryType;
import dev.telltale.record.DecodedRecord;
import dev.telltale.record.Emission;
import dev.telltale.record.Payload;
import dev.telltale.unpacking.MemberStarts;
import dev.telltale.unpacking.charset.TextBytes;
import dev.telltale.unpacking.compression.SnappyBlock;
import dev.telltale.unpacking.layer.Layer;
import dev.telltale.unpacking.layer.Source;
import dev.telltale.value.Member;
import dev.telltale.value.ObjectValue;
import dev.telltale.value.Span;
import dev.telltale.value.TextValue;
import dev.telltale.value.Value;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Metrics as a Gitpod instance exports them: {@code {"b": "<base64>"}}, the base64 (RFC 4648,
 * standard, padded) of a snappy block of a Prometheus remote-write message, version 1 and also 2;
 * see {@code main.go} in gitpod-io/prometheus-decoder. The member may be {@code B}: Go reads names
 * in any case.
 *
 * <p>Compressed data and plain text are decoded as what they are. One record per series and
 * metadata entry. An envelope that cannot be decoded is one record as it is, and another with the
 * printable text of the bytes as far as they were unpacked.
 */
public final class GitpodMetricsFormat implements JsonFormat {
  private static final List<String> ENCODINGS = List.of("base64", "snappy", "protobuf");

  /** Bytes of a length that may stand in front of compressed data. */
  private static final int LENGTH = 4;

  /** Snappy format description, section 1: lengths have 32 bits. */
  private static final long MAX_DECLARED = 0xffff_ffffL;

  private final Limits limits;

  public GitpodMetricsFormat(Limits limits) {
    this.limits = limits;
  }

  @Override
  public String id() {
    return "gitpod-metrics";
  }

  @Override
  public boolean claims(Value value) {
    return value instanceof ObjectValue envelope
        && envelope.members().size() == 1
        && envelope.members().get(0).name().equalsIgnoreCase("b")
        && envelope.members().get(0).value() instanceof TextValue;
  }

  @Override
  public void decode(Value value, Emission emission) {
    Member envelope = ((ObjectValue) value).members().get(0);
    String path = "$." + envelope.name() + "|base64";
    Span text = envelope.value().span();
    byte[] bytes = Base64Text.decode(((TextValue) envelope.value()).reveal());
    if (bytes == null) {
      undecoded(value, FaultKind.BASE64, emission);
      return;
    }
    SnappyBlock block = new SnappyBlock(bytes, 0, bytes.length, limits.payloadBytes());
    FaultKind fault = fault(block);
    if (fault != null && isOther(bytes)) {
      emission.payload(
          new Payload(bytes, text, path, List.of("base64")), new Inner(emission, id()));
      return;
    }
    if (fault != null) {
      undecoded(value, fault, emission);
      printable(bytes, path, List.of("base64"), layers(text), emission);
      return;
    }
    byte[] message = block.decode((int) block.produced());
    MessageChoice choice = Messages.remoteWrite(message, id(), limits);
    List<Layer> unpacked = layers(text, bytes);
    if (message.length == 0) {
      emission.record(record(value));
    } else if (choice == null) {
      undecoded(value, FaultKind.PROTOBUF, emission);
      printable(message, path + "|snappy", List.of("base64", "snappy"), unpacked, emission);
    } else {
      choice.decode(message, 0, message.length, new Inside(emission, unpacked));
    }
  }

  /** Whether the envelope holds something else than a snappy block: compressed data, or text. */
  private boolean isOther(byte[] bytes) {
    if (bytes.length == 0) {
      return false;
    }
    try {
      Source in = Source.of(new ByteArrayInputStream(bytes));
      MemberStarts starts = new MemberStarts(limits);
      return TextBytes.clean(bytes, 0, bytes.length)
          || (in.ensure(1) && starts.at(in, 0))
          || (in.ensure(LENGTH + 1) && starts.at(in, LENGTH));
    } catch (IOException impossible) {
      throw new UncheckedIOException("reading bytes in memory", impossible);
    }
  }

  /** Why the block cannot be unpacked; null if it can. */
  private @Nullable FaultKind fault(SnappyBlock block) {
    if (block.ending() == SnappyBlock.Ending.NO_HEADER || block.declared() > MAX_DECLARED) {
      return FaultKind.SNAPPY_LENGTH;
    }
    long stated = block.stated();
    if (stated < 0) {
      return FaultKind.SNAPPY_DATA;
    }
    if (stated != block.declared()) {
      return FaultKind.SNAPPY_LENGTH;
    }
    if (stated > limits.payloadBytes()) {
      return FaultKind.FRAME_LIMIT;
    }
    return block.exact() ? null : FaultKind.SNAPPY_DATA;
  }

  private void undecoded(Value envelope, FaultKind kind, Emission emission) {
    emission.undecodable(kind, 0);
    emission.record(record(envelope));
  }

  /** What can be read in bytes that could not be decoded, so that it is scanned all the same. */
  private void printable(
      byte[] bytes, String path, List<String> encodings, List<Layer> layers, Emission emission) {
    String runs = PrintableRuns.of(bytes, 0, bytes.length);
    if (!runs.isEmpty()) {
      TextValue body = new TextValue(runs, 0, bytes.length);
      emission.record(record(body).at(path).within("", encodings, layers));
    }
  }

  private DecodedRecord record(Value body) {
    return DecodedRecord.of(id(), body, new SeriesDescriber(null)).of(TelemetryType.METRICS);
  }

  private static List<Layer> layers(Span text) {
    return List.of(new Layer("base64", text.offset(), text.length()));
  }

  private static List<Layer> layers(Span text, byte[] block) {
    return List.of(layers(text).get(0), new Layer("snappy", 0, block.length));
  }

  /** Names messages that came in another way like those in blocks. */
  private record Inner(Emission outer, String format) implements Emission {
    @Override
    public void record(DecodedRecord record) {
      outer.record(record.format().startsWith("remote-write") ? record.as(format) : record);
    }

    @Override
    public void undecodable(FaultKind kind, long position) {
      outer.undecodable(kind, 0);
    }

    @Override
    public void each(int count, IntConsumer part) {
      outer.each(count, part);
    }

    @Override
    public void payload(Payload payload, Emission to) {
      outer.payload(payload, to);
    }

    @Override
    public void value(Value value, String path, List<String> encodings, Emission to) {
      outer.value(value, path, encodings, to);
    }
  }

  /** Places what a message holds in the envelope around it. */
  private record Inside(Emission outer, List<Layer> layers) implements Emission {
    @Override
    public void record(DecodedRecord record) {
      outer.record(record.within("", ENCODINGS, layers));
    }

    /** Positions of what was unpacked are nowhere in the frame. */
    @Override
    public void undecodable(FaultKind kind, long position) {
      outer.undecodable(kind, 0);
    }

    @Override
    public void each(int count, IntConsumer part) {
      outer.each(count, part);
    }

    @Override
    public void payload(Payload payload, Emission to) {
      outer.payload(payload, to);
    }

    @Override
    public void value(Value value, String path, List<String> encodings, Emission to) {
      outer.value(value, path, encodings, to);
    }
  }
}
