package dev.telltale.jobs.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.telltale.detection.finding.FingerprintKey;
import dev.telltale.jobs.command.KeyFile;
import dev.telltale.jobs.limit.RunLimits;
import dev.telltale.jobs.settings.UserMistake;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FingerprintKeysTest {
  private static final String TEXT = "0123456789abcdef0123456789abcdef";

  @TempDir private Path home;

  @Test
  void theSameBytesAreTheSameKeyWhereverTheyComeFrom() throws IOException {
    String file = KeyFile.of(home.resolve("key"), TEXT + "\n");
    String direct = FingerprintKey.of(TEXT.getBytes(StandardCharsets.UTF_8)).id();
    assertEquals(direct, keys().load(file).id());
    assertEquals(direct, keys().load("env:TELLTALE_KEY").id());
  }

  @Test
  void aKeyIsMadeOnceForTheUserAndReadableByNobodyElse() throws IOException {
    String first = keys().load(null).id();
    assertEquals(first, keys().load(null).id());
    Path file = home.resolve(".config/telltale/fingerprint.key");
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertEquals(65, Files.size(file));
    assertEquals(
        "rwx------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())));
  }

  @Test
  void aVariableThatIsNotSetIsNamed() {
    UserMistake mistake = assertThrows(UserMistake.class, () -> keys().load("env:NOT_SET"));
    assertTrue(
        mistake.getMessage().contains("there is no environment variable NOT_SET"),
        mistake.getMessage());
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    UserMistake mistake =
        assertThrows(UserMistake.class, () -> keys().load("file://" + home.resolve("none")));
    assertTrue(mistake.getMessage().contains("nothing is there"), mistake.getMessage());
  }

  @Test
  void aFileThatIsTooLongForAKeyIsNotCut() throws IOException {
    String file = KeyFile.of(home.resolve("long"), "k".repeat(RunLimits.MAX_KEY_BYTES + 1));
    UserMistake mistake = assertThrows(UserMistake.class, () -> keys().load(file));
    assertTrue(mistake.getMessage().contains("more than 64 KiB"), mistake.getMessage());
  }

  @Test
  void anArnWithoutARegionIsNamed() {
    for (String arn : new String[] {"arn:aws", "arn:aws:secretsmanager::111122223333:secret:key"}) {
      UserMistake mistake = assertThrows(UserMistake.class, () -> keys().load(arn));
      assertTrue(mistake.getMessage().contains("names no region"), mistake.getMessage());
    }
  }

  @Test
  void aFolderThatOthersCouldReadIsClosedToThem() throws IOException {
    Path own = Files.createDirectories(home.resolve(".config/telltale"));
    Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rwxr-xr-x"));
    keys().load(null);
    assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(own)));
  }

  @Test
  void aKeyThatOthersCanReadIsRefused() throws IOException {
    for (String mode : new String[] {"rw-r--r--", "rw----r--", "rw-----w-"}) {
      Path file = home.resolve("open");
      String uri = KeyFile.of(file, TEXT);
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
      UserMistake mistake = assertThrows(UserMistake.class, () -> keys().load(uri));
      assertTrue(mistake.getMessage().contains("chmod 600 " + file), mistake.getMessage());
      assertFalse(mistake.getMessage().contains(TEXT), mistake.getMessage());
    }
  }

  @Test
  void whatAwsAnswersIsNamedByItsOwnCode() throws IOException {
    String secret = "arn:aws:secretsmanager:eu-central-1:111122223333:secret:key";
    String parameter = "arn:aws:ssm:eu-central-1:111122223333:parameter/key";
    HttpServer aws =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    aws.createContext(
        "/",
        exchange -> {
          String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
          String code =
              target.startsWith("AmazonSSM") ? "ParameterNotFound" : "AccessDeniedException";
          byte[] answer =
              ("{\"__type\":\"" + code + "\",\"message\":\"a long story\"}")
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(400, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    aws.start();
    Map<String, String> properties =
        Map.of(
            "aws.endpointUrlSecretsManager",
            "http://127.0.0.1:" + aws.getAddress().getPort(),
            "aws.endpointUrlSsm",
            "http://127.0.0.1:" + aws.getAddress().getPort(),
            "aws.accessKeyId",
            "caller",
            "aws.secretAccessKey",
            "unchecked");
    properties.forEach(System::setProperty);
    try {
      String denied = assertThrows(UserMistake.class, () -> keys().load(secret)).getMessage();
      assertTrue(denied.contains("AWS answers AccessDeniedException (HTTP 400)"), denied);
      assertTrue(denied.contains("secretsmanager:GetSecretValue"), denied);
      String missing = assertThrows(UserMistake.class, () -> keys().load(parameter)).getMessage();
      assertTrue(missing.contains("AWS answers ParameterNotFound (HTTP 400)"), missing);
      assertTrue(missing.contains("check the ARN"), missing);
      assertFalse((denied + missing).contains("a long story"));
    } finally {
      properties.keySet().forEach(System::clearProperty);
      aws.stop(0);
    }
  }

  private FingerprintKeys keys() {
    return new FingerprintKeys(new Configuration(), Map.of("TELLTALE_KEY", TEXT), home);
  }
}
