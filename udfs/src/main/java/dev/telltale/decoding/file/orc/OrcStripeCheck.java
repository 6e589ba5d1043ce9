package dev.telltale.decoding.file.orc;

import dev.telltale.decoding.file.DamagedFile;
import dev.telltale.decoding.file.RowBudget;
import dev.telltale.fault.FaultKind;
import dev.telltale.limit.Limits;
import java.io.IOException;
import org.apache.orc.CompressionCodec;
import org.apache.orc.OrcProto;
import org.apache.orc.impl.InStream;
import org.apache.orc.impl.IntegerReader;
import org.apache.orc.impl.OrcCodecPool;
import org.apache.orc.impl.RunLengthIntegerReader;
import org.apache.orc.impl.RunLengthIntegerReaderV2;

/**
 * Reads the lengths in a stripe before the library does, which allocates on their word: of texts,
 * of lists and maps, and of dictionaries.
 */
final class OrcStripeCheck {
  private static final int CHUNK = 64 << 10;

  private final OrcTailBytes tail;
  private final int stripe;
  private final int max;
  private final int maxEntries;

  /**
   * @param stripe where it starts, for faults
   */
  OrcStripeCheck(OrcTailBytes tail, int stripe, RowBudget budget) {
    this.tail = tail;
    this.stripe = stripe;
    max = budget.limits().fileBlockBytes();
    maxEntries = budget.limits().jsonTokens();
  }

  /** Fails if anything in the stripe is longer than may be. */
  void check(OrcProto.StripeInformation information) throws IOException {
    int streamsLength = (int) (information.getIndexLength() + information.getDataLength());
    int footerAt = stripe + streamsLength;
    OrcProto.StripeFooter footer =
        OrcProto.StripeFooter.parseFrom(
            tail.unpacked(footerAt, (int) information.getFooterLength()));
    if (!isPlain(footer)) {
      throw new DamagedFile(FaultKind.ORC, footerAt);
    }
    boolean[] nested = nested();
    dictionaries(footer, nested, information.getNumberOfRows(), footerAt);
    long at = 0;
    for (OrcProto.Stream stream : footer.getStreamsList()) {
      long length = stream.getLength();
      int column = stream.getColumn();
      boolean sound =
          length >= 0
              && length <= streamsLength - at
              && column < footer.getColumnsCount()
              && column < nested.length;
      if (!sound) {
        throw new DamagedFile(FaultKind.ORC, footerAt);
      }
      OrcProto.ColumnEncoding encoding = footer.getColumns(column);
      if (isRuns(stream.getKind(), tail.footer().getTypes(column).getKind(), encoding)
          && !OrcRuns.areWhole(tail.unpacked(stripe + (int) at, (int) length))) {
        throw new DamagedFile(FaultKind.ORC, stripe + at);
      }
      if (stream.getKind() == OrcProto.Stream.Kind.LENGTH) {
        long rows = Math.min(information.getNumberOfRows(), Limits.MAX_ORC_LENGTHS);
        long wanted = dictionary(encoding) ? encoding.getDictionarySize() : rows;
        lengths(stripe + (int) at, (int) length, column, encoding, nested[column] ? -1 : wanted);
      } else if (stream.getKind() == OrcProto.Stream.Kind.DICTIONARY_DATA) {
        dictionary(stripe + (int) at, (int) length);
      }
      at += length;
    }
  }

  /**
   * Whether the footer says nothing that is unknown, and leaves nothing out: on a kind that is not
   * there the library falls back, reads one encoding as another, and may never end.
   */
  private static boolean isPlain(OrcProto.StripeFooter footer) {
    return footer.getUnknownFields().asMap().isEmpty()
        && footer.getStreamsList().stream()
            .allMatch(stream -> stream.hasKind() && stream.getUnknownFields().asMap().isEmpty())
        && footer.getColumnsList().stream()
            .allMatch(column -> column.hasKind() && column.getUnknownFields().asMap().isEmpty());
  }

  /**
   * No dictionary has more entries than its column has values, whether its stream is there or not.
   */
  private void dictionaries(
      OrcProto.StripeFooter footer, boolean[] nested, long rows, int footerAt) {
    for (int column = 0; column < footer.getColumnsCount(); column++) {
      long entries = footer.getColumns(column).getDictionarySize();
      boolean inList = column < nested.length && nested[column];
      if (entries < 0 || entries > Math.min(inList ? maxEntries : rows, maxEntries)) {
        throw new DamagedFile(FaultKind.ORC, footerAt);
      }
    }
  }

