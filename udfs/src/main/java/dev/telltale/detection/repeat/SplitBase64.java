package dev.telltale.detection.repeat;

import dev.telltale.detection.field.Field;
import dev.telltale.limit.Limits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Folded base64 of one object whose lines came as records of their own: each stream of records,
 * which is one field of one emitter, is followed from a line that ends in a whole fold to one that
 * does not. Bounded. Holds content: never printed. Not thread-safe.
 */
public final class SplitBase64 {
  private static final int MIN_WIDTH = 40;
  private static final int MAX_WIDTH = 1 << 10;
  private static final int MAX_OPEN = 16;
  private static final int MAX_COMPLETE = 64;

  private final Map<List<String>, Block> open = new LinkedHashMap<>();
  private final List<Block> complete = new ArrayList<>();

  /** Takes the lines of one block, all but the last of one length. */
  @FunctionalInterface
  public interface Sink {
    void accept(List<String> lines);
  }

  /** The lines so far. */
  private static final class Block {
    private final List<String> lines = new ArrayList<>();
    private int characters;

    Block(String first) {
      take(first);
    }

    void take(String line) {
      lines.add(line);
      characters += line.length();
    }

    int width() {
      return lines.get(0).length();
    }

    boolean isFull() {
      return characters > Limits.MAX_SPLIT_CHARS;
    }
  }

  /** Whether the next line of a block is awaited. */
  public boolean isOpen() {
    return !open.isEmpty();
  }

  /**
   * Looks at the next text of its field.
   *
   * @param emitter of the record, asked for only where a block begins or goes on; may give null
   */
  public void see(Field field, Supplier<String> emitter) {
    if (open.isEmpty() && field.reveal().length() < MIN_WIDTH) {
      return;
    }
    String run = lastRun(field.reveal(), open.isEmpty() ? MIN_WIDTH : 1);
    boolean whole = run.length() >= MIN_WIDTH && run.length() % 4 == 0 && !run.endsWith("=");
    if (!whole && open.isEmpty()) {
      return;
    }
    List<String> stream = LookBack.stream(field, emitter);
    Block block = open.remove(stream);
    boolean goesOn = block != null && !run.isEmpty() && run.length() <= block.width();
    if (goesOn) {
      field.markPacked();
      block.take(run);
      if (run.length() == block.width() && whole && !block.isFull()) {
        open.put(stream, block);
        return;
      }
    }
    if (block != null && block.lines.size() > 1 && complete.size() < MAX_COMPLETE) {
      complete.add(block);
    }
    if (whole && (!goesOn || block.isFull()) && open.size() < MAX_OPEN) {
      field.markPacked();
      open.put(stream, new Block(run));
    }
  }

  /**
   * The base64 that a text ends with, its padding included; empty where there is none of at least
   * that length.
   */
  private static String lastRun(String text, int min) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) <= ' ') {
      end--;
    }
    int from = end;
    while (from > 0 && end - from < 2 && text.charAt(from - 1) == '=') {
      from--;
    }
    while (from > 0 && end - from <= MAX_WIDTH && isBase64(text.charAt(from - 1))) {
      from--;
    }
    int length = end - from;
    return length > MAX_WIDTH || length < min ? "" : text.substring(from, end);
  }

  private static boolean isBase64(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '+'
        || c == '/'
        || c == '-'
        || c == '_';
  }

  /** No more lines will come: what is open is complete. */
  public void end() {
    for (Block block : open.values()) {
      if (block.lines.size() > 1) {
        complete.add(block);
      }
    }
    open.clear();
  }

  /** Gives out the blocks that are complete, once. */
  public void drain(Sink sink) {
    for (Block block : complete) {
      sink.accept(block.lines);
    }
    complete.clear();
  }

  public void clear() {
    open.clear();
    complete.clear();
  }

  @Override
  public String toString() {
    return open.size() + " open blocks";
  }
}
