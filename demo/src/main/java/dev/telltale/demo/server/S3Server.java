package dev.telltale.demo.server;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.BindException;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/**
 * An S3 server (s3proxy) on 127.0.0.1, in its own class loader. It checks request signatures
 * against a key pair that is drawn at random for every start and kept in memory only.
 *
 * <p>Thread-safe. Runs on the driver. Nothing is printed: the log of the server is off.
 */
public final class S3Server implements AutoCloseable {
  private static final long MIN_FREE_BYTES = 32L << 20;

  private final URLClassLoader loader;
  private final Object blobStore;
  private final Object proxy;
  private final int port;
  private final String accessKey;
  private final String secretKey;
  private boolean closed;

  private S3Server(
      URLClassLoader loader,
      Object blobStore,
      Object proxy,
      int port,
      String accessKey,
      String secretKey) {
    this.loader = loader;
    this.blobStore = blobStore;
    this.proxy = proxy;
    this.port = port;
    this.accessKey = accessKey;
    this.secretKey = secretKey;
  }

  /**
   * Buckets are the folders of the directory, objects their files.
   *
   * @param port 0 for a free one
   * @throws S3ServerFailed if the directory cannot be written, the port is taken, or the jar of the
   *     server is missing
   */
  public static S3Server files(Path directory, int port) {
    prepare(directory);
    Properties properties = new Properties();
    properties.setProperty("jclouds.filesystem.basedir", directory.toAbsolutePath().toString());
    return start("filesystem-nio2", properties, port);
  }

  /**
   * Objects live in the heap and may have versions: what tests want. A free port is taken.
   *
   * @throws S3ServerFailed if the jar of the server is missing
   */
  public static S3Server memory() {
    return start("transient", new Properties(), 0);
  }

  private static void prepare(Path directory) {
    String problem = "The S3 server cannot keep its objects in " + directory + ".";
    try {
      Files.createDirectories(directory);
      Files.delete(Files.createTempFile(directory, ".telltale", null));
      if (Files.getFileStore(directory).getUsableSpace() < MIN_FREE_BYTES) {
        throw new S3ServerFailed(
            problem, "the disk is full", "free some space, or choose a folder on another disk");
      }
    } catch (IOException refused) {
      throw new S3ServerFailed(
          problem,
          "it is no folder that can be written (" + refused.getClass().getSimpleName() + ")",
          "choose a folder that you may write to",
          refused);
    }
  }

