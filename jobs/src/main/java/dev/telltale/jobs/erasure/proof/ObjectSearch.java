package dev.telltale.jobs.erasure.proof;

import dev.telltale.decoding.FrameDecoder;
import dev.telltale.detection.Detector;
import dev.telltale.jobs.erasure.TargetDetection;
import dev.telltale.jobs.store.ObjectPath;
import dev.telltale.jobs.store.ObjectReading;
import dev.telltale.limit.Limits;
import dev.telltale.scan.FindingRow;
import dev.telltale.scan.ObjectRef;
import dev.telltale.scan.ObjectRow;
import dev.telltale.scan.ObjectScan;
import dev.telltale.scan.ObjectStatus;
import dev.telltale.scan.ScanRow;
import java.io.IOException;
import java.io.Serializable;
import java.util.HashSet;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.jspecify.annotations.Nullable;

/** Scans an object again and says whether one of the values of a plan is in it. */
public final class ObjectSearch implements Serializable {
  private static final long serialVersionUID = 1L;

  private final TargetDetection values;

  public ObjectSearch(TargetDetection values) {
    this.values = values;
  }

  /** The id of the rules. */
  String ruleSet() {
    return values.rules().id();
  }

  /** For one task, which closes it. */
  Running start(Configuration hadoop) {
    return new Running(hadoop);
  }

  /** Not thread-safe. */
  final class Running implements AutoCloseable {
    private final Configuration hadoop;
    private final Limits limits = Limits.defaults();
    private Detector detector = values.detector();
    private FrameDecoder decoder = new FrameDecoder(limits);

    private Running(Configuration hadoop) {
      this.hadoop = hadoop;
    }

    /** What is left in it; null for nothing. */
    @Nullable Survivor search(ObjectRef ref) {
      String where =
          ObjectPath.shown(ref.bucket(), ref.key())
              + (ref.versionId() == null ? "" : " " + ref.versionId());
      Set<String> found = new HashSet<>();
      long first = 0;
      try (ObjectScan scan =
          new ObjectScan(
                  ref,
                  () -> ObjectReading.open(hadoop, ref),
                  ObjectReading::fault,
                  limits,
                  System::nanoTime,
                  decoder,
                  detector)
              .withoutBodies()) {
        Survivor unread = null;
        while (scan.hasNext()) {
          ScanRow row = scan.next();
          if (row instanceof FindingRow finding && values.isTarget(finding.finding())) {
            first = found.isEmpty() ? finding.recordIndex() : first;
            found.add(finding.finding().fingerprint());
          } else if (row instanceof ObjectRow object) {
            unread = unread(where, object);
          }
        }
        if (scan.brokeDown()) {
          detector.close();
          detector = values.detector();
          decoder = new FrameDecoder(limits);
        }
        return found.isEmpty()
            ? unread
            : new Survivor(
                where,
                Survivor.FOUND,
                "a scan finds " + found.size() + " of the values, first in record " + first);
      } catch (IOException broken) {
        return new Survivor(
            where,
            Survivor.UNVERIFIED,
            "it could not be read: " + broken.getClass().getSimpleName());
      }
    }

    private static @Nullable Survivor unread(String where, ObjectRow object) {
      if (object.status() == ObjectStatus.VANISHED) {
        return null;
      }
      boolean unread =
          object.status() == ObjectStatus.UNREADABLE || object.status() == ObjectStatus.REFUSED;
      if (unread) {
        return new Survivor(
            where, Survivor.UNVERIFIED, "it could not be scanned: " + object.status().id());
      }
      return object.bytesUnread() > 0
          ? new Survivor(
              where,
              Survivor.UNVERIFIED,
              object.bytesUnread() + " bytes of it could not be looked at")
          : null;
    }

    @Override
    public void close() {
      detector.close();
    }
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
