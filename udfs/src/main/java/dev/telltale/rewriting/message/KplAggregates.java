package dev.telltale.rewriting.message;

import dev.telltale.bytes.Varint;
import dev.telltale.rewriting.edit.CannotEdit;
import dev.telltale.rewriting.edit.Edit;
import dev.telltale.rewriting.edit.Edits;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Aggregates of the Kinesis Producer Library (awslabs/amazon-kinesis-producer, {@code
 * aggregation-format.md}): a magic number, a message, and its MD5 sum.
 */
public final class KplAggregates {
  private static final byte[] MAGIC = {(byte) 0xf3, (byte) 0x89, (byte) 0x9a, (byte) 0xc2};
  private static final int DIGEST = 16;
  private static final int MAX_LENGTH = 5;

  private KplAggregates() {}

  /** Where the content of a field starts whose tag stands there, and where it ends. */
  public static int[] content(byte[] bytes, int tagAt) throws CannotEdit {
    int end =
        tagAt + 1 >= bytes.length ? -1 : Varint.end(bytes, tagAt + 1, bytes.length, MAX_LENGTH);
    long length = end < 0 ? -1 : Varint.value(bytes, tagAt + 1, end);
    if (length < 0 || length > bytes.length - end) {
      throw new CannotEdit(CannotEdit.Reason.CONTAINER);
    }
    return new int[] {end, end + (int) length};
  }

  /**
   * The edits, with the lengths and the sums of the aggregates that they are in.
   *
   * @param places that lie in such aggregates, in order
   */
  public static List<Edit> mended(byte[] bytes, List<Edit> edits, List<Integer> places)
      throws CannotEdit {
    List<Edit> all = new ArrayList<>(edits);
    int end = 0;
    for (int place : places) {
      if (place < end) {
        continue;
      }
      int from = start(bytes, place);
      end = end(bytes, from, place);
      List<Edit> inside = Edits.within(edits, from, end);
      if (inside.isEmpty()) {
        continue;
      }
      List<Edit> mended = MessageLengths.mended(bytes, from, end, inside, true);
      if (mended == null) {
        throw new CannotEdit(CannotEdit.Reason.CONTAINER);
      }
      byte[] message = Edits.applied(bytes, from, end, mended);
      all.removeAll(inside);
      all.addAll(mended);
      all.add(Edit.of(end, end + DIGEST, md5().digest(message)));
    }
    return Edits.joined(all);
  }

  private static int start(byte[] bytes, int place) throws CannotEdit {
    for (int at = place - MAGIC.length; at >= 0; at--) {
      if (Arrays.equals(bytes, at, at + MAGIC.length, MAGIC, 0, MAGIC.length)) {
        return at + MAGIC.length;
      }
    }
    throw new CannotEdit(CannotEdit.Reason.CONTAINER);
  }

  /** The end of the message: after a field, where its sum stands. */
  private static int end(byte[] bytes, int from, int place) throws CannotEdit {
    MessageDigest sum = md5();
    int at = from;
    while (at < bytes.length) {
      int next = content(bytes, at)[1];
      sum.update(bytes, at, next - at);
      at = next;
      if (at > place && at + DIGEST <= bytes.length && isSum(sum, bytes, at)) {
        return at;
      }
    }
    throw new CannotEdit(CannotEdit.Reason.CONTAINER);
  }

  private static boolean isSum(MessageDigest sum, byte[] bytes, int at) {
    try {
      byte[] digest = ((MessageDigest) sum.clone()).digest();
      return Arrays.equals(bytes, at, at + DIGEST, digest, 0, DIGEST);
    } catch (CloneNotSupportedException impossible) {
      throw new IllegalStateException("the MD5 of the JDK can be cloned", impossible);
    }
  }

  private static MessageDigest md5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("MD5 is part of every Java", impossible);
    }
  }
}
