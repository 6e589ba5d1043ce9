package dev.telltale.demo.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSDataOutputStreamBuilder;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.RemoteIterator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("smoke")
final class S3ServerTest {
  private static final org.apache.hadoop.fs.Path ROOT =
      new org.apache.hadoop.fs.Path("s3a://export/");

  @TempDir Path folder;

  @Test
  void objectsInFilesArePutListedReadRenamedAndDeleted() throws Exception {
    try (S3Server server = S3Server.files(folder, 0)) {
      roundTrip(server);
      assertTrue(Files.isRegularFile(folder.resolve("export/logs/2026/kept")));
    }
  }

  @Test
  void objectsInMemoryArePutListedReadRenamedAndDeleted() throws Exception {
    try (S3Server server = S3Server.memory()) {
      roundTrip(server);
    }
  }

  private static void roundTrip(S3Server server) throws Exception {
    server.createBucket("export");
    server.createBucket("export");
    try (FileSystem files = open(server)) {
      put(files, "logs/2026/first", "one");
      put(files, "logs/2026/kept", "two");
      put(files, "logs/2026/empty", "");
      assertEquals(List.of("logs/2026/empty", "logs/2026/first", "logs/2026/kept"), keys(files));

      assertTrue(files.rename(at("logs/2026/first"), at("logs/2026/second")));
      assertEquals("one", text(files, "logs/2026/second"));
      assertTrue(files.delete(at("logs/2026/second"), false));
      assertEquals(List.of("logs/2026/empty", "logs/2026/kept"), keys(files));
      assertEquals("", text(files, "logs/2026/empty"));

      assertThrows(IOException.class, () -> putIfAbsent(files, "logs/2026/kept", "other"));
      assertEquals("two", text(files, "logs/2026/kept"));
      putIfAbsent(files, "logs/2026/new", "three");
      assertEquals("three", text(files, "logs/2026/new"));
    }
  }

  @Test
  void requestsWithAnotherSecretAreRefused() throws Exception {
    try (S3Server server = S3Server.memory()) {
      server.createBucket("export");
      Configuration configuration = configuration(server);
      configuration.set("fs.s3a.secret.key", "not-the-secret");
      try (FileSystem files = FileSystem.newInstance(ROOT.toUri(), configuration)) {
        assertThrows(AccessDeniedException.class, () -> files.listStatus(ROOT));
      }
    }
  }

  @Test
  void requestsWithoutASignatureAreRefused() throws Exception {
    try (S3Server server = S3Server.memory()) {
      server.createBucket("export");
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(server.endpoint() + "/export")).build();
      int status =
          HttpClient.newHttpClient()
              .send(request, HttpResponse.BodyHandlers.discarding())
              .statusCode();
      assertEquals(403, status);
    }
  }

  @Test
  void everyStartDrawsItsOwnKeys() {
    try (S3Server first = S3Server.memory();
        S3Server second = S3Server.memory()) {
      assertNotEquals(first.accessKey(), second.accessKey());
      assertNotEquals(first.secretKey(), second.secretKey());
      assertNotEquals(first.port(), second.port());
      assertFalse(first.toString().contains(first.secretKey()));
    }
  }

  @Test
  void startPrintsNothingAndLeavesTheContextClassLoader() {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (PrintStream capture = new PrintStream(printed, true, UTF_8)) {
      System.setOut(capture);
      System.setErr(capture);
      S3Server.memory().close();
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    assertEquals("", printed.toString(UTF_8));
    assertEquals(loader, Thread.currentThread().getContextClassLoader());
  }

  @Test
  void aTakenPortIsNamedWithARemedy() {
    try (S3Server server = S3Server.memory()) {
      S3ServerFailed failed =
          assertThrows(S3ServerFailed.class, () -> S3Server.files(folder, server.port()));
      assertTrue(failed.problem().contains(Integer.toString(server.port())), failed.getMessage());
      assertEquals("choose another port, or 0 for a free one", failed.remedy());
    }
  }

  @Test
  void aFileInThePlaceOfTheFolderIsNamedWithARemedy() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    S3ServerFailed failed = assertThrows(S3ServerFailed.class, () -> S3Server.files(file, 0));
    assertTrue(failed.problem().contains(file.toString()), failed.getMessage());
    assertEquals("choose a folder that you may write to", failed.remedy());
  }

  @Test
  void aMissingJarIsNamedWithTheCommandThatFetchesIt() {
    System.setProperty(S3ProxyJar.PROPERTY, folder.resolve("none.jar").toString());
    try {
      S3ServerFailed failed = assertThrows(S3ServerFailed.class, S3Server::memory);
      assertTrue(failed.reason().contains("none.jar"), failed.getMessage());
      assertTrue(failed.remedy().contains("mvn -pl demo process-resources"), failed.getMessage());
    } finally {
      System.clearProperty(S3ProxyJar.PROPERTY);
    }
  }

  @Test
  void aJarThatIsNoServerIsNamedWithARemedy() throws Exception {
    Path jar = Files.write(folder.resolve("broken.jar"), new byte[] {1, 2, 3});
    System.setProperty(S3ProxyJar.PROPERTY, jar.toString());
    try {
      S3ServerFailed failed = assertThrows(S3ServerFailed.class, S3Server::memory);
      assertTrue(failed.remedy().contains("delete the jar"), failed.getMessage());
    } finally {
      System.clearProperty(S3ProxyJar.PROPERTY);
    }
  }

  @Test
  void nothingListensAfterClose() {
    S3Server server = S3Server.memory();
    server.close();
    server.close();
    assertThrows(
        ConnectException.class,
        () -> new Socket(InetAddress.getLoopbackAddress(), server.port()).close());
  }

  private static FileSystem open(S3Server server) throws IOException {
    return FileSystem.newInstance(ROOT.toUri(), configuration(server));
  }

  private static Configuration configuration(S3Server server) {
    Configuration configuration = new Configuration(false);
    configuration.addResource("core-default.xml");
    server.s3aSettings().forEach(configuration::set);
    return configuration;
  }

  private static org.apache.hadoop.fs.Path at(String key) {
    return new org.apache.hadoop.fs.Path(ROOT, key);
  }

  private static void put(FileSystem files, String key, String text) throws IOException {
    try (FSDataOutputStream out = files.create(at(key))) {
      out.write(text.getBytes(UTF_8));
    }
  }

  private static void putIfAbsent(FileSystem files, String key, String text) throws IOException {
    FSDataOutputStreamBuilder<?, ?> creation = files.createFile(at(key));
    creation.overwrite(true);
    creation.recursive();
    creation.must("fs.option.create.conditional.overwrite", true);
    try (FSDataOutputStream out = creation.build()) {
      out.write(text.getBytes(UTF_8));
    }
  }

  private static String text(FileSystem files, String key) throws IOException {
    try (FSDataInputStream in = files.open(at(key))) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  private static List<String> keys(FileSystem files) throws IOException {
    List<String> keys = new ArrayList<>();
    RemoteIterator<LocatedFileStatus> listing = files.listFiles(ROOT, true);
    while (listing.hasNext()) {
      keys.add(listing.next().getPath().toUri().getPath().substring(1));
    }
    keys.sort(null);
    return keys;
  }
}
