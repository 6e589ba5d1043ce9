package dev.telltale.jobs.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * How files of a lake are created on a disk without Hadoop: readable for their owner and group.
 * What Hadoop creates has the same modes, by {@code fs.permissions.umask-mode}.
 */
final class LakeFiles {
  private LakeFiles() {}

  static void createFolders(Path folder) throws IOException {
    Path there = folder;
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    if (isPosix(there)) {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-x---")));
    } else {
      Files.createDirectories(folder);
    }
  }

  /** For a file in a folder that is there. */
  static FileAttribute<?>[] mode(Path folder) {
    return isPosix(folder)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r-----"))
        }
        : new FileAttribute<?>[0];
  }

  private static boolean isPosix(Path place) {
    return Files.getFileAttributeView(place, PosixFileAttributeView.class) != null;
  }
}
