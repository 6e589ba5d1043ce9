package dev.telltale.framing;

import java.io.IOException;

/**
 * Cuts one leaf into frames, in bounded memory. Used by one thread.
 *
 * <p>{@link Frame#accounted()} summed over all frames that were not rejected is the number of bytes
 * of the leaf. Faults of frames carry the leaf's layer and the position in the leaf.
 */
public interface FrameReader {
  /**
   * The next frame, or null at the end. The frame's bytes are the reader's: they are valid until
   * the next call.
   */
  Frame next() throws IOException;

  Shape shape();

  /**
   * Takes the JSON frame last returned back, because it is not JSON: its bytes are delivered again
   * as {@code RAW_TEXT} from its start up to the next place, at or after the position, where a JSON
   * value may start again: a line whose first non-blank byte is <code>{</code> or <code>[</code>, a
   * <code>{</code> right after a <code>}</code>, or the end of the frame. Adds no fault. Must be
   * called before the next {@link #next()}.
   *
   * @param position byte offset in the leaf (not in the frame) of what is wrong
   */
  void reject(long position);
}
