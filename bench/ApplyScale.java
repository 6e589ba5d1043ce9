import dev.telltale.demo.server.S3Server;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

/**
 * Rewrites many small objects of a bucket with versions on an S3 server in this process, and sends
 * the same requests bare: what the store and its client cost without us.
 *
 * <pre>
 *   java -cp CLASSPATH bench/ApplyScale.java OBJECTS
 * </pre>
 */
public final class ApplyScale {
  private static final String BUCKET = "export";
  private static final int THREADS = Runtime.getRuntime().availableProcessors();
  private static final int LINES = 20;

  private final S3Client client;
  private final ToolProvider telltale;
  private final Path folder;

  private ApplyScale(S3Client client, ToolProvider telltale, Path folder) {
    this.client = client;
    this.telltale = telltale;
    this.folder = folder;
  }

  public static void main(String[] words) throws Exception {
    int objects = Integer.parseInt(words[0]);
    try (S3Server server = S3Server.memory()) {
      server.createBucket(BUCKET);
      server.s3aSettings().forEach((name, value) -> System.setProperty("spark.hadoop." + name, value));
      System.setProperty("spark.master", "local[" + THREADS + "]");
      S3Client client =
          S3Client.builder()
              .endpointOverride(URI.create(server.endpoint()))
              .region(Region.US_EAST_1)
              .forcePathStyle(true)
              .credentialsProvider(
                  StaticCredentialsProvider.create(
                      AwsBasicCredentials.create(server.accessKey(), server.secretKey())))
              .build();
      client.putBucketVersioning(
          to ->
              to.bucket(BUCKET)
                  .versioningConfiguration(each -> each.status(BucketVersioningStatus.ENABLED)));
      ToolProvider telltale =
          ServiceLoader.load(ToolProvider.class).stream()
              .map(ServiceLoader.Provider::get)
              .filter(tool -> tool.name().equals("telltale"))
              .findFirst()
              .orElseThrow();
      new ApplyScale(client, telltale, Files.createTempDirectory("apply-scale")).run(objects);
    }
    System.exit(0);
  }

  private void run(int objects) throws Exception {
    double putting = onAllThreads(objects, number -> put(key(number), content(number)));
    System.out.printf("%,d objects put in %.1f s%n", objects, putting);
    String lake = folder.resolve("lake").toString();
    List<String> key = List.of("--fingerprint-key", "env:BENCH_KEY");
    time("scan", "scan", "--source", "s3a://" + BUCKET, "--lake", lake, key.get(0), key.get(1));
    Matcher id = Pattern.compile("case-[0-9a-f]+").matcher(time("cases", "cases", "list", "--lake", lake));
    if (!id.find()) {
      throw new IllegalStateException("no case");
    }
    Path plan = folder.resolve("plan.json");
    System.out.println(
        time("plan", "erase", "plan", "--lake", lake, "--case", id.group(), "--out", plan.toString()));
    String hash =
        HexFormat.of()
            .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(plan)));
    System.out.println(
        time(
            "apply", "erase", "apply", plan.toString(), "--confirm", hash, "--lake", lake, key.get(0), key.get(1)));
    System.out.printf(
        "the same requests bare, %d threads: %.1f s%n", THREADS, onAllThreads(objects, this::requests));
  }

  /** What docs/erasure.md says of a rewrite. */
  private void requests(int number) throws IOException {
    String key = key(number);
    client.listObjectVersions(to -> to.bucket(BUCKET).prefix(key));
    client.getObjectAsBytes(to -> to.bucket(BUCKET).key(key));
    String before = client.headObject(to -> to.bucket(BUCKET).key(key)).versionId();
    put(key, content(number));
    client.listObjectVersions(to -> to.bucket(BUCKET).prefix(key));
    client.listObjectVersions(to -> to.bucket(BUCKET).prefix(key));
    client.getObjectAsBytes(to -> to.bucket(BUCKET).key(key));
    client.deleteObject(to -> to.bucket(BUCKET).key(key).versionId(before));
  }

  private void put(String key, byte[] content) {
    client.putObject(
        to -> to.bucket(BUCKET).key(key),
        RequestBody.fromBytes(content));
  }

  private static String key(int number) {
    return "logs/2026/04/30/%02d/logs-1-2026-04-30-10-00-00-%08x".formatted(number % 24, number);
  }

  /** One line of twenty has an address of its own, so that all places are one case. */
  private static byte[] content(int number) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bytes)) {
      for (int line = 0; line < LINES; line++) {
        String message =
            line == 3 ? "mail to user" + number + "@norvikfreight.com sent" : "workspace started";
        gzip.write(
            ("{\"component\":\"server\",\"severity\":\"INFO\",\"message\":\"" + message + "\"}\n")
                .getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  private interface Work {
    void of(int number) throws IOException;
  }

  private static double onAllThreads(int count, Work work) throws Exception {
    long began = System.nanoTime();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    List<Future<Boolean>> all =
        threads.invokeAll(
            IntStream.range(0, count)
                .<java.util.concurrent.Callable<Boolean>>mapToObj(
                    number ->
                        () -> {
                          work.of(number);
                          return true;
                        })
                .toList());
    for (Future<Boolean> each : all) {
      each.get();
    }
    threads.shutdown();
    return (System.nanoTime() - began) / 1e9;
  }

  private String time(String what, String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    long began = System.nanoTime();
    int code = telltale.run(new PrintStream(out, true), new PrintStream(err, true), words);
    System.out.printf("%s: exit %d, %.1f s%n", what, code, (System.nanoTime() - began) / 1e9);
    if (code != 0) {
      System.out.println(err.toString(StandardCharsets.UTF_8));
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
