package dev.telltale.detection.repeat;

import dev.telltale.detection.field.Field;
import dev.telltale.limit.Limits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Texts that a log driver cut into several records: what stands on both sides of a cut is read as
 * one. Bounded. Holds texts: never printed. Not thread-safe.
 */
public final class SplitTexts {
  /**
   * Docker's json-file driver cuts lines into parts of 16 KiB, of which only the last ends in a
   * line break; what was escaped is shorter by now.
   */
  private static final int MAX_PART = 16 << 10;

  private static final int MIN_PART = MAX_PART / 2;

  /** Bytes of a character. */
  private static final int MAX_CHARACTER = 4;

  private static final int MAX_OPEN = 64;
  private static final int MAX_JOINED = 64;

  private final Map<List<String>, String> open = new LinkedHashMap<>();
  private final List<Joined> joined = new ArrayList<>();

  /** The ends of two texts that belong together. */
  private static final class Joined {
    private final String text;
    private final int cut;

    Joined(String text, int cut) {
      this.text = text;
      this.cut = cut;
    }
  }

  /** Takes a text and the position at which it was cut. */
  @FunctionalInterface
  public interface Sink {
    void accept(String text, int cut);
  }

  /** Whether the next part of a text is awaited. */
  public boolean isOpen() {
    return !open.isEmpty();
  }

  /**
   * Looks at the next text of its field.
   *
   * @param goesOn whether the record says that its text goes on in the next one
   */
  public void see(Field field, boolean goesOn, Supplier<String> emitter) {
    String text = field.reveal();
    boolean cut = goesOn || isPart(text);
    if (!cut && open.isEmpty()) {
      return;
    }
    List<String> stream = LookBack.stream(field, emitter);
    String before = open.remove(stream);
    if (before != null && joined.size() < MAX_JOINED) {
      String head = text.substring(0, Math.min(text.length(), Limits.MAX_CUT_REACH));
      joined.add(new Joined(before + head, before.length()));
    }
    if (cut && open.size() < MAX_OPEN) {
      field.markPacked();
      String whole = before == null ? text : before + text;
      open.put(stream, whole.substring(Math.max(0, whole.length() - Limits.MAX_CUT_REACH)));
    }
  }

  private static boolean isPart(String text) {
    boolean mayBe =
        text.length() >= MAX_PART / MAX_CHARACTER
            && text.length() <= MAX_PART
            && text.charAt(text.length() - 1) != '\n';
    return mayBe && (text.length() >= MIN_PART || isWhole(text));
  }

  /** Whether a text of characters of several bytes fills a part, but for one that was cut. */
  private static boolean isWhole(String text) {
    int bytes = text.getBytes(StandardCharsets.UTF_8).length;
    return Math.abs(bytes - MAX_PART) <= 2 * MAX_CHARACTER;
  }

  /** Gives out what was joined, once. */
  public void drain(Sink sink) {
    for (Joined each : joined) {
      sink.accept(each.text, each.cut);
    }
    joined.clear();
  }

  public void clear() {
    open.clear();
    joined.clear();
  }

  @Override
  public String toString() {
    return open.size() + " texts that go on";
  }
}
