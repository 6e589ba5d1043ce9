package dev.telltale.decoding.aws;

import dev.telltale.decoding.json.Base64Text;
import dev.telltale.decoding.raw.Utf8Text;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A Firehose error record that is not JSON: quotes of an error message are not escaped in it, as in
 * the developer guide's own example for HTTP endpoints. Every {@code "rawData":"<base64>"} is found
 * by a scan over the bytes.
 */
public final class BrokenFirehoseEnvelope {
  private static final byte[] NAME = "\"rawData\"".getBytes(StandardCharsets.US_ASCII);

  private final byte[] bytes;
  private final int end;
  private final StringBuilder envelope = new StringBuilder();
  private final List<byte[]> payloads = new ArrayList<>();

  private BrokenFirehoseEnvelope(byte[] bytes, int end) {
    this.bytes = bytes;
    this.end = end;
  }

  /** Null if the bytes hold no raw data that can be decoded. */
  public static BrokenFirehoseEnvelope find(byte[] bytes, int from, int length) {
    BrokenFirehoseEnvelope found = new BrokenFirehoseEnvelope(bytes, from + length);
    found.scan(from);
    return found.payloads.isEmpty() ? null : found;
  }

  private void scan(int from) {
    int copied = from;
    int i = from;
    while (i < end) {
      int start = isName(i) ? valueStart(i + NAME.length) : -1;
      int close = start < 0 ? -1 : base64End(start);
      byte[] raw = close < 0 ? null : decoded(start, close);
      if (raw == null) {
        i++;
      } else {
        payloads.add(raw);
        envelope.append(Utf8Text.replaced(bytes, copied, start - copied));
        copied = close;
        i = close;
      }
    }
    envelope.append(Utf8Text.replaced(bytes, copied, end - copied));
  }

  private boolean isName(int at) {
    if (at + NAME.length > end) {
      return false;
    }
    for (int i = 0; i < NAME.length; i++) {
      if (bytes[at + i] != NAME[i]) {
        return false;
      }
    }
    return true;
  }

  /** After colon and opening quote; -1 if they do not follow. */
  private int valueStart(int at) {
    int colon = skipSpace(at);
    if (colon >= end || bytes[colon] != ':') {
      return -1;
    }
    int quote = skipSpace(colon + 1);
    return quote < end && bytes[quote] == '"' ? quote + 1 : -1;
  }

  private int skipSpace(int at) {
    int i = at;
    while (i < end
        && (bytes[i] == ' ' || bytes[i] == '\t' || bytes[i] == '\n' || bytes[i] == '\r')) {
      i++;
    }
    return i;
  }

  private int base64End(int start) {
    int i = start;
    while (i < end && isBase64(bytes[i])) {
      i++;
    }
    return i > start && i < end && bytes[i] == '"' ? i : -1;
  }

  private static boolean isBase64(byte b) {
    return (b >= 'A' && b <= 'Z')
        || (b >= 'a' && b <= 'z')
        || (b >= '0' && b <= '9')
        || b == '+'
        || b == '/'
        || b == '=';
  }

  private byte[] decoded(int start, int close) {
    return Base64Text.decode(new String(bytes, start, close - start, StandardCharsets.US_ASCII));
  }

  /** The text around the raw data, with the raw data left out. */
  public String envelope() {
    return envelope.toString();
  }

  public List<byte[]> payloads() {
    return payloads;
  }
}
