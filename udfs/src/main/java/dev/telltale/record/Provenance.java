package dev.telltale.record;

import dev.telltale.unpacking.layer.Layer;
import dev.telltale.value.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Where a record comes from: the path to its body, what was decoded on the way, and the bytes that
 * it stands for. Paths hold names from the input, so it never leaves the task. Immutable.
 *
 * <p>The path of a place in the record is {@link #pathPrefix()}, then {@link #rootPath()}, then the
 * way from the body's root to the place. Its bytes are in the innermost of {@link #layers()}.
 */
public final class Provenance {
  private static final String ROOT = "$";

  private final List<String> encodings;
  private final String pathPrefix;
  private final String rootPath;
  private final Span span;
  private final List<Layer> layers;
  private final long origin;

  private Provenance(
      List<String> encodings,
      String pathPrefix,
      String rootPath,
      Span span,
      List<Layer> layers,
      long origin) {
    this.encodings = List.copyOf(encodings);
    this.pathPrefix = Objects.requireNonNull(pathPrefix, "pathPrefix");
    this.rootPath = Objects.requireNonNull(rootPath, "rootPath");
    this.span = Objects.requireNonNull(span, "span");
    this.layers = List.copyOf(layers);
    this.origin = origin;
  }

  /** That of a body that is the whole value of its frame. */
  static Provenance of(Span span) {
    return new Provenance(List.of(), "", ROOT, span, List.of(), 0);
  }

  Provenance within(String outerPath, List<String> outerEncodings, List<Layer> outerLayers) {
    return new Provenance(
        joined(outerEncodings, encodings),
        outerPath + pathPrefix,
        rootPath,
        span,
        joined(outerLayers, layers),
        origin);
  }

  private static <T> List<T> joined(List<T> outer, List<T> inner) {
    List<T> all = new ArrayList<>(outer);
    all.addAll(inner);
    return all;
  }

  Provenance at(String newRootPath) {
    return new Provenance(encodings, pathPrefix, newRootPath, span, layers, origin);
  }

  Provenance spanning(Span bytes) {
    return new Provenance(encodings, pathPrefix, rootPath, bytes, layers, origin);
  }

  Provenance inPlace(String newRootPath, Span bytes) {
    return new Provenance(encodings, "", newRootPath, bytes, List.of(), 0);
  }

  Provenance unlayered(Span bytes) {
    return new Provenance(encodings, pathPrefix, rootPath, bytes, List.of(), 0);
  }

  Provenance inFrame(long frameOffset) {
    if (layers.isEmpty()) {
      return new Provenance(encodings, pathPrefix, rootPath, span, layers, origin + frameOffset);
    }
    List<Layer> shifted = new ArrayList<>(layers);
    shifted.set(0, shifted.get(0).shifted(frameOffset));
    return new Provenance(encodings, pathPrefix, rootPath, span, shifted, origin);
  }

  /** What was decoded to reach the body, outermost first, such as base64, snappy, protobuf. */
  public List<String> encodings() {
    return encodings;
  }

  /** Comes before the root path where the record was inside another one, otherwise empty. */
  public String pathPrefix() {
    return pathPrefix;
  }

  /**
   * The place of the body in the value that held it, which takes the place of the body's {@code $}
   * in paths. {@code $} where the body is the whole value; such as {@code $.batch[0]} where it is a
   * part; empty where the body is decoded text that ends a path prefix.
   */
  public String rootPath() {
    return rootPath;
  }

  /**
   * The layers between the object's unpacked stream and the bytes of the record, outermost first.
   */
  public List<Layer> layers() {
    return layers;
  }

  /** The bytes that the record stands for, counted from {@link #origin()}. */
  public Span span() {
    return span;
  }

  /** Where in the innermost layer the record's spans start to count. */
  public long origin() {
    return origin;
  }

  @Override
  public String toString() {
    return "provenance after " + encodings + " in " + layers.size() + " layers";
  }
}
