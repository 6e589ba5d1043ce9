package dev.telltale.rewriting.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Edits of one array: in order, and without overlaps. */
public final class Edits {
  private static final byte[] NOTHING = new byte[0];

  private Edits() {}

  /** In order; those that overlap are one, with what the first of them puts in. */
  public static List<Edit> joined(List<Edit> edits) {
    List<Edit> sorted = new ArrayList<>(edits);
    sorted.sort(Comparator.comparingInt(Edit::from).thenComparingInt(Edit::to));
    List<Edit> joined = new ArrayList<>(sorted.size());
    for (Edit each : sorted) {
      Edit last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      boolean same = last != null && each.from() == last.from() && each.to() == last.to();
      if (last == null || (each.from() >= last.to() && !same)) {
        joined.add(each);
      } else {
        Edit one = last.with(last.from(), Math.max(last.to(), each.to()), last.reveal());
        joined.set(joined.size() - 1, one.in(each.leafFrom(), each.leafTo()));
      }
    }
    return joined;
  }

  /** The bytes with the edits made, which are in order. */
  public static byte[] applied(byte[] bytes, List<Edit> edits) {
    return applied(bytes, 0, bytes.length, edits);
  }

  /** The same of a range that every edit is in. */
  public static byte[] applied(byte[] bytes, int from, int to, List<Edit> edits) {
    byte[] out = new byte[to - from + growth(edits)];
    int at = from;
    int end = 0;
    for (Edit edit : edits) {
      System.arraycopy(bytes, at, out, end, edit.from() - at);
      end += edit.from() - at;
      System.arraycopy(edit.reveal(), 0, out, end, edit.reveal().length);
      end += edit.reveal().length;
      at = edit.to();
    }
    System.arraycopy(bytes, at, out, end, to - at);
    return out;
  }

  /** How many bytes longer all of them make the whole. */
  public static int growth(List<Edit> edits) {
    return edits.stream().mapToInt(Edit::growth).sum();
  }

  /** Those that lie in a range. */
  public static List<Edit> within(List<Edit> edits, int from, int to) {
    return edits.stream().filter(edit -> edit.from() >= from && edit.to() <= to).toList();
  }

  /** Those of a range, cut at its ends: what is put in goes where the edit starts. */
  public static List<Edit> cut(List<Edit> edits, int from, int to) {
    List<Edit> cut = new ArrayList<>();
    for (Edit edit : edits) {
      boolean starts = edit.from() >= from && edit.from() < to;
      boolean reaches = edit.from() < to && edit.to() > from;
      if (starts || reaches) {
        cut.add(
            Edit.of(
                Math.max(from, edit.from()),
                Math.min(to, edit.to()),
                starts ? edit.reveal() : NOTHING));
      }
    }
    return cut;
  }

  /** The same, each at a place so many bytes later. */
  public static List<Edit> moved(List<Edit> edits, int by) {
    return edits.stream().map(edit -> edit.moved(by)).toList();
  }
}
