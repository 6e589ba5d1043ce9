package dev.telltale.unpacking;

import dev.telltale.fault.FaultKind;
import dev.telltale.limit.Limits;
import dev.telltale.unpacking.archive.KplAggregate;
import dev.telltale.unpacking.compression.MemberKind;
import dev.telltale.unpacking.compression.MemberSearch;
import dev.telltale.unpacking.layer.Container;
import dev.telltale.unpacking.layer.LayerFaults;
import dev.telltale.unpacking.layer.Part;
import dev.telltale.unpacking.layer.RawStream;
import dev.telltale.unpacking.layer.Source;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Members with other bytes around them, of one kind or of several: each is found by its magic
 * number and verified by decoding. Blanks and zeros between members are structure, and so are
 * lengths that agree with the member after them, as the file exporter of the OpenTelemetry
 * Collector writes them. All else between members is given out, and is damage where the stream
 * starts with a member and no JSON value follows it.
 */
final class Members implements Container {
  /** More bytes than that in front of a member are not only its length. */
  private static final int MAX_PREFIX = 12;

  private final Source in;
  private final LayerFaults faults;
  private final boolean strict;
  private final MemberStarts starts;
  private @Nullable Container member;
  private String name;
  private @Nullable FaultKind trailing;
  private @Nullable FaultKind beforePrefix;
  private byte @Nullable [] prefix;
  private long memberAt;
  private boolean limitNamed;

  private Members(
      Source in, Limits limits, LayerFaults faults, boolean strict, @Nullable Container first) {
    this.in = in;
    this.faults = faults;
    this.strict = strict;
    starts = new MemberStarts(limits);
    member = first;
    name = first == null ? "members" : first.name();
  }

  /** A stream that starts with members, which are read already by {@code first}. */
  static Members after(Container first, Source in, Limits limits, LayerFaults faults) {
    return new Members(in, limits, faults, true, first);
  }

  /** A stream that starts with something else, or with a member that is found here. */
  static Members in(Source in, Limits limits, LayerFaults faults) {
    return new Members(in, limits, faults, false, null);
  }

  /**
   * Whether members of which each has its length in front start here: four or eight bytes, such
   * that they can be no message.
   */
  static boolean startWithLength(Source in) throws IOException {
    MemberSearch search = new MemberSearch();
    for (int bytes : new int[] {4, 8}) {
      boolean held = in.ensure(bytes + MemberSearch.LOOKAHEAD);
      if (held && MemberLength.mayBe(in, bytes) && search.at(in, bytes) != null) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public @Nullable Part next() throws IOException {
    while (true) {
      Part part = member == null ? null : member.next();
      if (part != null) {
        return part;
      }
      part = endMember();
      if (part != null) {
        return part;
      }
      if (!in.ensure(1)) {
        return null;
      }
      if (!opens() && !takesPrefix() && !passBlanks()) {
        return between();
      }
    }
  }

  /** The bytes in front of a member that turned out not to be its length come after it. */
  private @Nullable Part endMember() {
    if (member == null) {
      return null;
    }
    byte[] before = prefix;
    prefix = null;
    trailing = member.trailing();
    member.close();
    member = null;
    if (before == null || MemberLength.agrees(before, in.position() - memberAt)) {
      return null;
    }
    return other(memberAt - before.length, new ByteArrayInputStream(before), false, beforePrefix);
  }

  /** Opens the member that stands at the next byte. */
  private boolean opens() throws IOException {
    MemberKind kind = starts.compressed().at(in, 0);
    if (kind != null) {
      member = MemberSearch.open(kind, in, faults);
    } else {
      member = starts.archives().open(in, faults);
    }
    if (member == null) {
      member = KplAggregate.recognise(in, starts.aggregates(), faults);
    }
    if (member == null) {
      return false;
    }
    memberAt = in.position();
    name = member.name();
    return true;
  }

  private boolean passBlanks() throws IOException {
    long before = in.position();
    while (in.ensure(1) && MemberLength.isBlank(in.at(0))) {
      int count = 1;
      while (count < in.held() && MemberLength.isBlank(in.at(count))) {
        count++;
      }
      in.take(count);
    }
    return in.position() > before;
  }

  /** Takes the few bytes in front of a member, which may be its length, and opens it. */
  private boolean takesPrefix() throws IOException {
    in.ensure(MAX_PREFIX + MemberSearch.LOOKAHEAD);
    int max = Math.min(MAX_PREFIX, in.held() - MemberSearch.LOOKAHEAD);
    for (int bytes = 1; bytes <= max; bytes++) {
      if (starts.at(in, bytes)) {
        byte[] before = Arrays.copyOfRange(in.array(), in.from(), in.from() + bytes);
        if (!MemberLength.mayBe(before)) {
          return false;
        }
        prefix = before;
        beforePrefix = trailing;
        in.take(bytes);
        return opens();
      }
    }
    return false;
  }

  private Part between() throws IOException {
    boolean json = in.at(0) == '{' || in.at(0) == '[';
    return other(
        in.position(), RawStream.upTo(in, MemberSearch.LOOKAHEAD, this::startsAt), json, trailing);
  }

  private boolean startsAt(Source from, int index) throws IOException {
    boolean here = starts.at(from, index);
    if (!limitNamed && starts.isExhausted()) {
      limitNamed = true;
      faults.add(FaultKind.MEMBER_LIMIT, from.position() + index);
    }
    return here;
  }

  /**
   * @param kind what the bytes are in a stream of members; null where that is not known
   */
  private Part other(long offset, InputStream bytes, boolean json, @Nullable FaultKind kind) {
    if (strict && kind != null && !json) {
      faults.add(kind, offset);
      return Part.raw(offset, bytes);
    }
    return Part.between(offset, bytes);
  }

  @Override
  public void close() {
    if (member != null) {
      member.close();
    }
  }
}
