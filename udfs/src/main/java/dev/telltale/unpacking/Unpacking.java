package dev.telltale.unpacking;

import dev.telltale.fault.FaultKind;
import dev.telltale.fault.FaultSink;
import dev.telltale.limit.Limits;
import dev.telltale.unpacking.layer.Container;
import dev.telltale.unpacking.layer.LayerExtent;
import dev.telltale.unpacking.layer.LayerFaults;
import dev.telltale.unpacking.layer.LayerStream;
import dev.telltale.unpacking.layer.Part;
import dev.telltale.unpacking.layer.Source;
import dev.telltale.unpacking.layer.UnpackBudget;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Unpacks one stored object: opens container after container, recognised by their bytes and never
 * by the object's key, and gives the innermost streams in the order of their bytes. Used by one
 * thread, inside a task.
 *
 * <p>Every byte of the object ends in exactly one leaf (in unpacked form, or raw), in the structure
 * of a container, or in {@link #bytesUnread}. Malformed input becomes a fault whose layer is the
 * number of containers around it and whose position counts in that layer's stream; reading goes on
 * after it. The object's own read errors pass through untouched.
 */
public final class Unpacking implements Closeable {
  private final InputStream object;
  private final long storedBytes;
  private final Limits limits;
  private final UnpackBudget budget;
  private final List<Source> sources = new ArrayList<>();
  private final Deque<Container> open = new ArrayDeque<>();
  private final List<LayerExtent> extents = new ArrayList<>();
  private final byte[] drain = new byte[16 << 10];
  private List<LayerExtent> emptyIn;
  private boolean started;
  private boolean delivered;
  private Leaf leaf;
  private LeafStream counted;

  public Unpacking(InputStream object, long storedBytes, Limits limits, FaultSink faults) {
    this.object = object;
    this.storedBytes = storedBytes;
    this.limits = limits;
    sources.add(new Source());
    budget = new UnpackBudget(limits, faults, source(0));
  }

  /**
   * The next leaf, or null at the end. Skips what is unread of the previous leaf. Empty streams are
   * left out; if there is nothing else, one of them is given, so that only a limit or an archive
   * without entries leaves an object without a leaf.
   */
  public Leaf next() throws IOException {
    if (leaf != null) {
      endLeaf();
    }
    if (!started) {
      started = true;
      source(0).open(object);
      leaf = leafOrContainer(0);
    }
    while (leaf == null && !open.isEmpty() && !budget.stopped()) {
      Container container = open.element();
      Part part = container.next();
      int layer = open.size();
      extents.subList(layer - 1, extents.size()).clear();
      if (part == null) {
        open.remove().close();
      } else if (part.kind() == Part.Kind.UNPACKED) {
        LayerExtent extent = new LayerExtent(container.name(), part.offset(), source(layer - 1));
        extents.add(extent);
        source(layer).open(new LayerStream(part.stream(), layer, budget, extent));
        leaf = leafOrContainer(layer);
      } else {
        leaf = leafOf(layer - 1, part.kind(), part.offset(), part.stream());
      }
    }
    if (leaf == null && !delivered && emptyIn != null && !budget.stopped()) {
      leaf = new Leaf(emptyIn, Part.Kind.UNPACKED, 0, InputStream.nullInputStream());
    }
    delivered |= leaf != null;
    return leaf;
  }

  /** What follows a leaf that ended early, because members start there, is read as members. */
  private void endLeaf() throws IOException {
    int layer = leaf.layer();
    if (leaf.holdsMembers() && leaf.stream() instanceof Source rest) {
      sources.set(layer, rest);
      open.push(Members.in(rest, limits, new LayerFaults(budget, layer)));
    } else {
      skipRest(leaf.stream());
    }
    leaf = null;
  }

  private Leaf leafOrContainer(int layer) throws IOException {
    Source in = source(layer);
    if (!in.ensure(1)) {
      if (emptyIn == null) {
        emptyIn = List.copyOf(extents);
      }
      return null;
    }
    boolean text = !open.isEmpty() && open.element().text();
    Container container =
        text ? null : Recognition.container(in, limits, new LayerFaults(budget, layer));
    if (container == null) {
      return leafOf(layer, Part.Kind.UNPACKED, 0, in);
    }
    if (layer >= limits.layers() && !container.text()) {
      container.close();
      budget.stop(FaultKind.LAYER_LIMIT, layer, 0, in.held());
      return null;
    }
    open.push(container);
    return null;
  }

  private Leaf leafOf(int layer, Part.Kind kind, long offset, InputStream stream) {
    counted = stream == source(0) ? null : new LeafStream(stream, layer, budget);
    List<LayerExtent> around = extents.subList(0, layer);
    if (kind != Part.Kind.UNPACKED) {
      return new Leaf(around, kind, offset, counted);
    }
    return new Leaf(
        around, kind, offset, counted == null ? source(0) : Source.of(counted), mayHold(layer));
  }

  /** Whether members may be looked for in a leaf: where one more container may be opened. */
  private boolean mayHold(int layer) {
    return layer < limits.layers() && (open.isEmpty() || !open.element().text());
  }

  private Source source(int layer) {
    if (layer == sources.size()) {
      sources.add(new Source());
    }
    return sources.get(layer);
  }

  private void skipRest(InputStream stream) throws IOException {
    int count;
    do {
      count = stream.read(drain, 0, drain.length);
    } while (count >= 0);
  }

  /**
   * How many bytes nobody has looked at, whatever ended the reading: what remains of the stored
   * object, what layers hold that nobody asked for, and what was read of the last leaf but not
   * answered for; or what was seen of a refused layer if that is more. A lower bound inside of
   * containers, because nobody knows what the rest unpacks to.
   *
   * @param answered bytes of the last leaf that were scanned
   */
  public long bytesUnread(long answered) {
    Source object = source(0);
    long unread = Math.max(0, storedBytes - object.position());
    for (int layer = 1; layer < sources.size() && layer <= open.size(); layer++) {
      unread += sources.get(layer).held();
    }
    if (leaf != null) {
      unread += (counted == null ? object.position() : counted.position()) - answered;
    }
    return Math.max(budget.knownUnread(), unread);
  }

  /** Frees the decoders and closes the object. */
  @Override
  public void close() throws IOException {
    while (!open.isEmpty()) {
      open.remove().close();
    }
    object.close();
  }
}
