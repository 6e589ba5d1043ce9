package dev.telltale.jobs.faults;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A request or an answer of HTTP/1.1, as the bytes that came (RFC 9112). A final class: it holds
 * content, and shows none.
 */
final class WireMessage {
  private static final int MAX_LINE_LENGTH = 64 << 10;

  private final List<String> head;
  private final byte[] body;
  private final boolean toTheEnd;

  private WireMessage(List<String> head, byte[] body, boolean toTheEnd) {
    this.head = head;
    this.body = body;
    this.toTheEnd = toTheEnd;
  }

  /**
   * The next request, or null at the end of the stream.
   *
   * @param out gets the interim answer that a client with {@code Expect} waits for
   */
  static WireMessage request(InputStream in, OutputStream out) throws IOException {
    List<String> head = head(in);
    if (head.isEmpty()) {
      return null;
    }
    WireMessage bare = new WireMessage(head, new byte[0], false);
    if (bare.header("expect") != null) {
      out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
    }
    return new WireMessage(head, bare.hasFramedBody() ? bare.readBody(in) : new byte[0], false);
  }

  /** The answer to a request; interim answers are passed over. */
  static WireMessage answer(InputStream in, String method) throws IOException {
    List<String> head = head(in);
    while (!head.isEmpty() && head.get(0).startsWith("HTTP/1.1 1")) {
      head = head(in);
    }
    if (head.isEmpty()) {
      throw new EOFException("the server closed the connection");
    }
    WireMessage bare = new WireMessage(head, new byte[0], false);
    if (method.equals("HEAD") || bare.status() == 204 || bare.status() == 304) {
      return bare;
    }
    return bare.hasFramedBody()
        ? new WireMessage(head, bare.readBody(in), false)
        : new WireMessage(head, in.readAllBytes(), true);
  }

  /**
   * An answer with an error of S3
   * (https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html).
   */
  static WireMessage error(int status) {
    String code =
        switch (status) {
          case 403 -> "AccessDenied";
          case 404 -> "NoSuchKey";
          case 409 -> "ConditionalRequestConflict";
          case 412 -> "PreconditionFailed";
          case 503 -> "SlowDown";
          default -> "InternalError";
        };
    byte[] body =
        ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>"
                + code
                + "</Code><Message>as the test asks</Message></Error>")
            .getBytes(StandardCharsets.UTF_8);
    return new WireMessage(
        List.of(
            "HTTP/1.1 " + status + " " + code,
            "Content-Type: application/xml",
            "Content-Length: " + body.length),
        body,
        false);
  }

  /** The same answer with less of its body. */
  WireMessage cut(int at, boolean length) {
    List<String> lines = new ArrayList<>(head);
    if (!length) {
      lines.removeIf(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"));
      lines.add("Connection: close");
    }
    return new WireMessage(lines, Arrays.copyOf(body, Math.min(at, body.length)), true);
  }

  String method() {
    return head.get(0).substring(0, head.get(0).indexOf(' '));
  }

  /** {@code /bucket/key}, decoded, without the query. */
  String path() {
    String target = head.get(0).split(" ", -1)[1];
    String path = target.indexOf('?') < 0 ? target : target.substring(0, target.indexOf('?'));
    return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** As it was sent; empty if there is none. */
  String query() {
    String target = head.get(0).split(" ", -1)[1];
    return target.indexOf('?') < 0 ? "" : target.substring(target.indexOf('?') + 1);
  }

  /** The same answer with more headers. */
  WireMessage with(List<String> headers) {
    List<String> lines = new ArrayList<>(head);
    lines.addAll(1, headers);
    return new WireMessage(lines, body, toTheEnd);
  }

  int status() {
    return Integer.parseInt(head.get(0).split(" ", -1)[1]);
  }

  int length() {
    return body.length;
  }

  /** Whether nothing can follow it on its connection. */
  boolean isLast() {
    return toTheEnd || "close".equalsIgnoreCase(header("connection"));
  }

  String header(String name) {
    for (String line : head.subList(1, head.size())) {
      if (line.regionMatches(true, 0, name + ":", 0, name.length() + 1)) {
        return line.substring(name.length() + 1).strip();
      }
    }
    return null;
  }

  void write(OutputStream out) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length + 1024);
    for (String line : head) {
      bytes.writeBytes((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }
    bytes.writeBytes(new byte[] {'\r', '\n'});
    bytes.writeBytes(body);
    bytes.writeTo(out);
    out.flush();
  }

  private boolean hasFramedBody() {
    return header("content-length") != null || header("transfer-encoding") != null;
  }

  private byte[] readBody(InputStream in) throws IOException {
    if (header("transfer-encoding") == null) {
      int length = Integer.parseInt(header("content-length"));
      byte[] read = in.readNBytes(length);
      if (read.length < length) {
        throw new EOFException("the body ended early");
      }
      return read;
    }
    ByteArrayOutputStream chunks = new ByteArrayOutputStream();
    int size;
    do {
      String line = line(in);
      chunks.writeBytes((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
      size = Integer.parseInt(line.split(";", -1)[0].strip(), 16);
      chunks.writeBytes(in.readNBytes(size));
      String end = line(in);
      while (size == 0 && !end.isEmpty()) {
        chunks.writeBytes((end + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        end = line(in);
      }
      chunks.writeBytes(new byte[] {'\r', '\n'});
    } while (size > 0);
    return chunks.toByteArray();
  }

  private static List<String> head(InputStream in) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line = line(in); line != null && !line.isEmpty(); line = line(in)) {
      lines.add(line);
    }
    return lines;
  }

  /** Without its end; null at the end of the stream. */
  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next >= 0; next = in.read()) {
      if (next == '\n') {
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
      }
      line.write(next);
      if (line.size() > MAX_LINE_LENGTH) {
        throw new IOException("a line of a head is too long");
      }
    }
    return null;
  }

  @Override
  public String toString() {
    return head.get(0).split("\\?", -1)[0] + " with " + body.length + " bytes";
  }
}
