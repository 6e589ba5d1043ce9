package dev.telltale.unpacking;

import dev.telltale.limit.Limits;
import dev.telltale.unpacking.archive.ArchiveSearch;
import dev.telltale.unpacking.archive.KplWalk;
import dev.telltale.unpacking.compression.MemberSearch;
import dev.telltale.unpacking.layer.Source;
import java.io.IOException;

/**
 * Looks for whatever can start anywhere in a stream: compressed members, archives and aggregates,
 * by their magic numbers, each verified by decoding. One per stream; in time linear in the stream.
 */
public final class MemberStarts {
  private final MemberSearch compressed = new MemberSearch();
  private final ArchiveSearch archives = new ArchiveSearch(compressed);
  private final KplWalk aggregates;

  public MemberStarts(Limits limits) {
    aggregates = new KplWalk(limits.frameBytes());
  }

  /** Whether members start at an index of a source, whose byte is held. */
  public boolean at(Source in, int index) throws IOException {
    return compressed.at(in, index) != null
        || archives.isAt(in, index)
        || aggregates.isSoundAt(in, index);
  }

  MemberSearch compressed() {
    return compressed;
  }

  ArchiveSearch archives() {
    return archives;
  }

  KplWalk aggregates() {
    return aggregates;
  }

  /** Whether starts were passed over because verifying the ones before them cost too much. */
  public boolean isExhausted() {
    return compressed.isExhausted() || aggregates.isExhausted();
  }

  @Override
  public String toString() {
    return compressed + ", " + aggregates;
  }
}
