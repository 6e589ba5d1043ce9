package dev.telltale.jobs.command.erase;

import dev.telltale.jobs.settings.UserMistake;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * A file that a command is to write and that is not there yet: plans and certificates are evidence,
 * and never overwritten. Only owner and group can read it.
 */
final class NewFile {
  private final String option;
  private final Path file;

  private NewFile(String option, Path file) {
    this.option = option;
    this.file = file;
  }

  /**
   * Before anything is done.
   *
   * @throws UserMistake if it is there, or cannot be written there
   */
  static NewFile at(String option, String name) {
    try {
      Path file = Path.of(name).toAbsolutePath();
      Path folder = file.getParent();
      if (Files.exists(file)) {
        throw new UserMistake(
            option + " " + name + " is there already",
            "a plan or certificate is evidence, and is not overwritten",
            "name another file, or move that one away");
      }
      if (folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
        throw new UserMistake(
            option + " " + name + " cannot be written",
            "its folder does not exist, or you may not write there",
            "create the folder, or name another one");
      }
      return new NewFile(option, file);
    } catch (InvalidPathException noPath) {
      throw new UserMistake(
          option + " is given something that is no path", noPath.getReason(), "name a file");
    }
  }

  void write(byte[] content) {
    FileAttribute<?>[] mode =
        Files.getFileAttributeView(file, PosixFileAttributeView.class) == null
            ? new FileAttribute<?>[0]
            : new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r-----"))
            };
    try (SeekableByteChannel out =
        Files.newByteChannel(
            file, Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW), mode)) {
      for (ByteBuffer rest = ByteBuffer.wrap(content); rest.hasRemaining(); ) {
        out.write(rest);
      }
    } catch (IOException refused) {
      throw new UserMistake(
          option + " " + file + " cannot be written",
          refused.getClass().getSimpleName(),
          "name a file that is not there yet, in a folder that you may write");
    }
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
