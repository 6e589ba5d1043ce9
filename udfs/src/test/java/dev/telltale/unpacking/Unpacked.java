package dev.telltale.unpacking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.telltale.fault.Fault;
import dev.telltale.limit.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** All leaves and faults of an object, for comparison. */
public final class Unpacked {
  final List<String> leaves = new ArrayList<>();
  final List<byte[]> contents = new ArrayList<>();

  /** Texts of headers, which stand beside the leaves. */
  final List<String> headers = new ArrayList<>();

  /** Every leaf, header texts among them, with how many bytes it gave. */
  final List<Leaf> all = new ArrayList<>();

  final List<Integer> sizes = new ArrayList<>();
  public final List<Fault> faults = new ArrayList<>();
  long unread;

  static Unpacked of(byte[] object) {
    return of(new ByteArrayInputStream(object), object.length, Limits.defaults());
  }

  static Unpacked of(InputStream object, long stored, Limits limits) {
    Unpacked result = new Unpacked();
    try (Unpacking unpacking = new Unpacking(object, stored, limits, result.faults::add)) {
      for (Leaf leaf = unpacking.next(); leaf != null; leaf = unpacking.next()) {
        byte[] content = leaf.stream().readAllBytes();
        assertEquals(leaf.containers().size(), leaf.layer());
        result.all.add(leaf);
        result.sizes.add(content.length);
        if (leaf.header()) {
          result.headers.add(new String(content, StandardCharsets.ISO_8859_1));
          continue;
        }
        result.contents.add(content);
        result.leaves.add((leaf.raw() ? "raw " : "") + leaf.containers());
      }
      result.unread = unpacking.bytesUnread(Long.MAX_VALUE);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return result;
  }

  String text(int index) {
    return new String(contents.get(index), StandardCharsets.UTF_8);
  }

  public String faults() {
    StringBuilder text = new StringBuilder();
    for (Fault fault : faults) {
      text.append(text.isEmpty() ? "" : ", ");
      text.append(fault.kind().id() + "@" + fault.layer() + ":" + fault.position());
    }
    return text.toString();
  }
}
