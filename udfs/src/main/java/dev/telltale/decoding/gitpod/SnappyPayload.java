package dev.telltale.decoding.gitpod;

import dev.telltale.fault.FaultKind;
import java.io.IOException;
import org.xerial.snappy.Snappy;

/**
 * One snappy block ({@code format_description.txt} of google/snappy), judged before anything is
 * allocated by what it declares.
 */
final class SnappyPayload {
  private final byte[] block;
  private int position;

  SnappyPayload(byte[] block) {
    this.block = block;
  }

  /** Why the block cannot be unpacked to at most that many bytes; null if it seems it can. */
  FaultKind fault(long max) {
    position = 0;
    long declared = declaredLength();
    if (declared < 0) {
      return FaultKind.SNAPPY_LENGTH;
    }
    long held = 0;
    while (position < block.length) {
      int element = elementLength();
      if (element < 0) {
        return FaultKind.SNAPPY_DATA;
      }
      held += element;
    }
    if (held != declared) {
      return FaultKind.SNAPPY_LENGTH;
    }
    return declared > max ? FaultKind.FRAME_LIMIT : null;
  }

  /** The content; null if the block is corrupt. Only for a block without {@link #fault}. */
  byte[] unpacked() {
    try {
      return Snappy.uncompress(block);
    } catch (IOException corrupt) {
      return null;
    }
  }

  /** A varint of at most 32 bits; -1 if there is none. */
  private long declaredLength() {
    long length = 0;
    for (int shift = 0; shift < 35 && position < block.length; shift += 7) {
      int b = block[position++];
      length |= (long) (b & 0x7f) << shift;
      if (b >= 0) {
        return length > 0xffff_ffffL ? -1 : length;
      }
    }
    return -1;
  }

  /** How much the element here unpacks to; steps behind it; -1 if it ends beyond the block. */
  private int elementLength() {
    int tag = block[position++] & 0xff;
    int kind = tag & 3;
    if (kind == 0) {
      return literalLength(tag >> 2);
    }
    position += kind == 1 ? 1 : kind == 2 ? 2 : 4;
    int length = kind == 1 ? 4 + ((tag >> 2) & 7) : 1 + (tag >> 2);
    return position <= block.length ? length : -1;
  }

  private int literalLength(int code) {
    long length = code;
    if (code >= 60) {
      int bytes = code - 59;
      length = 0;
      for (int i = 0; i < bytes && position + i < block.length; i++) {
        length |= (block[position + i] & 0xffL) << (8 * i);
      }
      position += bytes;
    }
    length++;
    if (position + length > block.length) {
      return -1;
    }
    position += (int) length;
    return (int) length;
  }
}
