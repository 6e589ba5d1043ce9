package dev.telltale.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folder that a demo works in: empty at its start, and never anybody else's. */
final class DemoFolder {
  private static final String MARKER = ".telltale-demo";
  private static final long BYTES_PER_SCALE = 200L << 20;

  private DemoFolder() {}

  static void prepare(Path folder, int scale) {
    try {
      if (Files.exists(folder) && !isOurs(folder)) {
        throw new DemoMistake(
            folder + " is not a folder of the demo",
            "it holds something else, and the demo begins by emptying its folder",
            "name another folder: --dir FOLDER");
      }
      empty(folder);
      Files.createDirectories(folder);
      if (Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null) {
        // The server creates its files for everybody; nobody else gets to them.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-x---"));
      }
      Files.createFile(folder.resolve(MARKER));
      long free = Files.getFileStore(folder).getUsableSpace();
      if (free < BYTES_PER_SCALE * scale) {
        throw new DemoMistake(
            "there is not enough disk for the demo",
            folder
                + " has "
                + (free >> 20)
                + " MiB free; the demo takes up to "
                + (BYTES_PER_SCALE * scale >> 20)
                + " MiB",
            "free some space, or name a folder on another disk: --dir FOLDER");
      }
    } catch (IOException refused) {
      throw new DemoMistake(
          folder + " cannot be used",
          "it cannot be written: " + refused.getClass().getSimpleName(),
          "name a folder that you may write: --dir FOLDER");
    }
  }

  private static boolean isOurs(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      List<Path> all = entries.toList();
      return all.isEmpty() || all.contains(folder.resolve(MARKER));
    }
  }

  private static void empty(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> entries = Files.walk(folder)) {
      entries
          .sorted(Comparator.reverseOrder())
          .forEach(
              path -> {
                try {
                  Files.delete(path);
                } catch (IOException undeletable) {
                  throw new UncheckedIOException(undeletable);
                }
              });
    } catch (UncheckedIOException wrapped) {
      throw wrapped.getCause();
    }
  }
}
