package dev.telltale.unpacking;

import dev.telltale.limit.Limits;
import dev.telltale.unpacking.archive.KplAggregate;
import dev.telltale.unpacking.archive.KplWalk;
import dev.telltale.unpacking.archive.TarEntries;
import dev.telltale.unpacking.archive.ZipEntries;
import dev.telltale.unpacking.charset.LegacyText;
import dev.telltale.unpacking.charset.TextCharset;
import dev.telltale.unpacking.charset.Transcoded;
import dev.telltale.unpacking.charset.UnicodeText;
import dev.telltale.unpacking.compression.Bzip2Streams;
import dev.telltale.unpacking.compression.GzipMembers;
import dev.telltale.unpacking.compression.HadoopBlocks;
import dev.telltale.unpacking.compression.Lz4Frames;
import dev.telltale.unpacking.compression.SnappyBlockLayer;
import dev.telltale.unpacking.compression.SnappyChunks;
import dev.telltale.unpacking.compression.XerialSnappy;
import dev.telltale.unpacking.compression.XzStreams;
import dev.telltale.unpacking.compression.ZlibStreams;
import dev.telltale.unpacking.compression.ZstdFrames;
import dev.telltale.unpacking.layer.Container;
import dev.telltale.unpacking.layer.LayerFaults;
import dev.telltale.unpacking.layer.Source;
import java.io.IOException;

/** Recognises a container by the first bytes of a stream. */
final class Recognition {
  private static final byte[] GZIP = {0x1f, (byte) 0x8b, 8};
  private static final byte[] ZIP_ENTRY = {'P', 'K', 3, 4};
  private static final byte[] ZIP_END = {'P', 'K', 5, 6};
  private static final int ZIP_END_BYTES = 22;

  private Recognition() {}

  /** The container that starts here, or null. */
  static Container container(Source in, Limits limits, LayerFaults faults) throws IOException {
    if (in.startsWith(GZIP)) {
      return Members.after(new GzipMembers(in, faults), in, limits, faults);
    }
    if (in.startsWith(ZIP_ENTRY) || (in.startsWith(ZIP_END) && in.ensure(ZIP_END_BYTES))) {
      return new ZipEntries(in, faults);
    }
    if (Lz4Frames.startsHere(in)) {
      return Members.after(new Lz4Frames(in, faults), in, limits, faults);
    }
    if (ZstdFrames.startsHere(in)) {
      return Members.after(new ZstdFrames(in, faults), in, limits, faults);
    }
    if (SnappyChunks.startsHere(in)) {
      return Members.after(new SnappyChunks(in, faults), in, limits, faults);
    }
    if (XerialSnappy.startsHere(in)) {
      return new XerialSnappy(in, limits, faults);
    }
    if (Bzip2Streams.startsHere(in)) {
      return Members.after(new Bzip2Streams(in, faults), in, limits, faults);
    }
    if (XzStreams.startsHere(in)) {
      return Members.after(new XzStreams(in, faults), in, limits, faults);
    }
    if (ZlibStreams.startsHere(in)) {
      return Members.after(new ZlibStreams(in, faults), in, limits, faults);
    }
    Container kpl = KplAggregate.recognise(in, new KplWalk(limits.frameBytes()), faults);
    if (kpl != null) {
      return Members.after(kpl, in, limits, faults);
    }
    if (Members.startWithLength(in)) {
      return Members.in(in, limits, faults);
    }
    if (TarEntries.startsHere(in)) {
      return new TarEntries(in, faults);
    }
    // A snappy block of literals of one byte each is UTF-16, byte for byte.
    TextCharset unicode = UnicodeText.recognise(in);
    if (unicode != null) {
      return new Transcoded(in, unicode, faults);
    }
    Container block = SnappyBlockLayer.recognise(in, limits, faults);
    if (block == null) {
      block = HadoopBlocks.recognise(in, limits, faults);
    }
    TextCharset charset = block == null ? LegacyText.recognise(in) : null;
    return charset == null ? block : new Transcoded(in, charset, faults);
  }
}
