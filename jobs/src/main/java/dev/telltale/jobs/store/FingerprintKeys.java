package dev.telltale.jobs.store;

import dev.telltale.detection.finding.FingerprintKey;
import dev.telltale.jobs.limit.RunLimits;
import dev.telltale.jobs.location.Location;
import dev.telltale.jobs.settings.UserMistake;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;

/**
 * Where the key of the fingerprints comes from: {@code file:}, {@code env:NAME}, {@code s3a:}, an
 * ARN of AWS Secrets Manager or of an SSM parameter; without any of them a key that is made once
 * for the user. Driver.
 */
public final class FingerprintKeys {
  private static final int MADE_BYTES = 32;

  private final Configuration hadoop;
  private final Map<String, String> environment;
  private final Path home;

  public FingerprintKeys(Configuration hadoop, Map<String, String> environment, Path home) {
    this.hadoop = hadoop;
    this.environment = environment;
    this.home = home;
  }

  /**
   * @param uri may be null
   * @throws UserMistake if the key cannot be read or is too short
   */
  public FingerprintKey load(String uri) {
    String shown = uri == null ? home.resolve(".config/telltale/fingerprint.key").toString() : uri;
    try {
      byte[] key = uri == null ? ofUser() : read(uri);
      if (key.length > RunLimits.MAX_KEY_BYTES) {
        throw new UserMistake(
            "the fingerprint key of " + shown + " cannot be used",
            "it has more than 64 KiB",
            "name the file of a key; create one: openssl rand -hex 32 > FILE");
      }
      return FingerprintKey.of(key);
    } catch (IllegalArgumentException tooShort) {
      throw new UserMistake(
          "the fingerprint key of " + shown + " cannot be used",
          "it has fewer than 16 bytes",
          "create one: openssl rand -hex 32 > FILE");
    } catch (IOException failed) {
      throw new UserMistake(
          java.util.List.of(
              StoreProblems.of("the fingerprint key of " + shown + " cannot be read", failed)));
    }
  }

  /** Whether the user has a key that was made once. */
  public boolean hasOfUser() {
    return Files.exists(home.resolve(".config/telltale/fingerprint.key"));
  }

  /** A key that nobody keeps. */
  public static FingerprintKey once() {
    byte[] made = new byte[MADE_BYTES];
    new SecureRandom().nextBytes(made);
    return FingerprintKey.of(made);
  }

  private byte[] read(String uri) throws IOException {
    if (uri.startsWith("env:")) {
      return ofEnvironment(uri.substring("env:".length()));
    }
    if (uri.startsWith("arn:")) {
      return AwsKeys.read(uri);
    }
    if (uri.matches("(?is)(file|s3[an]?):.*")) {
      return read(Location.of(uri));
    }
    throw new UserMistake(
        "--fingerprint-key cannot be \"" + uri.substring(0, Math.min(4, uri.length())) + "...\"",
        "it takes the location of the key, never the key itself",
        "write file:///PATH, env:NAME, s3a://BUCKET/KEY, or the ARN of a secret or an SSM parameter");
  }

  private byte[] read(Location place) throws IOException {
    if (place.isLocal()) {
      return ofFile(place.file());
    }
    org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(place.toString());
    try (InputStream in = path.getFileSystem(hadoop).open(path)) {
      return in.readNBytes(RunLimits.MAX_KEY_BYTES + 1);
    }
  }

  private static byte[] ofFile(Path file) throws IOException {
    requireOwn(file);
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(RunLimits.MAX_KEY_BYTES + 1);
    }
  }

  /** Whoever has the key can test guesses against the fingerprints. */
  private static void requireOwn(Path file) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (view == null) {
      return;
    }
    Set<PosixFilePermission> open = view.readAttributes().permissions();
    if (open.contains(PosixFilePermission.OTHERS_READ)
        || open.contains(PosixFilePermission.OTHERS_WRITE)) {
      throw new UserMistake(
          "the fingerprint key of " + file + " is not used",
          "every user of this machine can read or write it: its mode is "
              + PosixFilePermissions.toString(open),
          "chmod 600 " + file + "; create a new key if others may have read this one");
    }
  }

  private byte[] ofEnvironment(String name) {
    String value = environment.get(name);
    if (value == null) {
      throw new UserMistake(
          "the fingerprint key of env:" + name + " cannot be read",
          "there is no environment variable " + name,
          "export " + name + " before you run this command");
    }
    return value.getBytes(StandardCharsets.UTF_8);
  }

  private static void close(Path folder) throws IOException {
    Set<PosixFilePermission> own = PosixFilePermissions.fromString("rwx------");
    PosixFileAttributeView view = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
    if (view != null && !own.containsAll(view.readAttributes().permissions())) {
      view.setPermissions(own);
    }
  }

  /** The user's own key, made at the first call, readable by nobody else. */
  private byte[] ofUser() throws IOException {
    Path file = home.resolve(".config/telltale/fingerprint.key");
    Files.createDirectories(file.getParent());
    close(file.getParent());
    if (!Files.exists(file)) {
      byte[] made = new byte[MADE_BYTES];
      new SecureRandom().nextBytes(made);
      Path fresh =
          Files.createTempFile(
              file.getParent(),
              "fingerprint",
              ".new",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      try {
        Files.writeString(fresh, HexFormat.of().formatHex(made) + "\n");
        Files.createLink(file, fresh);
      } catch (FileAlreadyExistsException anotherCallMadeIt) {
        return ofFile(file);
      } finally {
        Files.delete(fresh);
      }
    }
    return ofFile(file);
  }
}
