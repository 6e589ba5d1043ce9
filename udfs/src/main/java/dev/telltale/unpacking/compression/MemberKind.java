package dev.telltale.unpacking.compression;

import dev.telltale.unpacking.layer.LayerFaults;
import dev.telltale.unpacking.layer.Source;
import java.io.IOException;

/** The compressed members that can be found wherever they start. */
public enum MemberKind {
  GZIP(0x1f) {
    @Override
    boolean startsAt(Source in, int index, MemberTrial trial) throws IOException {
      return in.ensure(index + GzipHeader.FIXED)
          && GzipHeader.plausible(in, index)
          && trial.gzip(in, index);
    }

    @Override
    MemberContainer open(Source in, LayerFaults faults) {
      return new GzipMembers(in, faults);
    }
  },
  ZSTD(0x28) {
    @Override
    boolean startsAt(Source in, int index, MemberTrial trial) throws IOException {
      return in.ensure(index + ZstdFrames.MIN_BYTES)
          && ZstdFrames.plausible(in, index)
          && trial.zstd(in, index);
    }

    @Override
    MemberContainer open(Source in, LayerFaults faults) {
      return new ZstdFrames(in, faults);
    }
  },
  LZ4(0x04) {
    @Override
    boolean startsAt(Source in, int index, MemberTrial trial) throws IOException {
      in.ensure(index + Lz4Header.MAX_COUNT);
      return in.held() >= index + Lz4Header.MIN_COUNT && Lz4Header.at(in, index) != null;
    }

    @Override
    MemberContainer open(Source in, LayerFaults faults) {
      return new Lz4Frames(in, faults);
    }
  },
  XZ(0xfd) {
    @Override
    boolean startsAt(Source in, int index, MemberTrial trial) throws IOException {
      return in.ensure(index + XzStreams.HEADER) && XzStreams.header(in, index);
    }

    @Override
    MemberContainer open(Source in, LayerFaults faults) {
      return new XzStreams(in, faults);
    }
  },
  BZIP2('B') {
    @Override
    boolean startsAt(Source in, int index, MemberTrial trial) throws IOException {
      return in.ensure(index + Bzip2Streams.START_BYTES) && Bzip2Streams.header(in, index);
    }

    @Override
    MemberContainer open(Source in, LayerFaults faults) {
      return new Bzip2Streams(in, faults);
    }
  },
  ZLIB(0x78) {
    @Override
    boolean startsAt(Source in, int index, MemberTrial trial) throws IOException {
      return in.ensure(index + ZlibStreams.MIN_BYTES)
          && ZlibStreams.header(in, index)
          && trial.zlib(in, index);
    }

    @Override
    MemberContainer open(Source in, LayerFaults faults) {
      return new ZlibStreams(in, faults);
    }
  },
  SNAPPY(0xff) {
    @Override
    boolean startsAt(Source in, int index, MemberTrial trial) throws IOException {
      return in.ensure(index + SnappyChunks.IDENTIFIER_BYTES) && SnappyChunks.identifier(in, index);
    }

    @Override
    MemberContainer open(Source in, LayerFaults faults) {
      return new SnappyChunks(in, faults);
    }
  };

  /** The kind whose members start with a byte, by the byte. */
  private static final MemberKind[] BY_FIRST = new MemberKind[256];

  static {
    for (MemberKind kind : values()) {
      BY_FIRST[kind.first] = kind;
    }
  }

  private final int first;

  MemberKind(int first) {
    this.first = first;
  }

  /** The only kind whose members may start at a byte that is held, or null. */
  static MemberKind mayStart(Source in, int index) {
    return BY_FIRST[in.at(index)];
  }

  abstract boolean startsAt(Source in, int index, MemberTrial trial) throws IOException;

  /** Reads the members that stand at the next byte. */
  abstract MemberContainer open(Source in, LayerFaults faults);
}
