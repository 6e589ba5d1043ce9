package dev.telltale.jobs.command;

import dev.telltale.jobs.location.Location;
import dev.telltale.jobs.settings.UserMistake;
import dev.telltale.jobs.store.StoreProblems;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/**
 * A folder that a command writes files for people to, on this machine or in a bucket: a driver on
 * EMR has no disk that outlives it. The files say what was found where, so that on a disk others
 * than owner and group cannot read them. A file of the same name is replaced.
 */
public final class OutputFolder {
  private final String option;
  private final Location folder;

  private OutputFolder(String option, Location folder) {
    this.option = option;
    this.folder = folder;
  }

  /**
   * Creates it where it does not exist. Whether a bucket can be written is seen when the first file
   * is.
   *
   * @param option that names it, for the message
   * @param text a path, or what {@link Location#of} reads
   * @throws UserMistake if it cannot be written
   */
  public static OutputFolder at(String option, String text) {
    Location folder = Location.of(text);
    if (folder.isLocal()) {
      create(option, text, folder.file());
    }
    return new OutputFolder(option, folder);
  }

  private static void create(String option, String text, Path folder) {
    try {
      Files.createDirectories(folder);
      if (!Files.isWritable(folder)) {
        throw refused(option, text, "you may not write there");
      }
    } catch (FileSystemException unusable) {
      throw refused(option, text, "it is no folder, or cannot be made one");
    } catch (IOException broken) {
      throw new UncheckedIOException("creating a folder", broken);
    }
  }

  private static UserMistake refused(String option, String text, String cause) {
    return new UserMistake(
        option + " cannot be \"" + text + "\"", cause, "name a folder that you may write");
  }

  /** Where a file of that name is, as a person would write it. */
  public String place(String name) {
    String path = folder.toString();
    return path.endsWith("/") ? path + name : path + "/" + name;
  }

  /**
   * Writes a file of text.
   *
   * @return where it is
   * @throws UserMistake if the bucket cannot be written
   */
  public String write(String name, String text) {
    try (OutputStream out = open(name)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException failed) {
      throw broken(failed);
    }
    return place(name);
  }

  /**
   * A file that is written piece by piece; the caller closes it.
   *
   * @throws UserMistake if the bucket cannot be written
   */
  public OutputStream open(String name) {
    try {
      return folder.isLocal() ? onDisk(folder.file().resolve(name)) : inBucket(name);
    } catch (IOException failed) {
      throw broken(failed);
    }
  }

  private static OutputStream onDisk(Path file) throws IOException {
    Files.deleteIfExists(file);
    Files.createFile(file);
    if (Files.getFileAttributeView(file, PosixFileAttributeView.class) != null) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    }
    return new BufferedOutputStream(Files.newOutputStream(file));
  }

  /** With the settings of the session that read the lake. */
  private OutputStream inBucket(String name) throws IOException {
    Configuration hadoop = SparkSession.active().sparkContext().hadoopConfiguration();
    org.apache.hadoop.fs.Path file = new org.apache.hadoop.fs.Path(place(name));
    return file.getFileSystem(hadoop).create(file, true);
  }

  private RuntimeException broken(IOException failed) {
    return folder.isLocal()
        ? new UncheckedIOException("writing a file", failed)
        : new UserMistake(
            List.of(StoreProblems.of(option + " " + folder + " cannot be written", failed)));
  }
}
