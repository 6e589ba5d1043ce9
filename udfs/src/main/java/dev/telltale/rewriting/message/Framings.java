package dev.telltale.rewriting.message;

import dev.telltale.framing.MessageFraming;
import dev.telltale.rewriting.edit.Edit;
import dev.telltale.rewriting.edit.Edits;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Mends the lengths of a whole stream of bytes that is one protobuf message, or messages of which
 * each follows its length. What is neither is left alone.
 */
public final class Framings {
  /** What the API server of Kubernetes writes in front of a message. */
  private static final byte[] KUBERNETES = {'k', '8', 's', 0};

  private final byte[] bytes;
  private final List<Edit> edits;
  private final boolean protobuf;

  private Framings(byte[] bytes, List<Edit> edits, boolean protobuf) {
    this.bytes = bytes;
    this.edits = edits;
    this.protobuf = protobuf;
  }

  /**
   * @param edits of the bytes, in order
   * @param protobuf whether records were made of messages in the bytes; otherwise only JSON values
   *     that follow their lengths are looked for
   */
  public static List<Edit> mended(byte[] bytes, List<Edit> edits, boolean protobuf) {
    if (bytes.length == 0 || edits.isEmpty() || isText(bytes)) {
      return edits;
    }
    Framings framings = new Framings(bytes, edits, protobuf);
    for (boolean strict : new boolean[] {true, false}) {
      List<Edit> mended = framings.mended(strict);
      if (mended != null) {
        return mended;
      }
    }
    return edits;
  }

  /** Whether the stream starts as JSON does: a brace may also be the length of an object. */
  private static boolean isText(byte[] bytes) {
    return bytes[0] == '[' || (bytes[0] == '{' && (bytes.length == 1 || bytes[1] != '{'));
  }

  /**
   * Messages behind their lengths first: these often parse as one message, hardly ever reversed.
   */
  private @Nullable List<Edit> mended(boolean strict) {
    List<Edit> found = null;
    for (MessageFraming framing : List.of(MessageFraming.VARINT, MessageFraming.BIG_ENDIAN)) {
      found = found == null ? delimited(framing, strict) : found;
    }
    if (found == null && protobuf) {
      found = MessageLengths.mended(bytes, 0, bytes.length, edits, strict);
    }
    return found == null && protobuf && startsAsKubernetes()
        ? MessageLengths.mended(bytes, KUBERNETES.length, bytes.length, edits, strict)
        : found;
  }

  private boolean startsAsKubernetes() {
    return bytes.length > KUBERNETES.length
        && ByteBuffer.wrap(bytes, 0, KUBERNETES.length).equals(ByteBuffer.wrap(KUBERNETES));
  }

  /** Null where lengths do not lead from message to message up to the end. */
  private @Nullable List<Edit> delimited(MessageFraming framing, boolean strict) {
    List<Edit> out = new ArrayList<>();
    int at = 0;
    int taken = 0;
    while (at < bytes.length) {
      long length = framing.length(bytes, at, bytes.length);
      int from = at + MessageFraming.prefix(length);
      if (length == MessageFraming.NONE || MessageFraming.message(length) > bytes.length - from) {
        return null;
      }
      int to = from + MessageFraming.message(length);
      List<Edit> inside = Edits.within(edits, from, to);
      taken += inside.size();
      if (!inside.isEmpty()) {
        List<Edit> content = content(from, to, inside, strict);
        if (content == null) {
          return null;
        }
        long changed = to - from + (long) Edits.growth(content);
        out.add(Edit.of(at, from, length(framing, changed, from - at)));
        out.addAll(content);
      }
      at = to;
    }
    return taken == edits.size() ? Edits.joined(out) : null;
  }

  private @Nullable List<Edit> content(int from, int to, List<Edit> inside, boolean strict) {
    if (bytes[from] == '{' || bytes[from] == '[') {
      return inside;
    }
    return protobuf ? MessageLengths.mended(bytes, from, to, inside, strict) : null;
  }

  private static byte[] length(MessageFraming framing, long length, int width) {
    if (framing == MessageFraming.VARINT) {
      boolean padded = width > MessageLengths.varint(length, 1).length + 1;
      return MessageLengths.varint(length, padded ? width : 1);
    }
    return ByteBuffer.allocate(4).putInt((int) length).array();
  }
}
