package dev.telltale.demo.export;

import dev.telltale.demo.leaks.ExportTruth;
import dev.telltale.demo.leaks.PlantedObjects;
import dev.telltale.demo.telemetry.ExportObject;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The export bucket of a fictional company's instance over three days: telemetry of every type,
 * with leaks planted in it. Same settings, same objects.
 *
 * <p>Immutable and thread-safe. The planted objects, some 10 MB whatever the scale, are held in
 * memory; the clean bulk is made object by object.
 */
public final class ExportGenerator {
  private final List<ExportObject> planted;
  private final ExportTruth truth;
  private final BulkPlan bulk;

  public ExportGenerator(ExportSettings settings) {
    PlantedObjects objects = PlantedObjects.of(settings.seed());
    planted = objects.objects();
    truth = objects.truth();
    bulk = new BulkPlan(settings);
  }

  /** What a scan has to find, to leave alone, and to complain about. */
  public ExportTruth truth() {
    return truth;
  }

  public int objectCount() {
    return planted.size() + bulk.count();
  }

  /** All objects, each made when it is asked for. The keys are distinct. */
  public Stream<ExportObject> objects() {
    return Stream.concat(planted.stream(), IntStream.range(0, bulk.count()).mapToObj(bulk::object));
  }
}
