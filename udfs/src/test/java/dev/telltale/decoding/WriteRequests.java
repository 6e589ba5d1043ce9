package dev.telltale.decoding;

import dev.telltale.decoding.message.WireBytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import org.xerial.snappy.Snappy;

/** Builds remote-write messages and the envelopes that carry them. */
public final class WriteRequests {
  public static final long MILLIS = 1_709_382_133_000L;

  private WriteRequests() {}

  /** A request of version 1.0 with one of everything. */
  public static byte[] full() {
    return WireBytes.of().message(1, series()).message(3, metadata()).array();
  }

  public static byte[] withUnknownFields() {
    return WireBytes.of()
        .message(1, series().text(9, "unknown-field-text"))
        .message(3, metadata())
        .text(9, "unknown-field-text")
        .array();
  }

  private static WireBytes series() {
    return WireBytes.of()
        .pair(1, "__name__", "logins_total")
        .pair(1, "actor", "ann@corp.io")
        .pair(1, "instance", "10.0.0.1:9100")
        .pair(1, "job", "server")
        .message(2, sample(7, MILLIS - 1_000))
        .message(2, sample(8, MILLIS))
        .message(3, WireBytes.of().pair(1, "trace_id", "exemplar-label").real(2, 1))
        .message(4, WireBytes.of().number(1, 3).real(3, 4.5).number(15, MILLIS));
  }

  private static WireBytes sample(double value, long millis) {
    return WireBytes.of().real(1, value).number(2, millis);
  }

  private static WireBytes metadata() {
    return WireBytes.of().text(2, "logins_total").text(4, "ask help@corp.io").text(5, "logins");
  }

  /** A request of version 2.0, whose texts are symbols. */
  public static byte[] second() {
    return WireBytes.of()
        .text(4, "")
        .text(4, "__name__")
        .text(4, "logins_total")
        .text(4, "actor")
        .text(4, "ann@corp.io")
        .text(4, "the help")
        .text(4, "used by nothing")
        .message(
            5,
            WireBytes.of()
                .bytes(1, new byte[] {1, 2, 3, 4})
                .message(2, sample(2, MILLIS))
                .message(5, WireBytes.of().number(3, 5)))
        .array();
  }

  public static byte[] snappy(byte[] message) {
    try {
      return Snappy.compress(message);
    } catch (IOException impossible) {
      throw new UncheckedIOException("compressing in memory", impossible);
    }
  }

  public static String envelope(byte[] block) {
    return "{\"b\":\"" + Base64.getEncoder().encodeToString(block) + "\"}";
  }
}
