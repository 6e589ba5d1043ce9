package dev.telltale.decoding;

import dev.telltale.decoding.message.WireBytes;
import java.util.List;

/** One object of each format, written field by field; each holds the text {@link #SECRET}. */
public final class MessageBytes {
  public static final String SECRET = "ann@corp.io";
  static final long NANOS = 1_709_382_133_000_000_000L;
  public static final long MILLIS = NANOS / 1_000_000;
  static final byte[] TRACE_ID = new byte[16];
  static final byte[] SPAN_ID = {1, 2, 3, 4, 5, 6, 7, 8};

  private MessageBytes() {}

  public static WireBytes series(String actor) {
    return WireBytes.of()
        .pair(1, "__name__", "logins_total")
        .pair(1, "actor", actor)
        .pair(1, "job", "server")
        .message(2, WireBytes.of().real(1, 7).number(2, MILLIS));
  }

  public static byte[] remoteWrite() {
    return WireBytes.of()
        .message(1, series(SECRET))
        .message(1, nativeHistogram(series("other")))
        .message(
            3, WireBytes.of().number(1, 1).text(2, "logins_total").text(4, "help").text(5, "1"))
        .array();
  }

  /** A native histogram with every one of its fields. */
  static WireBytes nativeHistogram(WireBytes series) {
    byte[] deltas = WireBytes.of().varint(2).varint(3).array();
    WireBytes histogram =
        WireBytes.of()
            .number(1, 12)
            .real(3, 18.4)
            .number(4, 2)
            .real(5, 0.001)
            .number(6, 1)
            .message(8, WireBytes.of().number(1, 0).number(2, 2))
            .bytes(9, deltas)
            .message(11, WireBytes.of().number(1, 2).number(2, 2))
            .bytes(12, deltas)
            .real(13, 2.5)
            .number(14, 2)
            .number(15, MILLIS)
            .real(16, 0.75);
    WireBytes exemplar = WireBytes.of().pair(1, "trace_id", "abc").real(2, 3).number(3, MILLIS);
    return series.message(3, exemplar).message(4, histogram);
  }

  public static byte[] remoteWriteSecond() {
    WireBytes request = WireBytes.of();
    List.of("", "__name__", "logins_total", "actor", SECRET, "the help", "unused text")
        .forEach(symbol -> request.text(4, symbol));
    byte[] references = WireBytes.of().varint(1).varint(2).varint(3).varint(4).array();
    return request
        .message(
            5,
            WireBytes.of()
                .bytes(1, references)
                .message(2, WireBytes.of().real(1, 7).number(2, MILLIS))
                .message(5, WireBytes.of().number(1, 1).number(3, 5))
                .number(6, MILLIS - 5))
        .array();
  }

  private static WireBytes request(WireBytes entry) {
    WireBytes resource = WireBytes.of().attribute(1, "service.name", "checkout");
    WireBytes scope =
        WireBytes.of().message(1, WireBytes.of().text(1, "scope-name")).message(2, entry);
    return WireBytes.of().message(1, WireBytes.of().message(1, resource).message(2, scope));
  }

  static WireBytes point(int attributes) {
    return WireBytes.of()
        .fixed64(2, NANOS - 5)
        .fixed64(3, NANOS)
        .attribute(attributes, "user", SECRET);
  }

  public static byte[] otlpMetrics(String name) {
    WireBytes exemplar =
        WireBytes.of().attribute(7, "filtered", "kept").fixed64(2, NANOS).real(3, 1.5);
    WireBytes gauge = WireBytes.of().message(1, point(7).real(4, 42.5).message(5, exemplar));
    return request(WireBytes.of().text(1, name).message(5, gauge)).array();
  }

  public static byte[] otlpHistogram() {
    WireBytes point =
        point(9).fixed64(4, 3).real(5, 6.5).bytes(6, new byte[16]).real(7, 1.0).real(11, 0.5);
    return request(WireBytes.of().text(1, "h").message(9, WireBytes.of().message(1, point)))
        .array();
  }

  public static byte[] otlpExponential() {
    WireBytes buckets = WireBytes.of().number(1, 1).bytes(2, new byte[] {1, 2, 3});
    WireBytes point =
        point(1).fixed64(4, 3).real(5, 6.5).number(6, 3).fixed64(7, 1).message(8, buckets);
    return request(WireBytes.of().text(1, "e").message(10, WireBytes.of().message(1, point)))
        .array();
  }

