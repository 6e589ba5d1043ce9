package dev.telltale.framing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.telltale.fault.Fault;
import dev.telltale.limit.ChangedLimits;
import dev.telltale.limit.Limits;
import dev.telltale.unpacking.Bytes;
import dev.telltale.unpacking.Leaf;
import dev.telltale.unpacking.Unpacked;
import dev.telltale.unpacking.layer.Part;
import dev.telltale.value.JsonParser;
import dev.telltale.value.MalformedJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** All frames and faults of a leaf; each frame's place is checked, and that they add up. */
public final class Framed {
  public final List<String> frames = new ArrayList<>();
  public final List<Fault> faults = new ArrayList<>();
  Shape shape;

  public static Limits small(int frame, int line, int window, int overlap) {
    return ChangedLimits.with("frameBytes", frame)
        .and("lineBytes", line)
        .and("windowBytes", window)
        .and("overlapBytes", overlap)
        .limits();
  }

  public static Framed of(String text) {
    return of(Bytes.utf8(text), Limits.defaults());
  }

  public static Framed of(byte[] bytes, Limits limits) {
    return of(bytes, new ByteArrayInputStream(bytes), false, limits, "");
  }

  /** Reads a leaf as the decoder does: JSON frames that do not parse are rejected. */
  public static Framed of(
      byte[] bytes, InputStream stream, boolean raw, Limits limits, String hint) {
    Framed result = new Framed();
    JsonParser parser = new JsonParser(limits);
    try {
      FrameReader reader =
          LeafHead.of(
                  new Leaf(List.of(), raw ? Part.Kind.RAW : Part.Kind.UNPACKED, 0, stream),
                  limits,
                  result.faults::add)
              .byShape();
      result.shape = reader.shape();
      long accounted = 0;
      long covered = 0;
      for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
        for (int i = 0; i < frame.length(); i++) {
          int at = (int) frame.offset() + i;
          if (bytes[at] != frame.reveal()[frame.from() + i]) {
            throw new AssertionError(hint + " wrong byte at " + at + " of " + frame);
          }
        }
        if (frame.kind() == Frame.Kind.JSON) {
          try {
            parser.parse(frame.reveal(), frame.from(), frame.length());
          } catch (MalformedJson broken) {
            result.frames.add("rejected");
            reader.reject(frame.offset() + broken.position());
            continue;
          }
        }
        accounted += frame.accounted();
        covered += frame.length() - frame.overlap();
        result.frames.add(describe(frame));
      }
      assertEquals(bytes.length, accounted, hint + " accounted");
      if (covered > bytes.length) {
        throw new AssertionError(hint + " frames repeat bytes");
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return result;
  }

  private static String describe(Frame frame) {
    String text =
        frame.length() > 200
            ? frame.length() + " bytes"
            : new String(frame.reveal(), frame.from(), frame.length(), StandardCharsets.UTF_8);
    String mark = frame.overlap() > 0 ? "+" + frame.overlap() : "";
    return frame.kind() + mark + (frame.continued() ? "..." : "") + ":" + text;
  }

  String faults() {
    Unpacked names = new Unpacked();
    names.faults.addAll(faults);
    return names.faults();
  }
}
