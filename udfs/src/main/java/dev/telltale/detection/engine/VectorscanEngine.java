package dev.telltale.detection.engine;

import static com.gliwka.hyperscan.jni.hyperscan.HS_SUCCESS;
import static com.gliwka.hyperscan.jni.hyperscan.hs_alloc_scratch;
import static com.gliwka.hyperscan.jni.hyperscan.hs_free_scratch;
import static com.gliwka.hyperscan.jni.hyperscan.hs_scan;
import static com.gliwka.hyperscan.jni.hyperscan.hs_valid_platform;

import com.gliwka.hyperscan.jni.hs_database_t;
import com.gliwka.hyperscan.jni.hs_scratch_t;
import com.gliwka.hyperscan.jni.match_event_handler;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * A thin binding to Vectorscan 5.4 (https://intel.github.io/hyperscan/dev-reference/). Copies
 * blocks into one native buffer; blocks share {@link #OVERLAP} bytes, which is more than a trigger
 * spans.
 */
final class VectorscanEngine implements TriggerEngine {
  private static final int BLOCK = 1 << 20;
  private static final int OVERLAP = 16 << 10;

  /** One for all: JavaCPP has few slots for callbacks, and a scan never leaves its thread. */
  private static final ThreadLocal<VectorscanEngine> SCANNING = new ThreadLocal<>();

  private final VectorscanDatabase database;
  private final List<Scan> scans;
  private final BytePointer block = new BytePointer((long) BLOCK);
  private TokenHits tokens;
  private int base;
  private boolean closed;

  VectorscanEngine(VectorscanDatabase database) {
    this.database = database;
    scans = database.parts().stream().map(Scan::new).toList();
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
  static boolean isAvailable() {
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
  public void scan(byte[] buffer, int from, int to, HitSink hits) {
    if (closed) {
      throw new IllegalStateException("the engine is closed");
    }
    database.runs().scan(buffer, from, to, hits);
    SCANNING.set(this);
    try {
      int at = from;
      while (at < to && !scans.isEmpty()) {
        int length = Math.min(BLOCK, to - at);
        block.position(0).put(buffer, at, length);
        base = at;
        for (Scan scan : scans) {
          scan(scan, buffer, from, to, length, hits);
        }
        at = at + length == to ? to : at + length - OVERLAP;
      }
    } finally {
      SCANNING.remove();
    }
  }

  private void scan(Scan scan, byte[] buffer, int from, int to, int length, HitSink hits) {
    tokens = scan.tokens;
    tokens.start(buffer, from, to, hits);
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
      scans.forEach(scan -> hs_free_scratch(scan.scratch));
      block.close();
    }
  }
}
