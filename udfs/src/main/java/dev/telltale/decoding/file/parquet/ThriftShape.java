package dev.telltale.decoding.file.parquet;

import dev.telltale.bytes.Varint;
import dev.telltale.decoding.file.DamagedFile;
import dev.telltale.decoding.file.FileBytes;
import dev.telltale.fault.FaultKind;
import dev.telltale.limit.Depth;
import dev.telltale.limit.TooDeep;

/**
 * Walks one struct in Thrift's compact protocol
 * (https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md) without
 * building it, so that no library allocates a list or a string on the word of its length.
 */
final class ThriftShape {
  /** The metadata of Parquet has 9 levels of structs and lists. */
  private static final Depth DEPTH = Depth.of(32);

  private static final int LONG_LIST = 15;

  private final FileBytes file;
  private final int end;
  private int at;
  private int valuesLeft;

  private ThriftShape(FileBytes file, int from, int end, int maxValues) {
    this.file = file;
    this.end = end;
    at = from;
    valuesLeft = maxValues;
  }

  /**
   * Fails if there is no whole struct between the places, or one of more values than may be.
   *
   * @return where it ends
   */
  static int end(FileBytes file, int from, int end, int maxValues) {
    ThriftShape shape = new ThriftShape(file, from, end, maxValues);
    try {
      shape.struct(DEPTH);
    } catch (TooDeep tooDeep) {
      throw shape.damaged();
    }
    return shape.at;
  }

  private void struct(Depth depth) {
    while (true) {
      int header = next();
      if (header == 0) {
        return;
      }
      if ((header & 0xf0) == 0) {
        varint();
      }
      int type = header & 0xf;
      if (type > 2) {
        value(type, depth);
      }
    }
  }

  private void value(int type, Depth depth) {
    if (--valuesLeft < 0) {
      throw new DamagedFile(FaultKind.FILE_BLOCK_LIMIT, at);
    }
    switch (type) {
      case 1, 2, 3 -> skip(1);
      case 4, 5, 6 -> varint();
      case 7 -> skip(8);
      case 8 -> skip(varint());
      case 9, 10 -> list(depth.deeper());
      case 11 -> map(depth.deeper());
      case 12 -> struct(depth.deeper());
      case 13 -> skip(16);
      default -> throw damaged();
    }
  }

  private void list(Depth depth) {
    int header = next();
    long size = header >> 4 == LONG_LIST ? varint() : header >> 4;
    check(size);
    for (long i = 0; i < size; i++) {
      value(header & 0xf, depth);
    }
  }

  private void map(Depth depth) {
    long size = varint();
    check(size);
    int types = size == 0 ? 0 : next();
    for (long i = 0; i < size; i++) {
      value(types >> 4, depth);
      value(types & 0xf, depth);
    }
  }

  /** Every element has at least one byte. */
  private void check(long size) {
    if (size < 0 || size > end - at) {
      throw damaged();
    }
  }

  private long varint() {
    int base = file.from();
    int after = Varint.end(file.reveal(), base + at, base + end, Varint.MAX_BYTES);
    if (after < 0) {
      at = Math.min(end, at + Varint.MAX_BYTES);
      throw damaged();
    }
    long number = Varint.value(file.reveal(), base + at, after);
    at = after - base;
    return number;
  }

  private int next() {
    skip(1);
    return file.at(at - 1);
  }

  private void skip(long count) {
    if (count < 0 || count > end - at) {
      throw damaged();
    }
    at += (int) count;
  }

  private DamagedFile damaged() {
    return new DamagedFile(FaultKind.PARQUET, at);
  }
}
