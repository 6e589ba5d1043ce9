package dev.telltale.jobs.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A file with a fingerprint key, which only its owner can read. */
public final class KeyFile {
  private KeyFile() {}

  /** Its URI. */
  public static String in(Path folder) throws IOException {
    return of(folder.resolve("key"), "a key for tests, never for use\n");
  }

  public static String of(Path file, String key) throws IOException {
    Files.writeString(file, key);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    return "file://" + file;
  }
}
