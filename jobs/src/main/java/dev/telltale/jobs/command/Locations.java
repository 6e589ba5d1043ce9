package dev.telltale.jobs.command;

import dev.telltale.jobs.location.Location;
import dev.telltale.jobs.settings.ValueType;
import java.util.List;

/** The settings' values that are places. */
public final class Locations {
  /** Something to read. */
  public static final ValueType<Location> PLACE =
      new ValueType<>("URI", List.of(), Location::of, Location::toString);

  /** A folder of tables, or of a checkpoint. */
  public static final ValueType<Location> FOLDER =
      new ValueType<>("URI", List.of(), Location::folder, Location::toString);

  private Locations() {}

  /** The same as URIs, which say what they are without their context. */
  public static List<String> uris(List<Location> places) {
    return places.stream().map(Location::uri).toList();
  }
}
