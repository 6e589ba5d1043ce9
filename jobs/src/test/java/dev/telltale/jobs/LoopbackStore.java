package dev.telltale.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What s3proxy cannot show: keys that a web server would tidy up, storage classes, the headers of
 * every request, bodies that break off, refusals on demand. Speaks as much of S3's REST protocol as
 * the tests need, and AssumeRole of STS; checks no signatures.
 */
public final class LoopbackStore implements AutoCloseable {
  /** A request as it came in. */
  public record Request(String method, String path, String query, Map<String, String> headers) {
    public String header(String name) {
      return headers.get(name.toLowerCase(java.util.Locale.ROOT));
    }
  }

  private record Stored(byte[] bytes, String storageClass) {
    String etag() {
      return "\"" + Integer.toHexString(java.util.Arrays.hashCode(bytes)) + "\"";
    }
  }

  /** A failure for the next requests whose path ends in the key. */
  private record Failure(String key, int status, String code, AtomicInteger times) {}

  private static final int PAGE = 1000;
  private static final String DATE = "Thu, 30 Apr 2026 10:00:00 GMT";

  private final HttpServer server;
  private final Map<String, Stored> objects = new TreeMap<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final List<Failure> failures = new CopyOnWriteArrayList<>();
  private final Map<String, AtomicInteger> cuts = new HashMap<>();

  public LoopbackStore() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(
        Executors.newCachedThreadPool(
            work -> {
              Thread thread = new Thread(work, "loopback-store");
              thread.setDaemon(true);
              return thread;
            }));
    server.createContext("/", this::answer);
    server.start();
  }

  public String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Settings for s3a; the keys are any, for nobody checks them. */
  public Map<String, String> s3aSettings() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("fs.s3a.endpoint", endpoint());
    settings.put("fs.s3a.endpoint.region", "us-east-1");
    settings.put("fs.s3a.path.style.access", "true");
    settings.put("fs.s3a.connection.ssl.enabled", "false");
    settings.put("fs.s3a.impl.disable.cache", "false");
    settings.put(
        "fs.s3a.aws.credentials.provider", "org.apache.hadoop.fs.s3a.SimpleAWSCredentialsProvider");
    settings.put("fs.s3a.access.key", "caller");
    settings.put("fs.s3a.secret.key", "unchecked");
    return settings;
  }

  public void put(String key, String content, String storageClass) {
    objects.put(key, new Stored(content.getBytes(UTF_8), storageClass));
  }

  public void failNext(String key, int status, String code, int times) {
    failures.add(new Failure(key, status, code, new AtomicInteger(times)));
  }

  /** The next answers with the object end after half of what they promised. */
  public void cutNext(String key, int times) {
    cuts.put(key, new AtomicInteger(times));
  }

  public List<Request> requests() {
    return List.copyOf(requests);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      URI uri = exchange.getRequestURI();
      Map<String, String> headers = new HashMap<>();
      exchange
          .getRequestHeaders()
          .forEach(
              (name, values) ->
                  headers.put(name.toLowerCase(java.util.Locale.ROOT), values.get(0)));
      String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
      Request request = new Request(exchange.getRequestMethod(), uri.getRawPath(), query, headers);
      requests.add(request);
      byte[] sent = exchange.getRequestBody().readAllBytes();
      String path = URLDecoder.decode(uri.getRawPath().replace("+", "%2B"), UTF_8);
      int slash = path.indexOf('/', 1);
      String key = slash < 0 ? "" : path.substring(slash + 1);
      for (Failure failure : failures) {
        if (failure.key().equals(key) && failure.times().getAndDecrement() > 0) {
          xml(exchange, failure.status(), error(failure.code()));
          return;
        }
      }
      if (path.equals("/")) {
        xml(exchange, 200, role());
      } else if (key.isEmpty()) {
        xml(exchange, 200, list(query));
      } else if (request.method().equals("PUT")) {
        put(key, new String(sent, UTF_8), null);
        exchange.getResponseHeaders().set("ETag", objects.get(key).etag());
        exchange.sendResponseHeaders(200, -1);
      } else {
        object(exchange, request, key);
      }
    }
  }

  private void object(HttpExchange exchange, Request request, String key) throws IOException {
    Stored stored = objects.get(key);
    if (stored == null) {
      xml(exchange, 404, error("NoSuchKey"));
      return;
    }
    String match = request.header("if-match");
    if (match != null && !match.equals(stored.etag())) {
      xml(exchange, 412, error("PreconditionFailed"));
      return;
    }
    int from = 0;
    String range = request.header("range");
    if (range != null) {
      from = Integer.parseInt(range.substring("bytes=".length(), range.indexOf('-')));
    }
    Headers headers = exchange.getResponseHeaders();
    headers.set("ETag", stored.etag());
    headers.set("Last-Modified", DATE);
    int size = stored.bytes().length;
    if (range != null) {
      headers.set("Content-Range", "bytes " + from + "-" + (size - 1) + "/" + size);
    }
    int status = range == null ? 200 : 206;
    if (request.method().equals("HEAD")) {
      headers.set("Content-Length", Integer.toString(size));
      exchange.sendResponseHeaders(status, -1);
      return;
    }
    int rest = size - from;
    AtomicInteger cut = cuts.get(key);
    boolean broken = cut != null && cut.getAndDecrement() > 0;
    exchange.sendResponseHeaders(status, rest == 0 ? -1 : rest);
    exchange.getResponseBody().write(stored.bytes(), from, broken ? rest / 2 : rest);
    exchange.getResponseBody().flush();
  }

  private String list(String query) {
    Map<String, String> asked = new HashMap<>();
    for (String part : query.split("&", -1)) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        asked.put(part.substring(0, equals), URLDecoder.decode(part.substring(equals + 1), UTF_8));
      }
    }
    String prefix = asked.getOrDefault("prefix", "");
    String after = asked.getOrDefault("continuation-token", "");
    StringBuilder contents = new StringBuilder();
    String last = null;
    int count = 0;
    for (Map.Entry<String, Stored> entry : objects.entrySet()) {
      if (entry.getKey().startsWith(prefix) && entry.getKey().compareTo(after) > 0) {
        if (count++ == PAGE) {
          break;
        }
        last = entry.getKey();
        contents.append(contents(last, entry.getValue()));
      }
    }
    boolean truncated = count > PAGE;
    return "<ListBucketResult><EncodingType>url</EncodingType><IsTruncated>"
        + truncated
        + "</IsTruncated>"
        + (truncated ? "<NextContinuationToken>" + encoded(last) + "</NextContinuationToken>" : "")
        + contents
        + "</ListBucketResult>";
  }

  private static String contents(String key, Stored stored) {
    return "<Contents><Key>"
        + encoded(key)
        + "</Key><LastModified>2026-04-30T10:00:00.000Z</LastModified><ETag>"
        + stored.etag().replace("\"", "&quot;")
        + "</ETag><Size>"
        + stored.bytes().length
        + "</Size><StorageClass>"
        + (stored.storageClass() == null ? "STANDARD" : stored.storageClass())
        + "</StorageClass></Contents>";
  }

  private static String encoded(String key) {
    return URLEncoder.encode(key, UTF_8);
  }

  private static String role() {
    return "<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>role</AccessKeyId>"
        + "<SecretAccessKey>unchecked</SecretAccessKey><SessionToken>session</SessionToken>"
        + "<Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult>"
        + "</AssumeRoleResponse>";
  }

  private static String error(String code) {
    return "<Error><Code>" + code + "</Code><Message>on demand</Message></Error>";
  }

  private static void xml(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/xml");
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(status, -1);
      return;
    }
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
