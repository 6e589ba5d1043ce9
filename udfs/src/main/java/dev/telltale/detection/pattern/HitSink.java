package dev.telltale.detection.pattern;

/** Takes hits while an engine scans; must not scan itself. */
@FunctionalInterface
public interface HitSink {
  /**
   * Takes one hit.
   *
   * @param rule index of the rule in its rule set
   * @param end position after what triggered, in UTF-16 units
   */
  void hit(int rule, int end);
}
