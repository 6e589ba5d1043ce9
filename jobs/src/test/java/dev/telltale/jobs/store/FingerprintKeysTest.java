package dev.telltale.jobs.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.detection.finding.FingerprintKey;
import dev.telltale.jobs.limit.RunLimits;
import dev.telltale.jobs.settings.UserMistake;
import java.io.IOException;
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
    Path file = Files.writeString(home.resolve("key"), TEXT + "\n");
    String direct = FingerprintKey.of(TEXT.getBytes(StandardCharsets.UTF_8)).id();
    assertEquals(direct, keys().load("file://" + file).id());
    assertEquals(direct, keys().load("env:TELLTALE_KEY").id());
  }

  @Test
  void aKeyIsMadeOnceForTheUserAndReadableByNobodyElse() throws IOException {
    String first = keys().load(null).id();
    assertEquals(first, keys().load(null).id());
    Path file = home.resolve(".config/telltale/fingerprint.key");
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertEquals(65, Files.size(file));
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
    Path file = Files.write(home.resolve("long"), new byte[RunLimits.MAX_KEY_BYTES + 1]);
    UserMistake mistake = assertThrows(UserMistake.class, () -> keys().load("file://" + file));
    assertTrue(mistake.getMessage().contains("more than 64 KiB"), mistake.getMessage());
  }

  @Test
  void anArnWithoutARegionIsNamed() {
    for (String arn : new String[] {"arn:aws", "arn:aws:secretsmanager::111122223333:secret:key"}) {
      UserMistake mistake = assertThrows(UserMistake.class, () -> keys().load(arn));
      assertTrue(mistake.getMessage().contains("names no region"), mistake.getMessage());
    }
  }

  private FingerprintKeys keys() {
    return new FingerprintKeys(new Configuration(), Map.of("TELLTALE_KEY", TEXT), home);
  }
}
