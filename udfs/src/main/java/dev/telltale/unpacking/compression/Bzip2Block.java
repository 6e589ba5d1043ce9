package dev.telltale.unpacking.compression;

import java.io.IOException;
import java.util.Arrays;

/**
 * One block of bzip2, decoded whole and given out piece by piece. The format has no specification
 * of its author's; this follows <a
 * href="https://github.com/dsnet/compress/blob/master/doc/bzip2-format.pdf">BZIP2: Format
 * Specification</a> (Joe Tsai). Own code, because the decoders at hand do not tell where a block
 * starts, and lose all blocks behind a broken one. Keeps its memory from block to block.
 */
final class Bzip2Block {
  private static final int UNIT = 100_000;
  private static final int GROUP = 50;
  private static final int MAX_TABLES = 6;
  private static final int MAX_SYMBOLS = 258;
  private static final int MAX_LENGTH = 20;

  private final BitSource bits;
  private final HuffmanTable[] tables = new HuffmanTable[MAX_TABLES];
  private final byte[] lengths = new byte[MAX_SYMBOLS];
  private final byte[] used = new byte[256];
  private final byte[] selectors = new byte[1 << 15];
  private final int[] counts = new int[256];
  private int[] links = new int[0];
  private int symbols;
  private int size;
  private int given;
  private int link;
  private int crc;
  private int declared;
  private int last;
  private int same;
  private int repeat;

  Bzip2Block(BitSource bits) {
    this.bits = bits;
    for (int i = 0; i < MAX_TABLES; i++) {
      tables[i] = new HuffmanTable(MAX_SYMBOLS);
    }
  }

  /**
   * Decodes a block behind its magic; false if it is corrupt or cut.
   *
   * @param level size of the block, in units of 100,000 bytes
   */
  boolean decode(int level) throws IOException {
    if (links.length < level * UNIT) {
      links = new int[level * UNIT];
    }
    size = 0;
    given = 0;
    crc = -1;
    last = -1;
    same = 0;
    repeat = 0;
    declared = bits.bits(32);
    boolean randomised = bits.bit();
    int origin = bits.bits(24);
    if (randomised || !readSymbols()) {
      return false;
    }
    int count = bits.bits(3);
    if (count < 2 || count > MAX_TABLES) {
      return false;
    }
    int groups = readSelectors(count);
    if (groups == 0 || !readTables(count) || !readData(groups, level * UNIT) || bits.over()) {
      return false;
    }
    return origin < size && invert(origin);
  }

  private boolean readSymbols() throws IOException {
    int rows = bits.bits(16);
    symbols = 0;
    for (int row = 0; row < 16; row++) {
      if ((rows & 0x8000 >> row) != 0) {
        int columns = bits.bits(16);
        for (int column = 0; column < 16; column++) {
          if ((columns & 0x8000 >> column) != 0) {
            used[symbols++] = (byte) (row << 4 | column);
          }
        }
      }
    }
    return symbols > 0;
  }

  private int readSelectors(int count) throws IOException {
    int groups = bits.bits(15);
    byte[] order = {0, 1, 2, 3, 4, 5};
    for (int i = 0; i < groups; i++) {
      int index = 0;
      while (bits.bit()) {
        if (++index >= count) {
          return 0;
        }
      }
      selectors[i] = toFront(order, index);
    }
    return groups;
  }

  private static byte toFront(byte[] order, int index) {
    byte value = order[index];
    System.arraycopy(order, 0, order, 1, index);
    order[0] = value;
    return value;
  }

  private boolean readTables(int count) throws IOException {
    for (int table = 0; table < count; table++) {
      int length = bits.bits(5);
      for (int symbol = 0; symbol < symbols + 2; symbol++) {
        while (length >= 1 && length <= MAX_LENGTH && bits.bit()) {
          length += bits.bit() ? -1 : 1;
        }
        if (length < 1 || length > MAX_LENGTH) {
          return false;
        }
        lengths[symbol] = (byte) length;
      }
      tables[table].set(lengths, symbols + 2);
    }
    return true;
  }

  private boolean readData(int groups, int max) throws IOException {
    Arrays.fill(counts, 0);
    int end = symbols + 1;
    long run = 0;
    long weight = 1;
    for (int group = 0; group < groups; group++) {
      HuffmanTable table = tables[selectors[group]];
      for (int i = 0; i < GROUP; i++) {
        int symbol = table.next(bits);
        if (symbol == 0 || symbol == 1) {
          run += weight << symbol;
          weight <<= 1;
          if (run > max) {
            return false;
          }
          continue;
        }
        if (run > 0) {
          if (!put(used[0], (int) run, max)) {
            return false;
          }
          run = 0;
          weight = 1;
        }
        if (symbol == end) {
          return true;
        }
        if (symbol < 0 || symbol > end || !put(toFront(used, symbol - 1), 1, max)) {
          return false;
        }
      }
    }
    return false;
  }

  private boolean put(byte value, int times, int max) {
    if (times > max - size) {
      return false;
    }
    Arrays.fill(links, size, size + times, value & 0xff);
    counts[value & 0xff] += times;
    size += times;
    return true;
  }

  /** Undoes the Burrows-Wheeler transform: each byte gets a link to the one behind it. */
  private boolean invert(int origin) {
    int sum = 0;
    for (int i = 0; i < 256; i++) {
      int count = counts[i];
      counts[i] = sum;
      sum += count;
    }
    for (int i = 0; i < size; i++) {
      links[counts[links[i] & 0xff]++] |= i << 8;
    }
    link = links[origin] >>> 8;
    return true;
  }

  /** Gives out some of the block; 0 at its end. */
  int read(byte[] into, int from, int length) {
    int done = 0;
    while (done < length) {
      if (repeat > 0) {
        repeat--;
      } else if (given == size) {
        break;
      } else {
        int value = step();
        if (same == 4) {
          repeat = value;
          same = 0;
          continue;
        }
        same = value == last ? same + 1 : 1;
        last = value;
      }
      into[from + done++] = (byte) last;
      crc = crc << 8 ^ Bzip2Crc.TABLE[crc >>> 24 ^ last];
    }
    return done;
  }

  private int step() {
    int entry = links[link];
    link = entry >>> 8;
    given++;
    return entry & 0xff;
  }

  /** Whether what was given out, all of it, is what the block says. */
  boolean sound() {
    return ~crc == declared;
  }

  int declaredCrc() {
    return declared;
  }
}
