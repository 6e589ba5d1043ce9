package dev.telltale.rewriting.layer;

import dev.telltale.rewriting.edit.CannotEdit;
import dev.telltale.rewriting.edit.Edit;
import dev.telltale.rewriting.edit.Edits;
import dev.telltale.rewriting.message.KplAggregates;
import dev.telltale.rewriting.message.LengthBefore;
import dev.telltale.unpacking.charset.CharsetText;
import dev.telltale.unpacking.layer.Layer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Opens the layers of one object by their names, within what all of them may unpack to. Used by one
 * thread.
 */
public final class Layers {
  private static final Set<String> COMPRESSED =
      Set.of(
          "gzip",
          "zlib",
          "zstd",
          "snappy-framed",
          "bzip2",
          "xz",
          "lz4",
          "snappy",
          "hadoop-snappy",
          "snappy-xerial");
  private static final Set<String> OTHERS = Set.of("tar", "zip", "kpl", "base64", "string");

  private long left;

  /**
   * @param maxBytes that all parts may unpack to
   */
  public Layers(long maxBytes) {
    left = maxBytes;
  }

  /** Whether layers of this name can be written. */
  public static boolean areWritten(String name) {
    return COMPRESSED.contains(name) || OTHERS.contains(name) || CharsetText.isNamed(name);
  }

  /**
   * Opens the part that a layer is.
   *
   * @param bytes that the layer is in
   */
  public OpenPart open(byte[] bytes, Layer layer) throws CannotEdit {
    if (layer.offset() < 0 || layer.offset() > bytes.length) {
      throw new CannotEdit(CannotEdit.Reason.NOT_LOCATED);
    }
    int from = (int) layer.offset();
    long end = layer.length() == Layer.UNKNOWN ? bytes.length : from + layer.length();
    if (end > bytes.length) {
      throw new CannotEdit(CannotEdit.Reason.NOT_LOCATED);
    }
    return counted(part(layer.name(), bytes, from, (int) end));
  }

  private OpenPart part(String name, byte[] bytes, int from, int end) throws CannotEdit {
    return switch (name) {
      case "gzip" -> pieces(new GzipCodec(), bytes, from);
      case "zlib" -> pieces(new ZlibCodec(), bytes, from);
      case "zstd" -> pieces(new ZstdCodec(), bytes, from);
      case "snappy-framed" -> pieces(new SnappyChunkCodec(), bytes, from);
      case "hadoop-snappy" -> pieces(new BlockedSnappyCodec(true), bytes, from);
      case "snappy-xerial" -> pieces(new BlockedSnappyCodec(false), bytes, from);
      case "bzip2" -> pieces(StreamCodec.BZIP2, bytes, from);
      case "xz" -> pieces(StreamCodec.XZ, bytes, from);
      case "lz4" -> pieces(StreamCodec.LZ4, bytes, from);
      case "snappy" -> Pieces.read(new SnappyBlockCodec(), bytes, from, end, max());
      case "tar" -> TarPart.at(bytes, from);
      case "zip" -> ZipPart.at(bytes, from, max());
      case "kpl" -> {
        int[] content = KplAggregates.content(bytes, from);
        yield new PlainPart(bytes, content[0], content[1]);
      }
      case "base64" -> EncodedLayer.base64(bytes, from, end);
      case "string" -> EncodedLayer.text(bytes, from, end);
      default -> {
        if (!CharsetText.isNamed(name) || from > 0) {
          throw new CannotEdit(CannotEdit.Reason.CONTAINER);
        }
        yield CharsetLayer.of(name, bytes);
      }
    };
  }

  private Pieces pieces(Codec codec, byte[] bytes, int from) throws CannotEdit {
    return Pieces.read(codec, bytes, from, bytes.length, max());
  }

  private int max() {
    return (int) Math.min(Integer.MAX_VALUE - 64, left);
  }

  private OpenPart counted(OpenPart part) throws CannotEdit {
    left -= part.reveal().length;
    if (left < 0) {
      throw new CannotEdit(CannotEdit.Reason.UNPACKED_LIMIT);
    }
    return part;
  }

  /** What detection unpacks in a field, by its first bytes; null where it is something else. */
  public @Nullable OpenPart recognised(byte[] bytes, int from, int to) {
    if (to - from < 8) {
      return null;
    }
    Codec codec =
        switch (bytes[from]) {
          case 0x1f -> new GzipCodec();
          case 0x28 -> new ZstdCodec();
          case 0x78 -> new ZlibCodec();
          default -> null;
        };
    try {
      return codec == null ? null : counted(Pieces.read(codec, bytes, from, to, max()));
    } catch (CannotEdit somethingElse) {
      return null;
    }
  }

  /**
   * The edits of the bytes that parts lie in, with what containers say of their parts elsewhere:
   * directories, sums, lengths in front.
   *
   * @param edits of the bytes, in order
   * @param names of the layers that the parts are
   */
  public static List<Edit> mended(
      byte[] bytes, List<Edit> edits, List<OpenPart> parts, List<String> names) throws CannotEdit {
    List<Edit> mended = edits;
    List<Integer> aggregates = new ArrayList<>();
    List<ZipPart> entries = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      if (names.get(i).equals("kpl")) {
        aggregates.add(parts.get(i).from());
      } else if (parts.get(i) instanceof ZipPart entry && entry.isChanged()) {
        entries.add(entry);
      }
    }
    if (!aggregates.isEmpty()) {
      aggregates.sort(Comparator.naturalOrder());
      mended = KplAggregates.mended(bytes, mended, aggregates);
    }
    if (!entries.isEmpty()) {
      mended = ZipDirectory.mended(bytes, mended, entries);
    }
    List<Edit> lengths = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      if (COMPRESSED.contains(names.get(i))) {
        OpenPart part = parts.get(i);
        int growth = Edits.growth(Edits.within(mended, part.from(), part.to()));
        int length = part.to() - part.from();
        Edit edit =
            growth == 0
                ? null
                : LengthBefore.mended(bytes, 0, part.from(), length, length + growth);
        if (edit != null) {
          lengths.add(edit);
        }
      }
    }
    lengths.addAll(mended);
    return Edits.joined(lengths);
  }
}
