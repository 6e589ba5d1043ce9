package dev.telltale.jobs.listing;

import dev.telltale.jobs.store.LocalObject;
import dev.telltale.jobs.store.ObjectPath;
import dev.telltale.sql.ObjectRefSchema;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;

/**
 * A folder of a disk that driver and executors share. Links are followed within it, but not to a
 * folder that the link itself lies in. A link that leads out of the folder is listed as an object
 * of its own, which {@link LocalObject} will not open: the ledger says that it was not read.
 */
final class FolderTree implements ObjectTree {
  private final String bucket;
  private final Path root;

  FolderTree(String bucket) {
    this.bucket = bucket;
    this.root = ObjectPath.folderOf(bucket);
  }

  /** The entries of one folder. A thousand files are a small list; a folder is held whole. */
  private record Entries(List<Row> files, List<String> folders) {}

  @Override
  public Level level(String prefix) throws IOException {
    Entries entries = entries(prefix);
    return new Level(entries.folders(), !entries.files().isEmpty(), true);
  }

  @Override
  public boolean isSmall(String prefix) throws IOException {
    return entries(prefix).folders().isEmpty();
  }

  @Override
  public boolean isThere(ListingUnit unit) {
    Path place = root.resolve(unit.prefix());
    return unit.reach() == ListingUnit.Reach.OBJECT
        ? Files.exists(place)
        : Files.isDirectory(place);
  }

  @Override
  public Iterator<Row> rows(ListingUnit unit) {
    if (unit.reach() == ListingUnit.Reach.OBJECT) {
      return object(unit.prefix());
    }
    return new Rows(unit.prefix(), unit.reach() == ListingUnit.Reach.DEEP);
  }

  private Iterator<Row> object(String key) {
    try {
      Row row = row(key, LocalObject.attributes(root.resolve(key)));
      return row == null ? Collections.emptyIterator() : List.of(row).iterator();
    } catch (FileNotFoundException gone) {
      return Collections.emptyIterator();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private Entries entries(String prefix) throws IOException {
    Path folder = root.resolve(prefix);
    List<Row> files = new ArrayList<>();
    List<String> folders = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder)) {
      for (Path entry : found) {
        String name = prefix + entry.getFileName();
        if (Files.isSymbolicLink(entry) && !LocalObject.isWithin(root, entry)) {
          files.add(link(name, entry));
          continue;
        }
        BasicFileAttributes attributes;
        try {
          attributes = LocalObject.attributes(entry);
        } catch (FileNotFoundException goneOrBrokenLink) {
          continue;
        }
        if (!attributes.isDirectory()) {
          Row row = row(name, attributes);
          if (row != null) {
            files.add(row);
          }
        } else if (!Files.isSymbolicLink(entry)
            || !folder.toRealPath().startsWith(entry.toRealPath())) {
          folders.add(name + "/");
        }
      }
    }
    return new Entries(files, folders);
  }

  private Row link(String key, Path entry) throws IOException {
    BasicFileAttributes attributes =
        Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    return ObjectRefSchema.of(LocalObject.ref(bucket, key, attributes));
  }

  /** Null for what is no file: a pipe or a device has no bytes that lie still. */
  private Row row(String key, BasicFileAttributes attributes) {
    if (!attributes.isRegularFile()) {
      return null;
    }
    return ObjectRefSchema.of(LocalObject.ref(bucket, key, attributes));
  }

  private final class Rows implements Iterator<Row> {
    private final boolean deep;
    private final Deque<String> folders = new ArrayDeque<>();
    private Iterator<Row> files = Collections.emptyIterator();

    Rows(String prefix, boolean deep) {
      this.deep = deep;
      folders.push(prefix);
    }

    @Override
    public boolean hasNext() {
      while (!files.hasNext() && !folders.isEmpty()) {
        Entries next;
        try {
          next = entries(folders.pop());
        } catch (IOException failed) {
          throw new UncheckedIOException(failed);
        }
        if (deep) {
          next.folders().forEach(folders::push);
        }
        files = next.files().iterator();
      }
      return files.hasNext();
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException("all files were listed");
      }
      return files.next();
    }
  }
}
