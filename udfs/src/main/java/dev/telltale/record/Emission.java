package dev.telltale.record;

import dev.telltale.fault.FaultKind;

/** Where a format puts what it decodes from one frame. */
public interface Emission {
  void record(DecodedRecord record);

  /**
   * Something inside the frame could not be decoded. The frame's bytes then count as scanned raw,
   * and the format still emits a record that holds the undecoded part, so that it is scanned. A
   * fault that is a mere note leaves them decoded.
   *
   * @param position byte offset inside the frame, 0 where it is not known better
   */
  void undecodable(FaultKind kind, long position);

  /** What lay encoded inside the frame is decoded in turn, to a bounded depth. */
  void payload(Payload payload);
}
