package dev.telltale.framing;

/** Finds where a run of raw bytes ends. Is shown every byte once, in order, and keeps its state. */
@FunctionalInterface
interface RunEnd {
  /** Never: the run goes on to the end of the leaf. */
  RunEnd NEVER = (bytes, from, to) -> -1;

  /** Before a line feed. */
  RunEnd LINE =
      (bytes, from, to) -> {
        for (int i = from; i < to; i++) {
          if (bytes[i] == '\n') {
            return i;
          }
        }
        return -1;
      };

  /** Index at which the run is over, or -1 if it goes on after these bytes. */
  int find(byte[] bytes, int from, int to);
}
