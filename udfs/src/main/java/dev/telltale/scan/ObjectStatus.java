package dev.telltale.scan;

import dev.telltale.fault.FaultKind;
import java.util.Locale;

/** How the scan of an object ended: exactly one of these for every listed object. */
public enum ObjectStatus {
  SCANNED,
  PARTIAL,
  REFUSED,
  UNREADABLE,
  VANISHED;

  static ObjectStatus of(FaultKind.Effect worst) {
    return switch (worst) {
      case NOTE -> SCANNED;
      case PARTIAL -> PARTIAL;
      case REFUSED -> REFUSED;
      case UNREADABLE -> UNREADABLE;
      case VANISHED -> VANISHED;
    };
  }

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
