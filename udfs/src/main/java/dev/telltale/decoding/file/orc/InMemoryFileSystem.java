package dev.telltale.decoding.file.orc;

import dev.telltale.decoding.file.FileBytes;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.URI;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.PositionedReadable;
import org.apache.hadoop.fs.Seekable;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/**
 * A file system that holds one file, in memory, and cannot be written: the form in which ORC's
 * reader takes bytes.
 */
final class InMemoryFileSystem extends FileSystem {
  static final Path FILE = new Path("memory:///file");

  private final FileBytes file;

  InMemoryFileSystem(FileBytes file) {
    this.file = file;
    setConf(new Configuration(false));
  }

  @Override
  public URI getUri() {
    return FILE.toUri();
  }

  @Override
  public FSDataInputStream open(Path path, int bufferSize) {
    return new FSDataInputStream(new Content(file));
  }

  @Override
  public FileStatus getFileStatus(Path path) {
    return new FileStatus(file.length(), false, 1, file.length(), 0, FILE);
  }

  @Override
  public FileStatus[] listStatus(Path path) {
    return new FileStatus[] {getFileStatus(path)};
  }

  @Override
  public Path getWorkingDirectory() {
    return FILE.getParent();
  }

  @Override
  public void setWorkingDirectory(Path directory) {
    throw readOnly();
  }

  @Override
  public FSDataOutputStream create(
      Path path,
      FsPermission permission,
      boolean overwrite,
      int bufferSize,
      short replication,
      long blockSize,
      Progressable progress) {
    throw readOnly();
  }

  @Override
  public FSDataOutputStream append(Path path, int bufferSize, Progressable progress) {
    throw readOnly();
  }

  @Override
  public boolean rename(Path from, Path to) {
    throw readOnly();
  }

  @Override
  public boolean delete(Path path, boolean recursive) {
    throw readOnly();
  }

  @Override
  public boolean mkdirs(Path path, FsPermission permission) {
    throw readOnly();
  }

  private static UnsupportedOperationException readOnly() {
    return new UnsupportedOperationException("the file system holds one file and is read only");
  }

  private static final class Content extends ByteArrayInputStream
      implements Seekable, PositionedReadable {
    private final int start;

    Content(FileBytes file) {
      super(file.reveal(), file.from(), file.length());
      start = file.from();
    }

    @Override
    public void seek(long position) throws IOException {
      if (position < 0 || position > count - start) {
        throw new EOFException("a place outside of the file");
      }
      pos = start + (int) position;
    }

    @Override
    public long getPos() {
      return (long) pos - start;
    }

    @Override
    public boolean seekToNewSource(long target) {
      return false;
    }

    @Override
    public int read(long position, byte[] into, int from, int length) {
      long left = count - start - position;
      if (position < 0 || left <= 0) {
        return -1;
      }
      int read = (int) Math.min(length, left);
      System.arraycopy(buf, start + (int) position, into, from, read);
      return read;
    }

    @Override
    public void readFully(long position, byte[] into, int from, int length) throws IOException {
      if (position < 0 || length > count - start - position) {
        throw new EOFException("a place outside of the file");
      }
      System.arraycopy(buf, start + (int) position, into, from, length);
    }

    @Override
    public void readFully(long position, byte[] into) throws IOException {
      readFully(position, into, 0, into.length);
    }
  }
}
