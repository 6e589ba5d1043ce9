package dev.telltale.decoding.file;

import dev.telltale.framing.Frame;
import dev.telltale.framing.FrameReader;
import dev.telltale.framing.LeafHead;
import dev.telltale.framing.Shape;
import dev.telltale.framing.WholeLeaf;
import dev.telltale.record.DecodedRecord;
import dev.telltale.record.Emission;
import java.io.IOException;
import java.util.List;

/**
 * The parts of a file as frames: batches of rows, and windows of what is scanned raw. Used by one
 * thread.
 */
public final class FileFrames implements FrameReader {
  private final String format;
  private final WholeLeaf leaf;
  private final FileParts parts;
  private final LeafHead head;
  private List<DecodedRecord> records = List.of();
  private FrameReader windows;
  private boolean done;

  public FileFrames(String format, LeafHead head, WholeLeaf leaf, FileParts parts) {
    this.format = format;
    this.head = head;
    this.leaf = leaf;
    this.parts = parts;
  }

  /** The format that claimed the file by its first bytes. */
  public String format() {
    return format;
  }

  @Override
  public Frame next() throws IOException {
    while (!done) {
      Frame window = windows == null ? null : windows.next();
      if (window != null) {
        return window;
      }
      windows = null;
      FilePart part = parts.next();
      if (part == null) {
        done = true;
        leaf.end();
      } else if (part.isDecoded()) {
        records = part.records();
        return leaf.part(part.offset(), part.length(), part.accounted());
      } else {
        if (part.fault() != null) {
          head.fault(part.fault(), part.faultPosition());
        }
        windows = leaf.windows(part.offset(), part.length());
      }
    }
    return null;
  }

  /** Emits the records of the {@code FILE} frame that was returned last. */
  public void emit(Emission emission) {
    records.forEach(emission::record);
  }

  @Override
  public Shape shape() {
    return Shape.BINARY;
  }

  @Override
  public void reject(long position) {
    throw new IllegalStateException("there is no JSON frame to take back");
  }
}
