package dev.telltale.decoding.file.orc;

import dev.telltale.decoding.file.BoundedBytes;
import dev.telltale.decoding.file.DamagedFile;
import dev.telltale.decoding.file.FileBytes;
import dev.telltale.decoding.file.RowBudget;
import dev.telltale.fault.FaultKind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.orc.CompressionCodec;
import org.apache.orc.CompressionKind;
import org.apache.orc.OrcProto;
import org.apache.orc.impl.BufferChunk;
import org.apache.orc.impl.InStream;
import org.apache.orc.impl.OrcCodecPool;
import org.apache.orc.protobuf.CodedInputStream;

/**
 * The tail of an ORC file (https://orc.apache.org/specification/ORCv1/), its lengths, types and
 * stripes checked before the library reads it.
 */
final class OrcTailBytes {
  static final String MAGIC = "ORC";

  private final FileBytes file;
  private final RowBudget budget;
  private final OrcProto.PostScript postScript;
  private final int start;
  private final byte[] statistics;
  private final OrcProto.Footer footer;

  private OrcTailBytes(
      FileBytes file, RowBudget budget, OrcProto.PostScript postScript, int postScriptAt)
      throws IOException {
    this.file = file;
    this.budget = budget;
    this.postScript = postScript;
    long footerAt = postScriptAt - postScript.getFooterLength();
    long metadataAt = footerAt - postScript.getMetadataLength();
    boolean sound =
        postScript.getFooterLength() >= 0
            && postScript.getMetadataLength() >= 0
            && metadataAt >= MAGIC.length()
            && metadataAt <= footerAt
            && footerAt <= postScriptAt;
    if (!sound || buffer() <= 0 || buffer() > budget.limits().frameBytes()) {
      throw new DamagedFile(FaultKind.ORC, postScriptAt);
    }
    start = (int) metadataAt;
    statistics = unpacked(start, (int) (footerAt - metadataAt));
    byte[] bytes = unpacked((int) footerAt, postScriptAt - (int) footerAt);
    checkCount(bytes, (int) footerAt);
    footer = OrcProto.Footer.parseFrom(bytes);
    checkTypes((int) footerAt);
  }

  /** Fails with the place of the damage. */
  static OrcTailBytes read(FileBytes file, RowBudget budget) throws IOException {
    int last = file.length() - 1;
    int length = file.at(last);
    int at = last - length;
    if (at < MAGIC.length()) {
      throw new DamagedFile(FaultKind.ORC, last);
    }
    OrcProto.PostScript postScript =
        OrcProto.PostScript.parseFrom(ByteBuffer.wrap(file.reveal(), file.from() + at, length));
    if (!postScript.getMagic().equals(MAGIC)) {
      throw new DamagedFile(FaultKind.ORC, at);
    }
    return new OrcTailBytes(file, budget, postScript, at);
  }

  /** A message of empty messages would become objects a hundred times its size. */
  private void checkCount(byte[] bytes, int position) throws IOException {
    CodedInputStream in = CodedInputStream.newInstance(bytes);
    int left = budget.limits().jsonTokens();
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      in.skipField(tag);
      if (--left < 0) {
        throw new DamagedFile(FaultKind.FILE_BLOCK_LIMIT, position);
      }
    }
  }

  /** Types are numbered so that children come after their parent; nothing else ends. */
  private void checkTypes(int position) {
    int[] depths = new int[footer.getTypesCount()];
    for (int i = 0; i < depths.length; i++) {
      for (int child : footer.getTypes(i).getSubtypesList()) {
        if (child <= i || child >= depths.length || depths[child] > 0) {
          throw new DamagedFile(FaultKind.ORC, position);
        }
        depths[child] = depths[i] + 1;
        if (depths[child] > budget.limits().jsonDepth()) {
          throw new DamagedFile(FaultKind.JSON_DEPTH_LIMIT, position);
        }
      }
    }
    if (depths.length == 0 || footer.hasEncryption()) {
      throw new DamagedFile(FaultKind.ORC, position);
    }
  }

  /** A part of the file without its compression, up to the limit. */
  byte[] unpacked(int offset, int length) throws IOException {
    CompressionCodec codec = OrcCodecPool.getCodec(kind());
    try (InStream in = stream(codec, offset, length)) {
      return new BoundedBytes(budget.limits().fileBlockBytes()).all(in);
    } finally {
      OrcCodecPool.returnCodec(kind(), codec);
    }
  }

  /** A part of the file as a stream without its compression; the codec is the caller's. */
  InStream stream(CompressionCodec codec, int offset, int length) {
    InStream.StreamOptions options = InStream.options();
    if (codec != null) {
      options.withCodec(codec).withBufferSize((int) buffer());
    }
    BufferChunk chunk = new BufferChunk(file.view(offset, length), 0);
    return InStream.create(MAGIC, chunk, 0, length, options);
  }

  CompressionKind kind() {
    return CompressionKind.valueOf(postScript.getCompression().name());
  }

  private long buffer() {
    return postScript.hasCompressionBlockSize() ? postScript.getCompressionBlockSize() : 256 << 10;
  }

  OrcProto.Footer footer() {
    return footer;
  }

  /** The statistics of the stripes, as bytes. */
  byte[] statistics() {
    return Arrays.copyOf(statistics, statistics.length);
  }

  /** Where the tail starts; stripes lie before it. */
  int start() {
    return start;
  }

  @Override
  public String toString() {
    return "tail of " + (file.length() - start) + " bytes";
  }
}
