package dev.telltale.decoding;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.telltale.proto.remotewrite.v1.WriteRequest;
import dev.telltale.proto.remotewrite.v2.Request;
import dev.telltale.proto.remotewrite.v2.TimeSeries;
import java.util.List;
import java.util.function.Predicate;

/**
 * A Prometheus remote-write message, told apart by structure: version 1 and 2 share no field
 * numbers at the top, so each parses as the other with nothing but unknown fields and no error (see
 * "Content negotiation" in the remote-write 2.0 specification).
 *
 * <p>Exactly one of the two messages is set.
 */
final class RemoteWriteMessage {
  private final WriteRequest v1;
  private final Request v2;

  private RemoteWriteMessage(WriteRequest v1, Request v2) {
    this.v1 = v1;
    this.v2 = v2;
  }

  /** For bytes that came labelled as remote write: version 1 may then have unknown fields. */
  static RemoteWriteMessage lenient(byte[] bytes) {
    RemoteWriteMessage strict = strict(bytes);
    if (strict != null) {
      return strict;
    }
    WriteRequest request = parseV1(bytes);
    return request == null ? null : new RemoteWriteMessage(request, null);
  }

  /**
   * For bytes that may be anything: no unknown fields, labels in every series, and something to
   * tell the message by. Null if the bytes are no such message.
   */
  static RemoteWriteMessage strict(byte[] bytes) {
    WriteRequest request = parseV1(bytes);
    if (request != null && isStrict(request)) {
      return new RemoteWriteMessage(request, null);
    }
    Request second = parseV2(bytes);
    return second != null && isStrict(second) ? new RemoteWriteMessage(null, second) : null;
  }

  private static WriteRequest parseV1(byte[] bytes) {
    try {
      return WriteRequest.parseFrom(bytes);
    } catch (InvalidProtocolBufferException notV1) {
      return null;
    }
  }

  private static Request parseV2(byte[] bytes) {
    try {
      return Request.parseFrom(bytes);
    } catch (InvalidProtocolBufferException notV2) {
      return null;
    }
  }

  private static boolean isStrict(WriteRequest request) {
    boolean holds = request.getTimeseriesCount() > 0 || request.getMetadataCount() > 0;
    return holds
        && !UnknownFields.anyIn(request)
        && request.getTimeseriesList().stream().noneMatch(series -> series.getLabelsCount() == 0);
  }

  private static boolean isStrict(Request request) {
    Predicate<List<Integer>> pairs =
        refs ->
            refs.size() % 2 == 0
                && refs.stream().allMatch(ref -> ref >= 0 && ref < request.getSymbolsCount());
    return request.getSymbolsCount() > 0
        && request.getSymbols(0).isEmpty()
        && !UnknownFields.anyIn(request)
        && request.getTimeseriesList().stream().map(TimeSeries::getLabelsRefsList).allMatch(pairs);
  }

  int version() {
    return v1 == null ? 2 : 1;
  }

  /** The format of a message that lies bare, in no envelope. */
  String format() {
    return "remote-write-v" + version();
  }

  WriteRequest v1() {
    return v1;
  }

  Request v2() {
    return v2;
  }
}
