package dev.telltale.limit;

/**
 * How many levels a walk through nested input may still go down. A walker that calls itself hands
 * on what {@link #deeper()} gives, so that no input can make it go on without an end. Immutable.
 */
public final class Depth {
  /**
   * Levels that a tree of decoded values may have: those of the deepest input, with what decoders
   * put around its levels. Below the 1,000 levels that Jackson writes.
   */
  public static final int MAX_TREE = 800;

  private static final Depth[] LEVELS = new Depth[MAX_TREE + 1];

  static {
    for (int levels = 0; levels < LEVELS.length; levels++) {
      LEVELS[levels] = new Depth(levels);
    }
  }

  private final int left;

  private Depth(int left) {
    this.left = left;
  }

  /**
   * The start of a walk.
   *
   * @param levels below the first one, at most {@link #MAX_TREE}
   */
  public static Depth of(int levels) {
    return LEVELS[levels];
  }

  /** Whether nothing may be below this level. */
  public boolean isSpent() {
    return left == 0;
  }

  /**
   * The level below.
   *
   * @throws TooDeep if there may be none
   */
  public Depth deeper() {
    if (left == 0) {
      throw new TooDeep();
    }
    return LEVELS[left - 1];
  }

  /**
   * The height of a tree with a level above others.
   *
   * @param below the height of the highest of them
   * @throws TooDeep if it is more than {@link #MAX_TREE}
   */
  public static short heightAbove(int below) {
    if (below >= MAX_TREE) {
      throw new TooDeep();
    }
    return (short) (below + 1);
  }

  @Override
  public String toString() {
    return left + " levels";
  }
}
