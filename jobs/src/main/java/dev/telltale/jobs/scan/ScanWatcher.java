package dev.telltale.jobs.scan;

/** Receives the progress of a scan. Called from the driver's threads. */
public interface ScanWatcher {
  /** A step begins, in words for a person. */
  void step(String what);

  /** Counts of the objects that tasks have finished. */
  void progress(long objects, long ofObjects, long bytes, long ofBytes, long findings);

  static ScanWatcher silent() {
    return new ScanWatcher() {
      @Override
      public void step(String what) {}

      @Override
      public void progress(long objects, long ofObjects, long bytes, long ofBytes, long findings) {}
    };
  }
}
