package dev.telltale.decoding;

import dev.telltale.fault.FaultKind;
import dev.telltale.limit.Limits;
import dev.telltale.listing.TelemetryType;
import dev.telltale.value.Member;
import dev.telltale.value.ObjectValue;
import dev.telltale.value.TextValue;
import dev.telltale.value.Value;
import java.util.List;

/**
 * Metrics as a Gitpod instance exports them: {@code {"b": "<base64>"}}, the base64 (RFC 4648,
 * standard, padded) of a snappy block of a Prometheus remote-write message, version 1 and also 2;
 * see {@code main.go} in gitpod-io/prometheus-decoder. The member may be {@code B}: Go reads names
 * in any case.
 *
 * <p>One record per series and metadata entry. An envelope that cannot be decoded is one record as
 * it is, and another with the printable text of the bytes as far as they were unpacked.
 */
final class GitpodMetricsFormat implements JsonFormat {
  private static final List<String> ENCODINGS = List.of("base64", "snappy", "protobuf");
  private static final int LARGEST_EXPANSION = 4;

  private final long largestBlock;

  GitpodMetricsFormat(Limits limits) {
    largestBlock = (long) limits.frameBytes() * LARGEST_EXPANSION;
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
    byte[] bytes = Base64Text.decode(((TextValue) envelope.value()).reveal());
    if (bytes == null) {
      undecoded(value, FaultKind.BASE64, emission);
      return;
    }
    SnappyBlock block = new SnappyBlock(bytes);
    FaultKind fault = block.fault(largestBlock);
    byte[] message = fault == null ? block.unpacked() : null;
    if (message == null) {
      undecoded(value, fault == null ? FaultKind.SNAPPY_DATA : fault, emission);
      printable(bytes, path, List.of("base64"), emission);
      return;
    }
    RemoteWriteMessage parsed = RemoteWriteMessage.lenient(message);
    if (parsed == null) {
      undecoded(value, FaultKind.PROTOBUF, emission);
      printable(message, path + "|snappy", List.of("base64", "snappy"), emission);
    } else if (message.length == 0) {
      emission.record(record(value, List.of()));
    } else {
      new RemoteWriteRecords(id(), ENCODINGS, emission).emit(parsed);
    }
  }

  private void undecoded(Value envelope, FaultKind kind, Emission emission) {
    emission.undecodable(kind, 0);
    emission.record(record(envelope, List.of()));
  }

  /** What can be read in bytes that could not be decoded, so that it is scanned all the same. */
  private void printable(byte[] bytes, String path, List<String> encodings, Emission emission) {
    String runs = PrintableRuns.of(bytes, 0, bytes.length);
    if (!runs.isEmpty()) {
      emission.record(record(new TextValue(runs), encodings).at(path));
    }
  }

  private DecodedRecord record(Value body, List<String> encodings) {
    return new DecodedRecord(id(), body, new SeriesDescriber(null), List.of(), encodings, "")
        .of(TelemetryType.METRICS);
  }
}
