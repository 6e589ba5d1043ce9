package dev.telltale.unpacking.archive;

import dev.telltale.unpacking.layer.Source;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Finds where an aggregate of the Kinesis Producer Library ends, by its fields and the MD5 sum
 * after them. What all walks in one stream cost is bounded by how far the stream was read.
 */
public final class KplWalk {
  static final int[] MAGIC = {0xf3, 0x89, 0x9a, 0xc2};
  static final int DIGEST = 16;

  /** Fields of {@code AggregatedRecord}: the tables of keys, and the records. */
  static final int KEY = 0x0a;

  static final int HASH_KEY = 0x12;
  static final int RECORD = 0x1a;

  private static final long ALLOWANCE = 64L << 20;
  private static final int ALLOWANCE_A_BYTE = 64;

  /** What comparing the sum costs, in bytes that could be summed up instead. */
  private static final int SUM = 128;

  private static final int MAX_VARINT = 5;

  private final int max;
  private long spent;
  private boolean sound;
  private boolean exhausted;

  /**
   * @param max bytes of an aggregate
   */
  public KplWalk(int max) {
    this.max = max;
  }

  /** Whether an aggregate starts at an index, whose byte is held, with the right sum. */
  public boolean isSoundAt(Source in, int index) throws IOException {
    return startsAt(in, index) && end(in, index) >= 0 && sound;
  }

  private static boolean startsAt(Source in, int index) throws IOException {
    if (in.at(index) != MAGIC[0] || !in.ensure(index + MAGIC.length + 1)) {
      return false;
    }
    for (int i = 1; i < MAGIC.length; i++) {
      if (in.at(index + i) != MAGIC[i]) {
        return false;
      }
    }
    return isField(in.at(index + MAGIC.length));
  }

  private static boolean isField(int tag) {
    return tag == KEY || tag == HASH_KEY || tag == RECORD;
  }

  /** Whether the sum after the fields that {@link #end} found is right. */
  boolean isSound() {
    return sound;
  }

  /** Whether aggregates were passed over because the walks before had cost too much. */
  public boolean isExhausted() {
    return exhausted;
  }

  /**
   * Index after the fields of the aggregate that starts at an index, where its sum stands; -1 where
   * there is none. The sum may be wrong where the stream ends with it.
   */
  int end(Source in, int index) throws IOException {
    sound = false;
    if (!startsAt(in, index)) {
      return -1;
    }
    if (spent > ALLOWANCE + ALLOWANCE_A_BYTE * in.position()) {
      exhausted = true;
      return -1;
    }
    MessageDigest digest = md5();
    int at = index + MAGIC.length;
    int last = -1;
    boolean records = false;
    while (at - index < max && in.ensure(at + 1)) {
      int field = fieldEnd(in, at);
      if (field < 0 || !in.ensure(field)) {
        break;
      }
      records |= in.at(at) == RECORD;
      digest.update(in.array(), in.from() + at, field - at);
      spent += field - at + SUM;
      at = field;
      if (records && in.ensure(at + DIGEST)) {
        last = at;
        if (agrees(in, at, digest)) {
          sound = true;
          return at;
        }
      }
    }
    return last >= 0 && last == at && !in.ensure(at + DIGEST + 1) ? last : -1;
  }

  private static boolean agrees(Source in, int at, MessageDigest digest) {
    byte[] sum = copy(digest).digest();
    for (int i = 0; i < DIGEST; i++) {
      if (in.at(at + i) != (sum[i] & 0xff)) {
        return false;
      }
    }
    return true;
  }

  /** Index after the field at an index; -1 if it is none of an aggregate. */
  private int fieldEnd(Source in, int at) throws IOException {
    if (!isField(in.at(at))) {
      return -1;
    }
    long length = 0;
    for (int i = 0; i < MAX_VARINT && in.ensure(at + i + 2); i++) {
      int b = in.at(at + 1 + i);
      length |= (long) (b & 0x7f) << 7 * i;
      if (b < 0x80) {
        return length > max ? -1 : at + 2 + i + (int) length;
      }
    }
    return -1;
  }

  private static MessageDigest copy(MessageDigest digest) {
    try {
      return (MessageDigest) digest.clone();
    } catch (CloneNotSupportedException impossible) {
      throw new IllegalStateException("MD5 of the platform can be copied", impossible);
    }
  }

  private static MessageDigest md5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every platform has MD5", impossible);
    }
  }

  @Override
  public String toString() {
    return "walks of " + spent + " bytes";
  }
}
