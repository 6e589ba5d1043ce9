package dev.telltale.jobs.scan;

/** Ends a scan where it is about to take a step, as a driver that dies there. */
final class StopAtStep implements ScanWatcher {
  private final String step;

  /**
   * @param step how its description ends
   */
  StopAtStep(String step) {
    this.step = step;
  }

  @Override
  public void step(String what) {
    if (what.endsWith(step)) {
      throw new Stopped();
    }
  }

  @Override
  public void progress(long objects, long ofObjects, long bytes, long ofBytes, long findings) {}

  static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
