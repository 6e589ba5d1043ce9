package dev.telltale.record;

import dev.telltale.fault.FaultKind;
import dev.telltale.value.Value;
import java.util.List;
import java.util.function.IntConsumer;

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

  /**
   * Emits the records of many parts, each when those of the parts before it were taken, so that the
   * records of a long list are never held together. What is emitted after this call comes after
   * them.
   *
   * @param part emits the records of the part with that index
   */
  default void each(int count, IntConsumer part) {
    for (int i = 0; i < count; i++) {
      part.accept(i);
    }
  }

  /** What were encoded inside the frame is decoded in turn, to a bounded depth. */
  default void payload(Payload payload) {
    payload(payload, this);
  }

  /**
   * The same, with the records going through another emission first.
   *
   * @param to passes on to this emission what it is given
   */
  void payload(Payload payload, Emission to);

  /**
   * Decodes a payload at once, emitting nothing.
   *
   * @return its record if it is one, without a fault; otherwise null
   */
  default DecodedRecord single(Payload payload) {
    return null;
  }

  /**
   * A JSON value that was text inside the frame: decoded in turn, as {@link #payload(Payload,
   * Emission)} decodes bytes.
   *
   * @param value whose spans are those of the text that held it
   * @param path of the place, with what was decoded, such as {@code $.message|json}
   * @param encodings what was decoded to reach the value, outermost first
   */
  void value(Value value, String path, List<String> encodings, Emission to);
}
