package dev.telltale.detection.engine;

/** Takes hits while an engine scans; must not scan itself. */
@FunctionalInterface
public interface HitSink {
  /**
   * Takes one hit.
   *
   * @param rule index of the rule in its rule set
   * @param end offset behind the last byte of what triggered
   */
  void hit(int rule, int end);
}
