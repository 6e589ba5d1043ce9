package dev.telltale.jobs.erasure;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.telltale.demo.telemetry.MetricSeries;
import dev.telltale.demo.telemetry.MetricsExport;
import dev.telltale.demo.telemetry.Vocabulary;
import dev.telltale.demo.values.SensitiveValues;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.xerial.snappy.Snappy;

/**
 * One token that has leaked into every telemetry type, in objects that hold much else; and a search
 * for it in bytes, in the encodings in which somebody could still read it. Never prints it.
 */
final class DrillLeak {
  static final String KUBERNETES = "kubernetes/2026/04/30/10/state-1";
  static final String LOGS = "logs/2026/04/30/10/logs-1";
  static final String DELIVERED_TWICE = "logs/2026/04/30/10/logs-1-again";
  static final String OVERWRITTEN = "logs/2026/04/30/11/logs-2";
  static final String DELETED = "logs/2026/04/30/11/logs-3";
  static final String CLEAN = "logs/2026/04/30/11/logs-4";
  static final String METRICS = "metrics/2026/04/30/10/meta-1";
  static final String ANALYTICS = "analytics/2026/04/30/10/events-1";
  static final String LOCKED = "analytics/2026/04/30/10/events-2";
  static final String UPLOAD = "logs/2026/04/30/12/part";

  private final String token;
  private final Vocabulary words = new Vocabulary(new Random(7));

  DrillLeak() {
    this.token = new SensitiveValues(new Random(2026)).of("github.token");
  }

  void plant(DrillBucket bucket) throws IOException {
    bucket.put(KUBERNETES, gzip(pods()));
    bucket.put(LOGS, gzip(logs()));
    bucket.put(DELIVERED_TWICE, gzip(logs()));
    bucket.put(OVERWRITTEN, logs());
    bucket.put(OVERWRITTEN, clean());
    bucket.put(DELETED, logs());
    bucket.delete(DELETED);
    bucket.put(CLEAN, clean());
    bucket.put(METRICS, metrics());
    bucket.put(ANALYTICS, analytics());
    bucket.put(LOCKED, analytics());
    bucket.beginUpload(UPLOAD, logs());
  }

  private byte[] pods() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      text.append(
          "{\"kind\":\"Pod\",\"apiVersion\":\"v1\",\"metadata\":{\"name\":\"ws-"
              + i
              + "\",\"namespace\":\"default\"},\"spec\":{\"containers\":[{\"name\":\"workspace\","
              + "\"image\":\"registry/ws:1\",\"env\":[{\"name\":\"GITHUB_TOKEN\",\"value\":\""
              + (i == 2 ? token : "unset")
              + "\"}]}]}}\n");
    }
    return text.toString().getBytes(UTF_8);
  }

  byte[] logs() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 5; i++) {
      text.append(
          "{\"component\":\"server\",\"severity\":\"INFO\",\"time\":\"2026-04-30T10:00:0"
              + i
              + "Z\",\"message\":\""
              + (i == 3 ? "clone failed, token=" + token + " refused" : "workspace started")
              + "\",\"serviceContext\":{\"service\":\"server\",\"version\":\"commit-1\"}}\n");
    }
    return text.toString().getBytes(UTF_8);
  }

  private static byte[] clean() {
    return "{\"component\":\"server\",\"severity\":\"INFO\",\"time\":\"2026-04-30T11:00:00Z\",\"message\":\"all is well\"}\n"
        .getBytes(UTF_8);
  }

  private byte[] metrics() {
    Instant time = Instant.parse("2026-04-30T10:00:00Z");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(MetricsExport.envelopeV1(MetricsExport.clean(words, 5), words, time));
    out.writeBytes(
        MetricsExport.envelopeV1(
            List.of(
                MetricSeries.labels("gitpod_clone_total", "remote", "https://x:" + token + "@g.io"),
                MetricSeries.labels("up", "job", "node")),
            words,
            time));
    return out.toByteArray();
  }

  private byte[] analytics() {
    String inner = "{\"input\":\"GITHUB_TOKEN=" + token + "\"}";
    String raw = Base64.getEncoder().encodeToString(inner.getBytes(UTF_8));
    return ("{\"batch\":[{\"type\":\"track\",\"event\":\"run\",\"timestamp\":\"2026-04-30T10:00:00Z\",\"properties\":{\"raw\":\""
            + raw
            + "\"}},{\"type\":\"track\",\"event\":\"stop\",\"timestamp\":\"2026-04-30T10:00:01Z\",\"properties\":{}}]}\n")
        .getBytes(UTF_8);
  }

  static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(plain);
    }
    return out.toByteArray();
  }

  /** The bytes, what they decompress to, and what each line of base64 and snappy does. */
  static List<byte[]> opened(byte[] stored) throws IOException {
    List<byte[]> all = new ArrayList<>();
    all.add(stored);
    byte[] plain = stored;
    if (stored.length > 2 && stored[0] == 0x1f && (stored[1] & 0xff) == 0x8b) {
      plain = new GZIPInputStream(new ByteArrayInputStream(stored)).readAllBytes();
      all.add(plain);
    }
    String text = new String(plain, java.nio.charset.StandardCharsets.ISO_8859_1);
    java.util.regex.Matcher encoded =
        java.util.regex.Pattern.compile("\"([A-Za-z0-9+/]{16,}={0,2})\"").matcher(text);
    while (encoded.find()) {
      byte[] decoded;
      try {
        decoded = Base64.getDecoder().decode(encoded.group(1));
      } catch (IllegalArgumentException noBase64) {
        continue;
      }
      all.add(decoded);
      if (Snappy.isValidCompressedBuffer(decoded)) {
        all.add(Snappy.uncompress(decoded));
      }
    }
    return all;
  }

  /** In how many of five encodings the token stands in it. */
  int forms(byte[] stored) throws IOException {
    int found = 0;
    for (byte[] form : encodings().values()) {
      for (byte[] each : opened(stored)) {
        if (indexOf(each, form) >= 0) {
          found++;
          break;
        }
      }
    }
    return found;
  }

  private Map<String, byte[]> encodings() {
    Map<String, byte[]> forms = new LinkedHashMap<>();
    byte[] bytes = token.getBytes(UTF_8);
    forms.put("text", bytes);
    forms.put("utf-16", token.getBytes(UTF_16LE));
    forms.put("hex", HexFormat.of().formatHex(bytes).getBytes(UTF_8));
    forms.put("url", URLEncoder.encode(token, UTF_8).getBytes(UTF_8));
    for (int before = 0; before < 3; before++) {
      byte[] shifted = new byte[before + bytes.length];
      System.arraycopy(bytes, 0, shifted, before, bytes.length);
      String base64 = Base64.getEncoder().encodeToString(shifted);
      forms.put(
          "base64 " + before,
          base64.substring(before == 0 ? 0 : 4, base64.length() - 4).getBytes(UTF_8));
    }
    return forms;
  }

  private static int indexOf(byte[] bytes, byte[] wanted) {
    outer:
    for (int i = 0; i + wanted.length <= bytes.length; i++) {
      for (int k = 0; k < wanted.length; k++) {
        if (bytes[i + k] != wanted[k]) {
          continue outer;
        }
      }
      return i;
    }
    return -1;
  }

  @Override
  public String toString() {
    return "a token of " + token.length() + " characters";
  }
}