  private static S3Server start(String provider, Properties properties, int port) {
    Path jar = S3ProxyJar.find();
    SecureRandom random = new SecureRandom();
    String accessKey = "telltale" + hex(random, 6);
    String secretKey = hex(random, 24);
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    URLClassLoader loader = null;
    try {
      loader = new ServerClasses(jar.toUri().toURL());
      thread.setContextClassLoader(loader);
      silence(loader);
      Object blobStore = blobStore(loader, provider, properties);
      Object proxy = proxy(loader, blobStore, port, accessKey, secretKey);
      proxy.getClass().getMethod("start").invoke(proxy);
      int bound = (int) proxy.getClass().getMethod("getPort").invoke(proxy);
      return new S3Server(loader, blobStore, proxy, bound, accessKey, secretKey);
    } catch (ReflectiveOperationException | IOException notStarted) {
      close(loader);
      throw explain(notStarted, jar, port);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static String hex(SecureRandom random, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static void silence(ClassLoader loader) throws ReflectiveOperationException {
    Object context =
        loader.loadClass("org.slf4j.LoggerFactory").getMethod("getILoggerFactory").invoke(null);
    context.getClass().getMethod("reset").invoke(context);
    Object root = context.getClass().getMethod("getLogger", String.class).invoke(context, "ROOT");
    Class<?> level = loader.loadClass("ch.qos.logback.classic.Level");
    root.getClass().getMethod("setLevel", level).invoke(root, level.getField("OFF").get(null));
  }

  private static Object blobStore(ClassLoader loader, String provider, Properties properties)
      throws ReflectiveOperationException {
    return loader
        .loadClass("org.gaul.s3proxy.BlobStores")
        .getMethod("create", String.class, Properties.class)
        .invoke(null, provider, properties);
  }

  private static Object proxy(
      ClassLoader loader, Object blobStore, int port, String accessKey, String secretKey)
      throws ReflectiveOperationException {
    Class<?> signatures = loader.loadClass("org.gaul.s3proxy.auth.AuthenticationType");
    Object checked = signatures.getMethod("fromString", String.class).invoke(null, "aws-v2-or-v4");
    Object builder = loader.loadClass("org.gaul.s3proxy.S3Proxy").getMethod("builder").invoke(null);
    Class<?> type = builder.getClass();
    type.getMethod("blobStore", loader.loadClass("org.gaul.s3proxy.blobstore.BlobStore"))
        .invoke(builder, blobStore);
    type.getMethod("endpoint", URI.class).invoke(builder, URI.create("http://127.0.0.1:" + port));
    type.getMethod("awsAuthentication", signatures, String.class, String.class)
        .invoke(builder, checked, accessKey, secretKey);
    return type.getMethod("build").invoke(builder);
  }

  private static S3ServerFailed explain(Exception failure, Path jar, int port) {
    Throwable cause =
        failure instanceof InvocationTargetException wrapped ? wrapped.getCause() : failure;
    for (Throwable at = cause; at != null; at = at.getCause()) {
      if (at instanceof BindException) {
        return new S3ServerFailed(
            "The S3 server cannot listen on port " + port + " of 127.0.0.1.",
            "another program has taken the port, or it may not be used",
            "choose another port, or 0 for a free one",
            cause);
      }
    }
    return new S3ServerFailed(
        "The S3 server of the demo cannot start.",
        "the server in " + jar + " failed with " + cause.getClass().getName(),
        "delete the jar and run `mvn -pl demo process-resources` to fetch it again",
        cause);
  }

  private static void close(URLClassLoader loader) {
    if (loader != null) {
      try {
        loader.close();
      } catch (IOException alreadyUnusable) {
        // Its jar stays open until the process ends; nothing is lost.
      }
    }
  }

  public String endpoint() {
    return "http://127.0.0.1:" + port;
  }

  public int port() {
    return port;
  }

  public String accessKey() {
    return accessKey;
  }

  public String secretKey() {
    return secretKey;
  }

  /** The settings with which Hadoop's {@code s3a} file system reaches this server. */
  public Map<String, String> s3aSettings() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("fs.s3a.endpoint", endpoint());
    settings.put("fs.s3a.endpoint.region", "us-east-1");
    settings.put("fs.s3a.path.style.access", "true");
    settings.put("fs.s3a.connection.ssl.enabled", "false");
    settings.put("fs.s3a.create.conditional.enabled", "true");
    settings.put(
        "fs.s3a.aws.credentials.provider", "org.apache.hadoop.fs.s3a.SimpleAWSCredentialsProvider");
    settings.put("fs.s3a.access.key", accessKey);
    settings.put("fs.s3a.secret.key", secretKey);
    return settings;
  }

  /** Makes a bucket. One that is there already stays as it is. */
  public void createBucket(String name) {
    Objects.requireNonNull(name, "name");
    try {
      Class<?> type = loader.loadClass("org.gaul.s3proxy.blobstore.BlobStore");
      if (!(boolean) type.getMethod("containerExists", String.class).invoke(blobStore, name)) {
        type.getMethod("createContainer", String.class).invoke(blobStore, name);
      }
    } catch (ReflectiveOperationException refused) {
      throw new IllegalStateException("creating bucket " + name, refused);
    }
  }

  /** Stops listening. What {@link #memory()} held is gone; files stay. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      proxy.getClass().getMethod("stop").invoke(proxy);
      loader.loadClass("org.gaul.s3proxy.blobstore.BlobStore").getMethod("close").invoke(blobStore);
    } catch (ReflectiveOperationException stillRunning) {
      throw new IllegalStateException("stopping the S3 server", stillRunning);
    } finally {
      close(loader);
    }
  }

  @Override
  public String toString() {
    return "S3 server at " + endpoint();
  }
}
