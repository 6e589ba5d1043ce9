package dev.telltale.hostile;

import java.util.ArrayList;
import java.util.List;

/** Every object of the hostile suite. */
public final class HostileObjects {
  private HostileObjects() {}

  public static List<HostileObject> all() {
    List<HostileObject> all = new ArrayList<>();
    all.addAll(HostileJson.all());
    all.addAll(HostileTelemetry.all());
    all.addAll(HostileLines.all());
    all.addAll(HostileContainers.all());
    all.addAll(HostileFiles.all());
    all.addAll(HostileMessages.all());
    return List.copyOf(all);
  }
}
