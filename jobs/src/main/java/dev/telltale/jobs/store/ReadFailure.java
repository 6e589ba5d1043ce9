package dev.telltale.jobs.store;

import dev.telltale.scan.ObjectScan;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Remembers why an object could not be read: its rows say only that it could not. */
public final class ReadFailure {
  private IOException failed;

  /** The same bytes, under watch. */
  public ObjectScan.Source watching(ObjectScan.Source source) {
    return () -> {
      try {
        return new Watched(source.open());
      } catch (IOException unreadable) {
        throw remembered(unreadable);
      }
    };
  }

  /**
   * @throws IOException if something of the object could not be read
   */
  public void throwIfAny() throws IOException {
    if (failed != null) {
      throw failed;
    }
  }

  private IOException remembered(IOException failure) {
    failed = failure;
    return failure;
  }

  private final class Watched extends FilterInputStream {
    Watched(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      try {
        return super.read();
      } catch (IOException broken) {
        throw remembered(broken);
      }
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      try {
        return super.read(bytes, from, length);
      } catch (IOException broken) {
        throw remembered(broken);
      }
    }
  }
}
