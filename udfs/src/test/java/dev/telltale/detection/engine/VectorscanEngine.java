package dev.telltale.detection.engine;

import static com.gliwka.hyperscan.jni.hyperscan.HS_SUCCESS;
import static com.gliwka.hyperscan.jni.hyperscan.hs_alloc_scratch;
import static com.gliwka.hyperscan.jni.hyperscan.hs_free_scratch;
import static com.gliwka.hyperscan.jni.hyperscan.hs_scan;
import static com.gliwka.hyperscan.jni.hyperscan.hs_valid_platform;

import com.gliwka.hyperscan.jni.hs_database_t;
import com.gliwka.hyperscan.jni.hs_scratch_t;
import com.gliwka.hyperscan.jni.match_event_handler;
import dev.telltale.detection.pattern.HitSink;
import dev.telltale.detection.rules.RuleSet;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * A thin binding to Vectorscan 5.4 (https://intel.github.io/hyperscan/dev-reference/). Copies
 * blocks into one native buffer; blocks share {@link #OVERLAP} bytes, which is more than a trigger
 * spans.
 */
public final class VectorscanEngine implements TriggerEngine {
  private static final int BLOCK = 1 << 20;
  private static final int OVERLAP = 16 << 10;

  /** One for all: JavaCPP has few slots for callbacks, and a scan never leaves its thread. */
  private static final ThreadLocal<VectorscanEngine> SCANNING = new ThreadLocal<>();

  private final List<Scan> triggers;
  private final List<Scan> shapes;
  private final BytePointer block = new BytePointer((long) BLOCK);
  private TokenHits tokens;
  private int base;
  private boolean closed;

  /** For {@link #isAvailable()} platforms. */
  public VectorscanEngine(RuleSet rules) {
    triggers = VectorscanDatabase.ofTriggers(rules).parts().stream().map(Scan::new).toList();
    shapes = VectorscanDatabase.ofShapes(rules).parts().stream().map(Scan::new).toList();
  }

  /** What an engine has of its own for one part of the database. */
  private static final class Scan {
    private final hs_database_t expressions;
    private final TokenHits tokens;
    private final hs_scratch_t scratch;

    Scan(VectorscanDatabase.Part part) {
      expressions = part.pointer();
      tokens = part.hits();
      try (PointerPointer<hs_scratch_t> holder = new PointerPointer<>(1)) {
        holder.put(0, (Pointer) null);
        check(hs_alloc_scratch(expressions, holder), "allocating scratch");
        scratch = holder.get(hs_scratch_t.class, 0);
      }
    }
  }

  /** Native library present, and a processor that it runs on: asked first, or it dies by signal. */
  public static boolean isAvailable() {
    return Platform.VALID;
  }

  private static final class Platform {
    private static final boolean VALID = probe();

    private static boolean probe() {
      try {
        return hs_valid_platform() == HS_SUCCESS;
      } catch (LinkageError absent) {
        return false;
      }
    }
  }

  private static final class Callback extends match_event_handler {
    private static final Callback ONLY = new Callback();

    @Override
    public int call(int id, long from, long to, int flags, Pointer context) {
      VectorscanEngine engine = SCANNING.get();
      engine.tokens.hit(id, engine.base + (int) to);
      return 0;
    }
  }

  @Override
  public void scan(String text, HitSink hits) {
    scan(triggers, text, hits);
  }

  @Override
  public void scanShapes(String text, HitSink hits) {
    scan(shapes, text, hits);
  }

  /** Hits in the order of their ends, whose characters are found on the way. */
  private void scan(List<Scan> scans, String text, HitSink hits) {
    byte[] bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
    List<int[]> found = new ArrayList<>();
    scan(scans, bytes, (rule, end) -> found.add(new int[] {rule, end}));
    found.sort(Comparator.comparingInt(hit -> hit[1]));
    CharacterOffsets offsets = new CharacterOffsets(text, bytes.length - 1);
    found.forEach(hit -> hits.hit(hit[0], offsets.character(hit[1])));
  }

  private void scan(List<Scan> scans, byte[] buffer, HitSink hits) {
    if (closed) {
      throw new IllegalStateException("the engine is closed");
    }
    SCANNING.set(this);
    try {
      int at = 0;
      while (at < buffer.length) {
        int length = Math.min(BLOCK, buffer.length - at);
        block.position(0).put(buffer, at, length);
        base = at;
        for (Scan scan : scans) {
          scan(scan, buffer, length, hits);
        }
        at = at + length == buffer.length ? buffer.length : at + length - OVERLAP;
      }
    } finally {
      SCANNING.remove();
    }
  }

  private void scan(Scan scan, byte[] buffer, int length, HitSink hits) {
    tokens = scan.tokens;
    tokens.start(buffer, 0, buffer.length, hits);
    try {
      check(
          hs_scan(scan.expressions, block, length, 0, scan.scratch, Callback.ONLY, null),
          "scanning a block");
    } finally {
      tokens.finish();
    }
  }

  private static void check(int result, String what) {
    if (result != HS_SUCCESS) {
      throw new IllegalStateException("Vectorscan error " + result + " while " + what);
    }
  }

  @Override
  public String name() {
    return "vectorscan";
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      triggers.forEach(scan -> hs_free_scratch(scan.scratch));
      shapes.forEach(scan -> hs_free_scratch(scan.scratch));
      block.close();
    }
  }
}
