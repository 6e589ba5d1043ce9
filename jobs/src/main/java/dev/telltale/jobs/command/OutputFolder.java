package dev.telltale.jobs.command;

import dev.telltale.jobs.settings.UserMistake;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A folder on this machine that a command writes files for people to. They say what was found
 * where, so others than owner and group cannot read them. A file of the same name is replaced.
 */
public final class OutputFolder {
  private final Path folder;

  private OutputFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Creates it where it does not exist.
   *
   * @param option that names it, for the message
   * @throws UserMistake if it cannot be written
   */
  public static OutputFolder at(String option, String path) {
    try {
      Path folder = Path.of(path);
      Files.createDirectories(folder);
      if (!Files.isWritable(folder)) {
        throw refused(option, path, "you may not write there");
      }
      return new OutputFolder(folder);
    } catch (InvalidPathException | FileSystemException unusable) {
      throw refused(option, path, "it is no folder, or cannot be made one");
    } catch (IOException broken) {
      throw new UncheckedIOException("creating a folder", broken);
    }
  }

  private static UserMistake refused(String option, String path, String cause) {
    return new UserMistake(
        option + " cannot be \"" + path + "\"", cause, "name a folder that you may write");
  }

  public Path path(String name) {
    return folder.resolve(name);
  }

  /** Writes a file of text. */
  public Path write(String name, String text) {
    try (OutputStream out = open(name)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException("writing a file", broken);
    }
    return path(name);
  }

  /** A file that is written piece by piece; the caller closes it. */
  public OutputStream open(String name) {
    try {
      Path file = path(name);
      Files.deleteIfExists(file);
      Files.createFile(file);
      if (Files.getFileAttributeView(file, PosixFileAttributeView.class) != null) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
      }
      return new BufferedOutputStream(Files.newOutputStream(file));
    } catch (IOException broken) {
      throw new UncheckedIOException("writing a file", broken);
    }
  }
}
