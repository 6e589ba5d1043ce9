package dev.telltale.jobs.erasure.store;

import dev.telltale.jobs.erasure.BucketFacts;
import dev.telltale.jobs.erasure.PlannedUpload;
import dev.telltale.jobs.erasure.PlannedVersion;
import dev.telltale.jobs.store.LocalObject;
import dev.telltale.jobs.store.ObjectPath;
import dev.telltale.scan.ObjectRef;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A folder on a disk: one version of each file, told apart by its length and time. What a disk's
 * own snapshots keep is out of reach.
 */
final class FolderStore implements ErasableStore {
  private final String bucket;
  private final Path folder;

  FolderStore(String bucket) {
    this.bucket = bucket;
    this.folder = ObjectPath.folderOf(bucket);
  }

  @Override
  public BucketFacts facts() {
    return BucketFacts.folder(bucket);
  }

  @Override
  public StoredKey list(String key) throws IOException {
    Path file = folder.resolve(key);
    try {
      ObjectRef ref = LocalObject.ref(bucket, key, LocalObject.attributes(file));
      return new StoredKey(
          List.of(new StoredVersion(null, ref.etag(), ref.size(), true, ref.lastModified(), null)),
          List.of());
    } catch (FileNotFoundException gone) {
      return StoredKey.NOTHING;
    }
  }

  @Override
  public Map<String, StoredKey> list(String prefix, Set<String> keys) throws IOException {
    Map<String, StoredKey> found = new HashMap<>();
    for (String key : keys) {
      StoredKey stored = list(key);
      if (stored.current() != null) {
        found.put(key, stored);
      }
    }
    return found;
  }

  @Override
  public String lock(String key, StoredVersion version) {
    return PlannedVersion.NO_LOCK;
  }

  @Override
  public boolean isThere(String key, String versionId) {
    return false;
  }

  @Override
  public void replace(String key, StoredVersion current, byte[] content) throws IOException {
    Path file = requireSame(key, current);
    Path fresh = Files.createTempFile(file.getParent(), ".telltale-erase", ".tmp");
    try {
      try (FileChannel out = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
        for (ByteBuffer rest = ByteBuffer.wrap(content); rest.hasRemaining(); ) {
          out.write(rest);
        }
        out.force(true);
      }
      if (Files.getFileAttributeView(file, PosixFileAttributeView.class) != null) {
        Files.setPosixFilePermissions(fresh, Files.getPosixFilePermissions(file));
      }
      requireSame(key, current);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  @Override
  public boolean delete(String key, StoredVersion version) throws IOException {
    if (list(key).current() == null) {
      return false;
    }
    return Files.deleteIfExists(requireSame(key, version));
  }

  /** A link is not followed out of the source, and another file is not touched. */
  private Path requireSame(String key, StoredVersion version) throws IOException {
    Path file = folder.resolve(key);
    if (!LocalObject.isWithin(folder, file)) {
      throw new Refused("it leads out of its folder");
    }
    if (list(key).at(null, version.etag()) == null) {
      throw new Refused("it has changed since the plan: scan it again and make a new plan");
    }
    return file.toRealPath();
  }

  @Override
  public boolean deleteMarker(String key, @Nullable String versionId) {
    return false;
  }

  @Override
  public List<PlannedUpload> uploads(String prefix) {
    return List.of();
  }

  @Override
  public boolean abort(PlannedUpload upload) {
    return false;
  }
}