  public static byte[] otlpFormerMetrics() {
    WireBytes point =
        WireBytes.of()
            .pair(1, "user", SECRET)
            .fixed64(2, NANOS - 5)
            .fixed64(3, NANOS)
            .fixed64(4, 9);
    return request(WireBytes.of().text(1, "former").message(6, WireBytes.of().message(1, point)))
        .array();
  }

  public static byte[] otlpLogs() {
    return request(
            WireBytes.of()
                .fixed64(1, NANOS)
                .number(2, 17)
                .message(5, WireBytes.of().text(1, "login of " + SECRET))
                .attribute(6, "k", "v")
                .bytes(9, TRACE_ID)
                .bytes(10, SPAN_ID))
        .array();
  }

  public static byte[] otlpTraces() {
    return request(
            WireBytes.of()
                .bytes(1, TRACE_ID)
                .bytes(2, SPAN_ID)
                .text(5, "GET /")
                .fixed64(7, NANOS)
                .attribute(9, "user", SECRET)
                .message(11, WireBytes.of().fixed64(1, NANOS).text(2, "an event")))
        .array();
  }

  public static byte[] otlpProfiles() {
    WireBytes dictionary =
        WireBytes.of().text(5, "").text(5, "cpu").text(5, SECRET).attribute(6, "thread", "main");
    return request(WireBytes.of().fixed64(4, NANOS).number(7, 3)).message(2, dictionary).array();
  }

  public static byte[] family(String name) {
    WireBytes quantile = WireBytes.of().real(1, 0.5).real(2, 0.25);
    return WireBytes.of()
        .text(1, name)
        .text(2, "what it is")
        .number(3, 2)
        .message(
            4,
            WireBytes.of()
                .pair(1, "user", SECRET)
                .message(4, WireBytes.of().number(1, 4).real(2, 8.5).message(3, quantile))
                .number(6, MILLIS))
        .array();
  }

  public static byte[] metricSet() {
    WireBytes time = WireBytes.of().number(1, MILLIS / 1_000).number(2, 5);
    WireBytes point =
        WireBytes.of().message(3, WireBytes.of().number(2, 17).message(3, time)).message(8, time);
    WireBytes metric = WireBytes.of().pair(1, "user", SECRET).message(2, point);
    WireBytes family =
        WireBytes.of()
            .text(1, "logins")
            .number(2, 2)
            .text(3, "1")
            .text(4, "help")
            .message(5, metric);
    return WireBytes.of().message(1, family).array();
  }

  public static byte[] pprof() {
    WireBytes label = WireBytes.of().number(1, 3).number(2, 4);
    WireBytes sample =
        WireBytes.of().bytes(1, new byte[] {1}).bytes(2, new byte[] {9}).message(3, label);
    WireBytes profile =
        WireBytes.of()
            .message(1, WireBytes.of().number(1, 1).number(2, 2))
            .message(2, sample)
            .message(5, WireBytes.of().number(1, 1).number(2, 5));
    List.of("", "cpu", "nanoseconds", "user", SECRET, "main.serve")
        .forEach(string -> profile.text(6, string));
    return profile.number(9, NANOS).array();
  }

  public static byte[] kubernetes(String kind, WireBytes object) {
    return WireBytes.of()
        .raw(new byte[] {'k', '8', 's', 0})
        .pair(1, "v1", kind)
        .message(2, object)
        .text(3, "")
        .text(4, "")
        .array();
  }

  public static WireBytes pod(String name) {
    WireBytes metadata =
        WireBytes.of()
            .text(1, name)
            .text(3, "default")
            .message(8, WireBytes.of().number(1, MILLIS / 1_000).number(2, 0))
            .pair(11, "app", "shop")
            .pair(12, "owner", SECRET);
    WireBytes container =
        WireBytes.of().text(1, "web").text(2, "reg/shop:1").pair(7, "PASSWORD", "hunter-2");
    return WireBytes.of()
        .message(1, metadata)
        .message(2, WireBytes.of().message(2, container).text(3, "Always"));
  }

  public static byte[] undeclared() {
    return WireBytes.of()
        .text(1, "order of " + SECRET)
        .number(2, 4_111_111_111_111_111L)
        .message(3, WireBytes.of().text(1, "nested").number(2, 3))
        .array();
  }
}
