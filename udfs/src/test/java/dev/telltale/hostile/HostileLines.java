package dev.telltale.hostile;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Text that is long, or that looks everywhere like what rules look for. */
final class HostileLines {
  private static final int LARGE = 12_000_000;

  private HostileLines() {}

  static List<HostileObject> all() {
    return List.of(
        flood("line-without-end", LARGE * 4, "all work and no play "),
        flood("blank-lines", LARGE, "\n"),
        flood("lines-of-one-letter", LARGE / 4, "a\n"),
        flood("zeros", LARGE * 4, "\u0000"),
        flood("digits", LARGE, "4111111111111111 "),
        flood("addresses", LARGE, "ann.b@corp.example.com,"),
        flood("addresses-in-percents", LARGE, "ann%40corp.example.com&x=%20"),
        flood("addresses-in-entities", LARGE, "ann@corp.example.com &amp; &#64; "),
        flood("quoted-printable", LARGE, "ann=40corp.example.com=20=\n"),
        flood("passwords", LARGE, "password=Zq8xT1kLw9 "),
        flood("secret-without-value", LARGE, "secret : "),
        flood("token-beginnings", LARGE, "eyJ"),
        flood("jwt-parts", LARGE, "eyJhbGciOiJIUzI1NiJ9.e30."),
        flood("key-beginnings", LARGE, "-----BEGIN RSA PRIVATE KEY-----\n"),
        flood("key-beginnings-in-a-line", LARGE, "-----BEGIN PRIVATE KEY-----"),
        flood("base64-runs", LARGE, "QWxhZGRpbjpvcGVuIHNlc2FtZQQWxhZGRpbjpvcGVuIHNlc2FtZQ= "),
        flood(
            "base64-folded",
            LARGE,
            "YWxsIHdvcmsgYW5kIG5vIHBsYXkgYWxsIHdvcmsgYW5kIG5vIHBsYXkgYWxsIHdv\n"),
        flood(
            "base64-folds-of-noise",
            LARGE,
            "//79/Pv6+fj39vX08/Lx8O/u7ezr6uno5+bl5OPi4eDf3t3c29rZ2NfW1dTT0tHQ\n"),
        flood(
            "base64-folds-in-records",
            LARGE,
            "{\"m\":\"YWxsIHdvcmsgYW5kIG5vIHBsYXkgYWxsIHdvcmsgYW5kIG5vIHBs\"}\n"),
        flood("hex-runs", LARGE, "6a6b6c6d6e6f707172737475767778797a "),
        flood("escapes", LARGE, "\\u0061\\\""),
        flood("words", LARGE, "ssn passport iban card phone "),
        flood("urls", LARGE, "https://u:p@h/?token=a&key=b "),
        flood("logfmt-pairs", LARGE, "level=info msg=a "),
        flood("syslog", LARGE, "<34>1 2024-01-01T00:00:00Z h a - - - m\n"),
        flood("cri-partial-lines", LARGE, "2024-01-01T00:00:00.000000000Z stdout P m\n"),
        flood("stack-trace", LARGE, "\tat a.B.c(D.java:1)\n"),
        flood("prometheus-labels", LARGE, "m{a=\"b\",c=\"d\"} 1\n"),
        new HostileObject(
            "lines-csv-long-names",
            () ->
                HostileText.gzip()
                    .add(
                        "a".repeat(20_000)
                            + ","
                            + "b".repeat(20_000)
                            + ","
                            + "c".repeat(20_000)
                            + "\n")
                    .times(1_000_000, "1,2,3\n")
                    .array()),
        new HostileObject(
            "lines-csv-many-columns",
            () -> HostileText.gzip().lines(400, i -> "1,".repeat(20_000) + "1").array()),
        new HostileObject(
            "lines-w3c-long-names",
            () ->
                HostileText.gzip()
                    .add("#Version: 1.0\n#Fields: date time cs-" + "u".repeat(30_000) + "\n")
                    .times(500_000, "2024-01-01 00:00:00 x\n")
                    .array()),
        new HostileObject(
            "lines-base64-in-base64",
            () -> {
              byte[] text = "password=Zq8xT1kLw9".repeat(2_000).getBytes(StandardCharsets.UTF_8);
              for (int i = 0; i < 10; i++) {
                text = Base64.getEncoder().encode(text);
              }
              return text;
            }),
        new HostileObject(
            "lines-utf16",
            () ->
                ("\ufeff" + "password=Zq8xT1kLw9 \ud83d\ude00\n".repeat(200_000))
                    .getBytes(StandardCharsets.UTF_16LE)),
        new HostileObject(
            "lines-invalid-utf8", () -> bytes(LARGE, i -> (byte) (i % 7 == 0 ? 0xff : 'a'))),
        new HostileObject("lines-continuations", () -> bytes(LARGE, i -> (byte) 0x80)),
        new HostileObject(
            "lines-mark-only", () -> new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf}),
        new HostileObject("lines-nothing", () -> new byte[0]));
  }

  private interface Bytes {
    byte at(int index);
  }

  private static byte[] bytes(int count, Bytes value) {
    byte[] bytes = new byte[count];
    for (int i = 0; i < count; i++) {
      bytes[i] = value.at(i);
    }
    return bytes;
  }

  private static HostileObject flood(String name, int length, String part) {
    return new HostileObject(
        "lines-" + name, () -> HostileText.plain().times(length / part.length(), part).array());
  }
}
