package dev.telltale.decoding.file.avro;

import dev.telltale.bytes.Varint;
import dev.telltale.decoding.file.DamagedFile;
import dev.telltale.fault.FaultKind;
import dev.telltale.value.Span;

/**
 * The primitive encodings of Avro, read from an array with every length checked before it is
 * believed. Raw content.
 */
final class AvroInput {
  private final byte[] bytes;
  private final int start;
  private final int end;
  private int at;

  AvroInput(byte[] bytes, int from, int length) {
    this.bytes = bytes;
    start = from;
    at = from;
    end = from + length;
  }

  byte[] reveal() {
    return bytes;
  }

  /** How many bytes were read. */
  int position() {
    return at - start;
  }

  int left() {
    return end - at;
  }

  /** Where the bytes from an earlier position up to here lie. */
  Span since(int position) {
    return Span.of(position, at - start - position);
  }

  /** A number in zigzag encoding, seven bits a byte. */
  long varint() {
    int after = Varint.end(bytes, at, end, Varint.MAX_BYTES);
    if (after < 0) {
      throw damaged();
    }
    long number = Varint.value(bytes, at, after);
    at = after;
    return Varint.zigzag(number);
  }

  /** The length of the bytes that follow it. */
  int length() {
    long length = varint();
    if (length < 0 || length > left()) {
      throw damaged();
    }
    return (int) length;
  }

  /** A number that stands for one of so many choices. */
  int choice(int choices) {
    long choice = varint();
    if (choice < 0 || choice >= choices) {
      throw damaged();
    }
    return (int) choice;
  }

  /** Passes over so many bytes and gives the index of the first. */
  int skip(int count) {
    if (count < 0 || count > left()) {
      throw damaged();
    }
    int first = at;
    at += count;
    return first;
  }

  long fixed(int count) {
    long number = 0;
    int first = skip(count);
    for (int i = count - 1; i >= 0; i--) {
      number = number << 8 | bytes[first + i] & 0xff;
    }
    return number;
  }

  DamagedFile damaged() {
    return new DamagedFile(FaultKind.AVRO, DamagedFile.UNPLACED);
  }

  @Override
  public String toString() {
    return left() + " bytes left";
  }
}