  /** Which columns lie in lists or maps: a batch of rows may have any number of their values. */
  private boolean[] nested() {
    boolean[] nested = new boolean[tail.footer().getTypesCount()];
    for (int i = 0; i < nested.length; i++) {
      OrcProto.Type type = tail.footer().getTypes(i);
      boolean holds = nested[i] || repeats(type);
      type.getSubtypesList().forEach(child -> nested[child] = holds);
    }
    return nested;
  }

  private static boolean repeats(OrcProto.Type type) {
    return type.getKind() == OrcProto.Type.Kind.LIST || type.getKind() == OrcProto.Type.Kind.MAP;
  }

  /** Whether a stream holds integers in runs of version 2. */
  private static boolean isRuns(
      OrcProto.Stream.Kind stream, OrcProto.Type.Kind type, OrcProto.ColumnEncoding encoding) {
    boolean second =
        encoding.getKind() == OrcProto.ColumnEncoding.Kind.DIRECT_V2
            || encoding.getKind() == OrcProto.ColumnEncoding.Kind.DICTIONARY_V2;
    boolean data =
        switch (type) {
          case SHORT, INT, LONG, DATE, TIMESTAMP, TIMESTAMP_INSTANT -> true;
          default -> dictionary(encoding);
        };
    return second
        && switch (stream) {
          case LENGTH, SECONDARY -> true;
          case DATA -> data;
          default -> false;
        };
  }

  private static boolean dictionary(OrcProto.ColumnEncoding encoding) {
    return encoding.getKind() == OrcProto.ColumnEncoding.Kind.DICTIONARY
        || encoding.getKind() == OrcProto.ColumnEncoding.Kind.DICTIONARY_V2;
  }

  /**
   * What a batch of rows makes of the lengths fits in memory wherever the batch starts.
   *
   * @param wanted how many lengths the library will ask for; -1 where that is unknown
   */
  private void lengths(
      int offset, int length, int column, OrcProto.ColumnEncoding encoding, long wanted)
      throws IOException {
    boolean first =
        encoding.getKind() == OrcProto.ColumnEncoding.Kind.DIRECT
            || encoding.getKind() == OrcProto.ColumnEncoding.Kind.DICTIONARY;
    boolean batches = wanted >= 0 && !dictionary(encoding);
    long end = wanted < 0 ? Long.MAX_VALUE : wanted;
    int weight = repeats(tail.footer().getTypes(column)) ? RowBudget.VALUE : 1;
    CompressionCodec codec = OrcCodecPool.getCodec(tail.kind());
    try (InStream in = tail.stream(codec, offset, length)) {
      IntegerReader reader =
          first
              ? new RunLengthIntegerReader(in, false)
              : new RunLengthIntegerReaderV2(in, false, false);
      long sum = 0;
      for (long count = 0; count < end && reader.hasNext(); count++) {
        if (batches && count % OrcRows.BATCH == 0) {
          sum = 0;
        }
        long next = reader.next();
        sum += weight * Math.min(Math.max(next, 0), max);
        if (next < 0 || next > max || sum > max / 2 || (wanted < 0 && count > maxEntries)) {
          throw new DamagedFile(FaultKind.FILE_BLOCK_LIMIT, stripe);
        }
      }
    } finally {
      OrcCodecPool.returnCodec(tail.kind(), codec);
    }
  }

  private void dictionary(int offset, int length) throws IOException {
    CompressionCodec codec = OrcCodecPool.getCodec(tail.kind());
    byte[] chunk = new byte[CHUNK];
    try (InStream in = tail.stream(codec, offset, length)) {
      long size = 0;
      for (int read = in.read(chunk, 0, CHUNK); read >= 0; read = in.read(chunk, 0, CHUNK)) {
        size += read;
        if (size > max) {
          throw new DamagedFile(FaultKind.FILE_BLOCK_LIMIT, stripe);
        }
      }
    } finally {
      OrcCodecPool.returnCodec(tail.kind(), codec);
    }
  }
}
