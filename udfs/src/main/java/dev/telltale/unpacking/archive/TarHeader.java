package dev.telltale.unpacking.archive;

import dev.telltale.unpacking.layer.Part;
import dev.telltale.unpacking.layer.Source;

/**
 * A header block of a tar: <a
 * href="https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html">POSIX pax, "ustar
 * Interchange Format"</a> and <a
 * href="https://www.gnu.org/software/tar/manual/html_node/Standard.html">GNU tar, "Basic Tar
 * Format"</a>. Its checksum is the proof that it is one.
 *
 * @param type what the entry is
 * @param size bytes after the header; -1 if the field is no number
 * @param extended whether blocks of an old sparse map follow
 */
record TarHeader(char type, long size, boolean extended) {
  static final int BLOCK = 512;

  private static final int MODE = 100;
  private static final int SIZE = 124;
  private static final int TIME = 136;
  private static final int SUM = 148;
  private static final int TYPE = 156;
  private static final int MAGIC = 257;
  private static final int SPARSE_EXTENDED = 482;
  private static final int NUMBER = 12;
  private static final int SMALL_NUMBER = 8;

  /** Index and length of what people write: name, link, owner, group, and the name's start. */
  private static final int[][] TEXTS = {{345, 155}, {0, 100}, {157, 100}, {265, 32}, {297, 32}};

  /** Whether a block that is held is a header. */
  static boolean at(Source in, int index) {
    long declared = octal(in, index + SUM, SMALL_NUMBER);
    if (declared <= 0 || in.at(index) == 0 || !numbers(in, index)) {
      return false;
    }
    int unsigned = SMALL_NUMBER * ' ';
    int signed = unsigned;
    for (int i = 0; i < BLOCK; i++) {
      if (i < SUM || i >= SUM + SMALL_NUMBER) {
        unsigned += in.at(index + i);
        signed += (byte) in.at(index + i);
      }
    }
    return declared == unsigned || declared == signed;
  }

  /** Whether a block that is held says that it is a header, before its checksum is looked at. */
  static boolean marked(Source in, int index) {
    int at = index + MAGIC;
    return in.at(at) == 'u' && in.at(at + 1) == 's' && in.at(at + 2) == 't' && in.at(at + 3) == 'a';
  }

  private static boolean numbers(Source in, int index) {
    for (int i = MODE; i < TIME; i++) {
      int b = in.at(index + i);
      boolean digit = b >= '0' && b <= '7';
      if (!digit && b != ' ' && b != 0 && (in.at(index + start(i)) & 0x80) == 0) {
        return false;
      }
    }
    return true;
  }

  /** Where the number starts that an index belongs to. */
  private static int start(int i) {
    return i >= SIZE ? SIZE : i - (i - MODE) % SMALL_NUMBER;
  }

  /** Reads a block that is held and is a header. */
  static TarHeader read(Source in) {
    boolean extended = in.at(TYPE) == 'S' && in.at(SPARSE_EXTENDED) != 0;
    return new TarHeader((char) in.at(TYPE), size(in), extended);
  }

  private static long size(Source in) {
    if ((in.at(SIZE) & 0x80) == 0) {
      return octal(in, SIZE, NUMBER);
    }
    long value = in.at(SIZE) & 0x7f;
    for (int i = 1; i < NUMBER; i++) {
      if (value >= 1L << 54) {
        return -1;
      }
      value = value << 8 | in.at(SIZE + i);
    }
    return value;
  }

  /** An octal number between spaces and NULs; 0 if there is none, -1 if it is something else. */
  private static long octal(Source in, int index, int length) {
    int i = index;
    int end = index + length;
    while (i < end && in.at(i) == ' ') {
      i++;
    }
    long value = 0;
    while (i < end && in.at(i) >= '0' && in.at(i) <= '7') {
      value = value << 3 | (in.at(i) - '0');
      i++;
    }
    for (; i < end; i++) {
      if (in.at(i) != ' ' && in.at(i) != 0) {
        return -1;
      }
    }
    return value;
  }

  /** Gives out the texts of a block that is held. */
  static void texts(Source in, java.util.Queue<Part> to) {
    int fields = marked(in, 0) ? TEXTS.length : 3;
    for (int[] field : TEXTS) {
      if (fields-- > 0 && (field[0] < MAGIC || marked(in, 0))) {
        int length = 0;
        while (length < field[1] && in.at(field[0] + length) != 0) {
          length++;
        }
        if (length > 0) {
          to.add(Part.header(in, field[0], length));
        }
      }
    }
  }

  /** Links, devices, folders and pipes have no data, whatever their size says. */
  boolean empty() {
    return type >= '1' && type <= '6';
  }

  /** Whether the data is text about the next entries: pax records, or a long name of GNU tar. */
  boolean about() {
    return "xgXLK".indexOf(type) >= 0;
  }

  boolean file() {
    return type == '0' || type == 0 || type == '7';
  }
}
