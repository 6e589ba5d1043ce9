package dev.telltale.jobs.store;

import java.io.IOException;
import java.util.Set;

/** The object lies in an archive: its storage class must be restored before it can be read. */
public final class ArchivedObject extends IOException {
  private static final long serialVersionUID = 1L;

  /** GLACIER_IR is no archive: it is read like any other class. */
  static final Set<String> CLASSES = Set.of("GLACIER", "DEEP_ARCHIVE");

  ArchivedObject(String storageClass) {
    super("in storage class " + storageClass);
  }

  static boolean isArchive(String storageClass) {
    return storageClass != null && CLASSES.contains(storageClass);
  }
}
