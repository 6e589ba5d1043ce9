package dev.telltale.rewriting;

import dev.telltale.fault.FaultSink;
import dev.telltale.limit.Limits;
import dev.telltale.rewriting.edit.CannotEdit;
import dev.telltale.rewriting.edit.Edit;
import dev.telltale.unpacking.Leaf;
import dev.telltale.unpacking.Unpacking;
import dev.telltale.unpacking.layer.Layer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compares the innermost streams of the object before and after, as unpacking gives them: each has
 * to be what it was with its edits made, byte for byte.
 */
final class LeafComparison {
  private static final int CHUNK = 64 << 10;

  private final Limits limits;
  private long unchanged;
  private long replaced;

  LeafComparison(Limits limits) {
    this.limits = limits;
  }

  /** Bytes that are the same, once compared. */
  long unchanged() {
    return unchanged;
  }

  /** Bytes of the old object that others took the place of. */
  long replaced() {
    return replaced;
  }

  /** What all innermost streams have together; stops counting after {@code max}. */
  static long unpacked(byte[] object, Limits limits, long max) throws IOException {
    long total = 0;
    byte[] chunk = new byte[CHUNK];
    try (Unpacking unpacking = unpacking(object, limits)) {
      for (Leaf leaf = unpacking.next(); leaf != null; leaf = unpacking.next()) {
        InputStream in = leaf.stream();
        for (int count = in.read(chunk); count >= 0 && total <= max; count = in.read(chunk)) {
          total += count;
        }
        if (total > max) {
          return total;
        }
      }
    }
    return total;
  }

  private static Unpacking unpacking(byte[] object, Limits limits) {
    FaultSink unheard = fault -> {};
    return new Unpacking(new ByteArrayInputStream(object), object.length, limits, unheard);
  }

  /**
   * @param root the old object with what was to change in it
   */
  boolean same(OpenLayer root, byte[] after) throws IOException, CannotEdit {
    unchanged = 0;
    replaced = 0;
    try (Unpacking old = unpacking(root.reveal(), limits);
        Unpacking young = unpacking(after, limits)) {
      while (true) {
        Leaf before = old.next();
        Leaf now = young.next();
        if (before == null || now == null) {
          return before == now;
        }
        if (!before.containers().equals(now.containers())
            || before.raw() != now.raw()
            || before.header() != now.header()) {
          return false;
        }
        OpenLayer layer = opened(root, before.layers());
        List<Edit> edits = layer == null ? List.of() : layer.settled();
        if (!Arrays.equals(expected(before, edits), digest(now.stream()))) {
          return false;
        }
      }
    }
  }

  private static @Nullable OpenLayer opened(OpenLayer root, List<Layer> layers) {
    OpenLayer opened = root;
    for (Layer layer : layers) {
      opened = opened == null ? null : opened.opened(layer);
    }
    return opened;
  }

  /** The digest of the leaf with the edits made that lie in it. */
  private byte[] expected(Leaf leaf, List<Edit> edits) throws IOException {
    MessageDigest digest = sha256();
    InputStream in = leaf.stream();
    long at = leaf.offset();
    for (Edit edit : edits) {
      if (edit.from() < at) {
        continue;
      }
      long copied = copy(in, edit.from() - at, digest);
      at += copied;
      if (at < edit.from()) {
        break;
      }
      long gone = copy(in, edit.to() - (long) edit.from(), null);
      unchanged -= gone;
      replaced += gone;
      at += gone;
      if (gone > 0 || edit.to() == edit.from()) {
        digest.update(edit.reveal());
      }
    }
    copy(in, Long.MAX_VALUE, digest);
    return digest.digest();
  }

  private long copy(InputStream in, long count, @Nullable MessageDigest to) throws IOException {
    byte[] chunk = new byte[CHUNK];
    long left = count;
    while (left > 0) {
      int read = in.read(chunk, 0, (int) Math.min(left, chunk.length));
      if (read < 0) {
        break;
      }
      if (to != null) {
        to.update(chunk, 0, read);
      }
      left -= read;
    }
    unchanged += count - left;
    return count - left;
  }

  private static byte[] digest(InputStream in) throws IOException {
    MessageDigest digest = sha256();
    byte[] chunk = new byte[CHUNK];
    for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
      digest.update(chunk, 0, count);
    }
    return digest.digest();
  }

  /** Lower-case hex over the bytes. */
  static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(sha256().digest(bytes));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("SHA-256 is part of every Java", impossible);
    }
  }
}
