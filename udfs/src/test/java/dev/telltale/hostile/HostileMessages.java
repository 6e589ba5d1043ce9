package dev.telltale.hostile;

import dev.telltale.decoding.MessageBytes;
import dev.telltale.decoding.message.WireBytes;
import dev.telltale.unpacking.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

/** Protobuf messages that nest, repeat or refer to large parts. */
final class HostileMessages {
  private static final int DEEP = 100_000;

  private HostileMessages() {}

  static List<HostileObject> all() {
    return List.of(
        object("groups", () -> Bytes.join(fill(DEEP, 0x0b), fill(DEEP, 0x0c))),
        object("groups-without-end", () -> fill(8 << 20, 0x0b)),
        object("nested", HostileMessages::nested),
        object("nested-with-text", () -> nestedText(300)),
        object(
            "empty-fields",
            () ->
                Bytes.join(MessageBytes.series("a").array(), repeated(Bytes.of(0x0a, 0), 6 << 20))),
        object(
            "series-of-nothing", () -> Bytes.join(request(), repeated(Bytes.of(0x0a, 0), 900_000))),
        object("symbols", HostileMessages::symbols),
        object("kubernetes-kind", HostileMessages::kubernetesKind),
        object("otlp-records", HostileMessages::otlpRecords),
        object(
            "packed",
            () ->
                WireBytes.of()
                    .text(1, "some text that is long enough")
                    .bytes(2, fill(12 << 20, 1))
                    .array()),
        object("length", () -> Bytes.of(0x0a, 0xff, 0xff, 0xff, 0xff, 7)),
        object("pprof-strings", HostileMessages::pprof));
  }

  private static HostileObject object(String name, Supplier<byte[]> bytes) {
    return new HostileObject("message-" + name, bytes);
  }

  private static byte[] fill(int count, int value) {
    byte[] bytes = new byte[count];
    java.util.Arrays.fill(bytes, (byte) value);
    return bytes;
  }

  private static byte[] repeated(byte[] unit, int times) {
    byte[] all = new byte[unit.length * times];
    for (int i = 0; i < times; i++) {
      System.arraycopy(unit, 0, all, i * unit.length, unit.length);
    }
    return all;
  }

  private static byte[] request() {
    return WireBytes.of().message(1, MessageBytes.series("first")).array();
  }

  /** Lengths that shrink towards the inside, without ever building the levels. */
  private static byte[] nested() {
    int levels = 20_000;
    byte[] bytes = new byte[levels * 4 + 2];
    int at = 0;
    for (int i = 0; i < levels; i++) {
      int rest = bytes.length - at - 4;
      bytes[at++] = 0x0a;
      bytes[at++] = (byte) (rest & 0x7f | 0x80);
      bytes[at++] = (byte) (rest >> 7 & 0x7f | 0x80);
      bytes[at++] = (byte) (rest >> 14);
    }
    bytes[at] = 0x08;
    bytes[at + 1] = 1;
    return bytes;
  }

  private static byte[] nestedText(int levels) {
    WireBytes message = WireBytes.of().text(1, "the innermost text of all");
    for (int i = 0; i < levels; i++) {
      message = WireBytes.of().text(1, "some text at a level").message(2, message);
    }
    return message.array();
  }

  private static byte[] symbols() {
    WireBytes request = WireBytes.of().text(4, "").text(4, "s".repeat(1 << 20));
    byte[] series =
        WireBytes.of()
            .message(
                5, WireBytes.of().bytes(1, Bytes.of(1, 1)).message(2, WireBytes.of().real(1, 1)))
            .array();
    return Bytes.join(request.array(), repeated(series, 300_000));
  }

  private static byte[] kubernetesKind() {
    WireBytes meta = WireBytes.of().text(1, "v1").text(2, "Pod" + "List".repeat(1_000_000));
    return Bytes.join(
        "k8s\u0000".getBytes(StandardCharsets.ISO_8859_1),
        WireBytes.of().message(1, meta).bytes(2, new byte[0]).array());
  }

  private static byte[] otlpRecords() {
    WireBytes resource = WireBytes.of();
    for (int i = 0; i < 20_000; i++) {
      resource.attribute(1, HostileJson.letters(i), "v");
    }
    WireBytes scope = WireBytes.of();
    for (int i = 0; i < 100_000; i++) {
      scope.message(2, WireBytes.of().fixed64(1, 1_700_000_000_000_000_000L));
    }
    return WireBytes.of().message(1, WireBytes.of().message(1, resource).message(2, scope)).array();
  }

  private static byte[] pprof() {
    WireBytes profile =
        WireBytes.of()
            .message(1, WireBytes.of().number(1, 1).number(2, 2))
            .message(2, WireBytes.of().bytes(1, new byte[] {1}).bytes(2, new byte[] {9}))
            .text(6, "");
    for (int i = 0; i < 800_000; i++) {
      profile.text(6, "s" + i);
    }
    return profile.array();
  }
}
