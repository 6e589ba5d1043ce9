package dev.telltale.decoding.file.avro;

import dev.telltale.decoding.file.BoundedBytes;
import dev.telltale.decoding.file.DamagedFile;
import dev.telltale.decoding.file.FileBytes;
import dev.telltale.decoding.file.FileFormat;
import dev.telltale.decoding.file.FilePart;
import dev.telltale.decoding.file.FileParts;
import dev.telltale.decoding.file.FileRecords;
import dev.telltale.decoding.file.RowBudget;
import dev.telltale.decoding.file.Segment;
import dev.telltale.decoding.file.Segments;
import dev.telltale.fault.FaultKind;
import dev.telltale.unpacking.layer.Layer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.zip.CRC32;

/**
 * Avro object container files (https://avro.apache.org/docs/1.12.0/specification/, "Object
 * Container Files"), of every codec of the specification. Reading goes on at the next marker after
 * a damaged block.
 */
public final class AvroFormat implements FileFormat {
  @Override
  public String id() {
    return "avro";
  }

  @Override
  public boolean claims(byte[] bytes, int from, int length) {
    return new FileBytes(bytes, from, length).hasAscii(0, AvroHeader.MAGIC);
  }

  @Override
  public FileParts open(FileBytes file, RowBudget budget, FileRecords records) {
    AvroHeader header;
    try {
      header = AvroHeader.read(file, budget.fresh());
    } catch (DamagedFile damage) {
      return Segments.whollyDamaged(file, damage, budget, records);
    }
    return new Segments(
        FaultKind.AVRO,
        new Blocks(file, header, budget),
        () ->
            List.of(
                FilePart.decoded(
                    0, header.end(), header.end(), List.of(records.metadata(header.metadata())))),
        budget,
        records);
  }

  /** The blocks after the header, found as they are read. */
  private static final class Blocks implements Iterator<Segment> {
    private final FileBytes file;
    private final AvroHeader header;
    private final RowBudget budget;
    private int at;

    Blocks(FileBytes file, AvroHeader header, RowBudget budget) {
      this.file = file;
      this.header = header;
      this.budget = budget;
      at = header.end();
    }

    @Override
    public boolean hasNext() {
      return at < file.length();
    }

    @Override
    public Segment next() {
      if (!hasNext()) {
        throw new NoSuchElementException("the blocks were all read");
      }
      Segment segment;
      try {
        segment = block();
      } catch (DamagedFile damage) {
        segment = Segment.damaged(at, markerFrom(at) - at, damage);
      }
      at = segment.end();
      return segment;
    }

    private Segment block() {
      int start = at;
      AvroInput in = new AvroInput(file.reveal(), file.from() + start, file.length() - start);
      long count = in.varint();
      int size = in.length();
      int data = in.position();
      in.skip(size);
      in.skip(AvroHeader.MARKER);
      int marker = start + data + size;
      if (count < 0 || !isMarker(marker)) {
        throw new DamagedFile(FaultKind.AVRO, start);
      }
      List<Layer> layers = new ArrayList<>();
      layers.add(new Layer("avro-block", data, size));
      if (!"null".equals(header.codec())) {
        layers.add(new Layer(header.codec(), 0, size));
      }
      return new Segment(
          start,
          data + size + AvroHeader.MARKER,
          layers,
          () -> new AvroRows(data(start + data, size), header.schema(), count, budget));
    }

    private boolean isMarker(int offset) {
      int a = file.from() + offset;
      int b = file.from() + header.markerAt();
      return Arrays.equals(
          file.reveal(), a, a + AvroHeader.MARKER, file.reveal(), b, b + AvroHeader.MARKER);
    }

    /** The end of the next marker, or of the file. */
    private int markerFrom(int offset) {
      for (int i = offset; i <= file.length() - AvroHeader.MARKER; i++) {
        if (isMarker(i)) {
          return i + AvroHeader.MARKER;
        }
      }
      return file.length();
    }

    private AvroInput data(int offset, int size) throws IOException {
      byte[] bytes = file.reveal();
      int from = file.from() + offset;
      BoundedBytes bounded = new BoundedBytes(budget.limits().fileBlockBytes());
      byte[] data =
          switch (header.codec()) {
            case "null" -> null;
            case "deflate" -> bounded.deflate(bytes, from, size);
            case "snappy" -> snappy(bounded, offset, size);
            case "zstandard" -> bounded.zstd(bytes, from, size);
            case "bzip2" -> bounded.bzip2(bytes, from, size);
            case "xz" -> bounded.xz(bytes, from, size);
            default -> throw new DamagedFile(FaultKind.AVRO, offset);
          };
      return data == null ? new AvroInput(bytes, from, size) : new AvroInput(data, 0, data.length);
    }

    /** A block followed by the CRC-32 of its content, most significant byte first. */
    private byte[] snappy(BoundedBytes bounded, int offset, int size) throws IOException {
      if (size < 4) {
        throw new DamagedFile(FaultKind.AVRO, offset);
      }
      byte[] data = bounded.snappy(file.reveal(), file.from() + offset, size - 4);
      CRC32 crc = new CRC32();
      crc.update(data);
      if ((int) crc.getValue() != Integer.reverseBytes(file.int32(offset + size - 4))) {
        throw new DamagedFile(FaultKind.AVRO, offset + size - 4L);
      }
      return data;
    }
  }
}
