import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * A read-only S3 bucket of many small objects that exist only while they are read, or of one large
 * file. Speaks ListObjectsV2 and GET over plain HTTP on 127.0.0.1; prints its port.
 *
 * <pre>
 *   java ScaleStore.java objects COUNT BYTES   log objects in hourly Firehose folders
 *   java ScaleStore.java file FILE             one object, logs/large.gz
 *   java ScaleStore.java make FILE BYTES       writes such a file: one gzip member of so many bytes of log
 * </pre>
 */
public final class ScaleStore {
  private static final int HOURS = 240;
  private static final int PAGE = 1000;
  private static final String[] WORDS =
      ("workspace instance started stopped image build pulled layer content prebuild timeout "
              + "running pending failed retry queue shard region latency budget snapshot volume")
          .split(" ");

  private final String[] keys;
  private final int bytes;
  private final Path file;

  private ScaleStore(String[] keys, int bytes, Path file) {
    this.keys = keys;
    this.bytes = bytes;
    this.file = file;
  }

  public static void main(String[] words) throws IOException {
    switch (words[0]) {
      case "make" -> make(Path.of(words[1]), Long.parseLong(words[2]));
      case "file" -> new ScaleStore(new String[] {"logs/large.gz"}, 0, Path.of(words[1])).serve();
      default -> {
        int count = Integer.parseInt(words[1]);
        String[] keys = new String[count];
        for (int i = 0; i < count; i++) {
          keys[i] = key(i);
        }
        Arrays.sort(keys);
        new ScaleStore(keys, Integer.parseInt(words[2]), null).serve();
      }
    }
  }

  private static String key(int number) {
    int hour = number % HOURS;
    int second = number / HOURS % 3600;
    return String.format(
        Locale.ROOT,
        "logs/2026/04/%02d/%02d/logs-1-2026-04-%02d-%02d-%02d-%02d-%08x-0000-4000-8000-%012x",
        1 + hour / 24,
        hour % 24,
        1 + hour / 24,
        hour % 24,
        second / 60,
        second % 60,
        number * 0x9e3779b1,
        number);
  }

  private static void make(Path target, long length) throws IOException {
    try (OutputStream out =
        new GZIPOutputStream(new BufferedOutputStream(Files.newOutputStream(target), 1 << 20), 1 << 16) {
          {
            def.setLevel(Deflater.BEST_SPEED);
          }
        }) {
      Random random = new Random(1);
      long written = 0;
      while (written < length) {
        byte[] block = lines(random, 1 << 20);
        out.write(block);
        written += block.length;
      }
    }
  }

  /** Log lines of at least so many bytes, except that the last is padded to fit where it can. */
  private static byte[] lines(Random random, int length) {
    StringBuilder text = new StringBuilder(length + 300);
    while (text.length() < length) {
      text.append("{\"level\":\"info\",\"time\":\"2026-04-01T10:")
          .append(10 + random.nextInt(50))
          .append(':')
          .append(10 + random.nextInt(50))
          .append("Z\",\"serviceContext\":{\"service\":\"ws-manager\"},\"message\":\"");
      for (int i = 0; i < 8; i++) {
        text.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
      }
      text.append("took ").append(random.nextInt(10_000)).append(" ms\",\"instanceId\":\"");
      text.append(String.format("%08x-%04x-4%03x-8%03x-%012x", random.nextInt(), random.nextInt(65536),
          random.nextInt(4096), random.nextInt(4096), random.nextLong() & 0xffffffffffffL));
      text.append("\"}\n");
    }
    return text.toString().getBytes(UTF_8);
  }

  /** The object of a key, always the same. */
  private byte[] content(String key) {
    return Arrays.copyOf(lines(new Random(key.hashCode()), bytes), bytes);
  }

  private long size() throws IOException {
    return file == null ? bytes : Files.size(file);
  }

  private void serve() throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
    server.setExecutor(Executors.newFixedThreadPool(16));
    server.createContext("/", this::answer);
    server.start();
    System.out.println(server.getAddress().getPort());
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      URI uri = exchange.getRequestURI();
      String path = URLDecoder.decode(uri.getRawPath(), UTF_8);
      int slash = path.indexOf('/', 1);
      String key = slash < 0 ? "" : path.substring(slash + 1);
      if (key.isEmpty()) {
        byte[] page = list(uri.getRawQuery() == null ? "" : uri.getRawQuery()).getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/xml");
        exchange.sendResponseHeaders(200, page.length);
        exchange.getResponseBody().write(page);
      } else {
        object(exchange, key);
      }
    }
  }

  private void object(HttpExchange exchange, String key) throws IOException {
    exchange.getResponseHeaders().set("ETag", "\"" + Integer.toHexString(key.hashCode()) + "\"");
    exchange.getResponseHeaders().set("Last-Modified", "Thu, 30 Apr 2026 10:00:00 GMT");
    boolean head = exchange.getRequestMethod().equals("HEAD");
    if (head) {
      exchange.getResponseHeaders().set("Content-Length", Long.toString(size()));
    }
    exchange.sendResponseHeaders(200, head ? -1 : size());
    if (!head && file == null) {
      exchange.getResponseBody().write(content(key));
    } else if (!head) {
      Files.copy(file, exchange.getResponseBody());
    }
  }

  private String list(String query) throws IOException {
    Map<String, String> asked = new HashMap<>();
    for (String part : query.split("&")) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        asked.put(part.substring(0, equals), URLDecoder.decode(part.substring(equals + 1), UTF_8));
      }
    }
    String prefix = asked.getOrDefault("prefix", "");
    String delimiter = asked.getOrDefault("delimiter", "");
    int most = Math.min(PAGE, Integer.parseInt(asked.getOrDefault("max-keys", "1000")));
    String token = asked.getOrDefault("continuation-token", asked.getOrDefault("start-after", prefix));
    int at = Arrays.binarySearch(keys, token);
    at = at < 0 ? -at - 1 : at + 1;
    StringBuilder rows = new StringBuilder();
    String last = token;
    int count = 0;
    while (at < keys.length && keys[at].startsWith(prefix) && count < most) {
      int cut = delimiter.isEmpty() ? -1 : keys[at].indexOf(delimiter, prefix.length());
      if (cut >= 0) {
        String folder = keys[at].substring(0, cut + 1);
        rows.append("<CommonPrefixes><Prefix>").append(folder).append("</Prefix></CommonPrefixes>");
        last = folder + Character.MAX_VALUE;
        at = Arrays.binarySearch(keys, last);
        at = at < 0 ? -at - 1 : at + 1;
      } else {
        last = keys[at];
        rows.append("<Contents><Key>")
            .append(last)
            .append("</Key><LastModified>2026-04-30T10:00:00.000Z</LastModified><ETag>&quot;")
            .append(Integer.toHexString(last.hashCode()))
            .append("&quot;</ETag><Size>")
            .append(size())
            .append("</Size><StorageClass>STANDARD</StorageClass></Contents>");
        at++;
      }
      count++;
    }
    boolean more = at < keys.length && keys[at].startsWith(prefix);
    return "<ListBucketResult><IsTruncated>"
        + more
        + "</IsTruncated>"
        + (more ? "<NextContinuationToken>" + last + "</NextContinuationToken>" : "")
        + rows
        + "</ListBucketResult>";
  }
}
