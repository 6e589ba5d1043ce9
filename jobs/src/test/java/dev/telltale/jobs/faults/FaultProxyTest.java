package dev.telltale.jobs.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.demo.server.S3Server;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class FaultProxyTest {
  private static final Path ROOT = new Path("s3a://bucket/");
  private static final Path OBJECT = new Path(ROOT, "a folder/ä+b%20=");

  private S3Server server;
  private FaultProxy proxy;
  private FileSystem files;
  private FileSystem direct;

  @BeforeEach
  void start() throws IOException {
    server = S3Server.memory();
    server.createBucket("bucket");
    proxy = new FaultProxy(server.port(), 7);
    files = open(proxy.endpoint());
    direct = open(server.endpoint());
  }

  @AfterEach
  void stop() throws IOException {
    files.close();
    direct.close();
    proxy.close();
    server.close();
  }

  @Test
  void signedRequestsPassUnchanged() throws IOException {
    put(files, "x".repeat(3_000_000));
    assertEquals("x".repeat(3_000_000), text(files));
    assertEquals(1, files.listStatus(OBJECT.getParent()).length);
    assertTrue(files.delete(OBJECT, false));
    assertFalse(direct.exists(OBJECT));
    assertEquals(
        1, lines("PUT").filter(line -> line.path().equals("/bucket/a folder/ä+b%20=")).count());
  }

  @Test
  void aRefusedRequestIsTriedAgainByTheClient() throws IOException {
    proxy.add(FaultRule.once("PUT", ".*", new WireFault.Status(503)));
    put(files, "content");
    assertEquals(List.of(503, 200), lines("PUT").map(FaultProxy.Line::status).toList());
    assertEquals("content", text(direct));
  }

  @Test
  void aDroppedRequestNeverReachesTheServerAndALostAnswerComesAfterIt() throws Exception {
    Gate again = new Gate();
    proxy.add(FaultRule.once("PUT", ".*", new WireFault.DropRequest()));
    proxy.add(FaultRule.nth(2, "PUT", ".*", new WireFault.HoldRequest(again)));
    CompletableFuture<Void> putting = CompletableFuture.runAsync(() -> putUnchecked("content"));
    assertTrue(again.awaitArrival(30));
    assertFalse(direct.exists(OBJECT));
    proxy.add(FaultRule.once("PUT", ".*", new WireFault.DropAnswer()));
    again.drop();
    putting.get();
    assertEquals("content", text(direct));
    assertEquals(
        List.of("DropRequest", "HoldRequest", "DropAnswer", ""),
        lines("PUT").map(FaultProxy.Line::fault).toList());
  }

  @Test
  void aHeldAnswerBelongsToARequestThatTheServerHasDone() throws Exception {
    Gate gate = new Gate();
    proxy.add(FaultRule.once("PUT", ".*", new WireFault.HoldAnswer(gate)));
    CompletableFuture<Void> putting = CompletableFuture.runAsync(() -> putUnchecked("content"));
    assertTrue(gate.awaitArrival(30));
    assertEquals("content", text(direct));
    assertFalse(putting.isDone());
    gate.open();
    putting.get();
  }

  @Test
  void aBodyIsCutWithAndWithoutItsLength() throws IOException {
    put(direct, "0123456789");
    for (boolean length : new boolean[] {true, false}) {
      proxy.add(FaultRule.once("GET", ".*=", new WireFault.CutBody(4, length)));
      try (FSDataInputStream in = files.open(OBJECT)) {
        assertEquals("0123", new String(in.readNBytes(4), UTF_8));
        assertEquals(4, lines("GET").findFirst().orElseThrow().bytes());
        proxy.clear();
      }
    }
  }

  @Test
  void aDelayedRequestIsLateAndTheNthAloneMeetsItsFault() throws IOException {
    proxy.add(FaultRule.nth(2, "PUT", ".*", new WireFault.Delay(Duration.ofMillis(600))));
    put(files, "first");
    long began = System.nanoTime();
    put(files, "second");
    assertTrue(System.nanoTime() - began >= 600_000_000L);
    assertEquals(List.of("", "Delay"), lines("PUT").map(FaultProxy.Line::fault).toList());
  }

  @Test
  void aShareIsDrawnAlikeForTheSameSeed() throws IOException {
    put(direct, "content");
    List<String> first = facedBySomeReads(11);
    assertEquals(first, facedBySomeReads(11));
    assertTrue(first.contains("Delay") && first.contains(""), first.toString());
  }

  private List<String> facedBySomeReads(long seed) throws IOException {
    try (FaultProxy chance = new FaultProxy(server.port(), seed);
        FileSystem reading = open(chance.endpoint())) {
      chance.add(FaultRule.share(0.3, "*", ".*", new WireFault.Delay(Duration.ZERO)));
      for (int read = 0; read < 20; read++) {
        assertEquals("content", text(reading));
      }
      return chance.log().stream().map(FaultProxy.Line::fault).toList();
    }
  }

  private Stream<FaultProxy.Line> lines(String method) {
    return proxy.log().stream()
        .filter(line -> line.method().equals(method) && line.path().endsWith("="));
  }

  private FileSystem open(String endpoint) throws IOException {
    Configuration hadoop = new Configuration();
    server.s3aSettings().forEach(hadoop::set);
    hadoop.set("fs.s3a.endpoint", endpoint);
    hadoop.set("fs.s3a.attempts.maximum", "4");
    hadoop.set("fs.s3a.retry.limit", "1");
    hadoop.set("fs.s3a.retry.interval", "50ms");
    hadoop.set("fs.s3a.retry.throttle.interval", "50ms");
    hadoop.set("fs.s3a.retry.throttle.limit", "2");
    return FileSystem.newInstance(ROOT.toUri(), hadoop);
  }

  private void putUnchecked(String text) {
    try {
      put(files, text);
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
  }

  private static void put(FileSystem files, String text) throws IOException {
    try (FSDataOutputStream out = files.create(OBJECT, true)) {
      out.write(text.getBytes(UTF_8));
    }
  }

  private static String text(FileSystem files) throws IOException {
    try (FSDataInputStream in = files.open(OBJECT)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
