package dev.telltale.jobs.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A file on a local disk; its tag is a digest. A lock on a file beside it keeps other processes
 * out, and goes with the process that holds it.
 */
final class LocalConditionalObject extends ConditionalObject {
  private static final Object THIS_PROCESS = new Object();

  private final Path file;

  LocalConditionalObject(Path file) {
    this.file = file;
  }

  @Override
  public Optional<ObjectVersion> read() throws IOException {
    try {
      byte[] content = Files.readAllBytes(file);
      return Optional.of(new ObjectVersion(tag(content), content));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    }
  }

  @Override
  boolean write(String expected, byte[] content) throws IOException {
    LakeFiles.createFolders(file.getParent());
    synchronized (THIS_PROCESS) {
      try (FileChannel lock =
          FileChannel.open(
              beside(".lock"),
              Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
              LakeFiles.mode(file.getParent()))) {
        lock.lock();
        if (!Objects.equals(read().map(ObjectVersion::tag).orElse(null), expected)) {
          return false;
        }
        Path whole = beside(".new");
        Files.deleteIfExists(whole);
        try (FileChannel out =
            FileChannel.open(
                whole,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                LakeFiles.mode(file.getParent()))) {
          ByteBuffer rest = ByteBuffer.wrap(content);
          while (rest.hasRemaining()) {
            out.write(rest);
          }
        }
        Files.move(
            whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return true;
      }
    }
  }

  private Path beside(String suffix) {
    return file.resolveSibling("." + file.getFileName() + suffix);
  }

  private static String tag(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
