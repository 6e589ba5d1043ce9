package dev.telltale.jobs.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.telltale.jobs.location.Location;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;

/** A service on loopback stands for AWS STS. */
final class CallerIdentityTest {
  private static final String ARN = "arn:aws:sts::123456789012:assumed-role/privacy/ines";
  private static final String USER = System.getProperty("user.name") + " on ";

  @Test
  void overS3ItIsWhomAwsKnows() throws IOException {
    AtomicReference<String> asked = new AtomicReference<>("");
    HttpServer sts = sts(200, asked);
    try {
      assertEquals(ARN, CallerIdentity.of(hadoop(sts), Location.of("s3a://lake/tables")));
      assertTrue(asked.get().contains("Action=GetCallerIdentity"), asked.get());
    } finally {
      sts.stop(0);
    }
  }

  @Test
  void whereItIsRefusedTheUserStandsWithTheReason() throws IOException {
    HttpServer sts = sts(403, new AtomicReference<>(""));
    try {
      String who = CallerIdentity.of(hadoop(sts), Location.of("s3a://lake/tables"));
      assertTrue(who.startsWith(USER) && who.endsWith("(AWS STS did not answer)"), who);
    } finally {
      sts.stop(0);
    }
  }

  @Test
  void anotherStoreIsNotAskedForAnIdentity() {
    Configuration hadoop = hadoop();
    hadoop.set("fs.s3a.endpoint", "http://127.0.0.1:1");
    String who = CallerIdentity.of(hadoop, Location.of("s3a://lake/tables"));
    assertTrue(who.startsWith(USER) && who.contains("no service that knows its callers"), who);
  }

  @Test
  void onDiskItIsTheUserAndTheMachine() {
    String who = CallerIdentity.of(hadoop(), Location.of("/tmp/lake"));
    assertTrue(who.startsWith(USER) && who.length() > USER.length(), who);
  }

  private static Configuration hadoop() {
    Configuration hadoop = new Configuration();
    hadoop.set("fs.s3a.impl.disable.cache", "true");
    hadoop.set(
        "fs.s3a.aws.credentials.provider", "org.apache.hadoop.fs.s3a.SimpleAWSCredentialsProvider");
    hadoop.set("fs.s3a.access.key", "made-up-id");
    hadoop.set("fs.s3a.secret.key", "made-up-key");
    hadoop.set("fs.s3a.bucket.probe", "0");
    hadoop.set("fs.s3a.endpoint.region", "us-east-1");
    return hadoop;
  }

  private static Configuration hadoop(HttpServer sts) {
    Configuration hadoop = hadoop();
    hadoop.set(
        "fs.s3a.assumed.role.sts.endpoint", "http://127.0.0.1:" + sts.getAddress().getPort());
    return hadoop;
  }

  private static HttpServer sts(int status, AtomicReference<String> asked) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] answer =
        ("<GetCallerIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\">"
                + "<GetCallerIdentityResult><Arn>"
                + ARN
                + "</Arn><UserId>id</UserId><Account>123456789012</Account></GetCallerIdentityResult>"
                + "</GetCallerIdentityResponse>")
            .getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/",
        exchange -> {
          asked.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(status, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
    return server;
  }
}
