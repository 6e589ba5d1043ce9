package dev.telltale.jobs.command.inspect;

import dev.telltale.decoding.FrameDecoder;
import dev.telltale.detection.Detector;
import dev.telltale.detection.finding.FingerprintKey;
import dev.telltale.jobs.command.Command;
import dev.telltale.jobs.command.DetectionSettings;
import dev.telltale.jobs.command.ExitCode;
import dev.telltale.jobs.command.StoreSettings;
import dev.telltale.jobs.command.Terminal;
import dev.telltale.jobs.limit.RunLimits;
import dev.telltale.jobs.listing.SingleObject;
import dev.telltale.jobs.location.Location;
import dev.telltale.jobs.scan.ScanRules;
import dev.telltale.jobs.settings.Setting;
import dev.telltale.jobs.settings.Settings;
import dev.telltale.jobs.settings.Syntax;
import dev.telltale.jobs.settings.UserMistake;
import dev.telltale.jobs.settings.ValueType;
import dev.telltale.jobs.store.ObjectReading;
import dev.telltale.jobs.store.ReadFailure;
import dev.telltale.jobs.store.StoreProblems;
import dev.telltale.limit.Limits;
import dev.telltale.scan.ObjectRef;
import dev.telltale.scan.ObjectRows;
import dev.telltale.scan.ObjectScan;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;

/** {@code telltale inspect}: one object, no lake, no Spark. */
public final class InspectCommand implements Command {
  private static final Setting<String> OBJECT =
      Setting.operand(ValueType.text("PATH|URI|-"))
          .describedAs("The object; a dash reads it from standard input.")
          .one();
  private static final Setting<Integer> RECORDS =
      Setting.option("records", ValueType.COUNT)
          .describedAs("How many records are shown; the findings of all records are shown.")
          .standard(10)
          .one();
  private static final Setting<String> AT =
      Setting.option("at", ValueType.text("OBJECT#RECORD"))
          .describedAs(
              "Show one record by its index in the object, whole, with the layers around it.")
          .one();
  private static final Setting<Boolean> VERBOSE =
      Setting.option("verbose", ValueType.SWITCH)
          .letter('v')
          .describedAs("Also show which formats were considered, and where the records are.")
          .standard(false)
          .one();
  private static final Setting<String> KEY =
      Setting.option("key", ValueType.text("KEY"))
          .describedAs("The key of the object in its bucket, if the path does not contain it.")
          .one();
  private static final Setting<String> FORMAT =
      Setting.option("format", ValueType.choice("text", "json"))
          .describedAs("How it is shown: text for people, or json with a line for each row.")
          .standard("text")
          .one();

  @Override
  public Syntax syntax() {
    List<Setting<?>> settings = new ArrayList<>(List.of(OBJECT, RECORDS, AT, VERBOSE, KEY, FORMAT));
    settings.addAll(DetectionSettings.all());
    settings.add(Settings.CONFIG);
    settings.addAll(StoreSettings.all());
    return Syntax.of(
        "inspect",
        "decode one object and show its records and findings, masked",
        "Nothing is written anywhere.",
        settings);
  }

  @Override
  public int run(Settings settings, Terminal terminal) {
    InspectedRecord record = InspectedRecord.of(settings.value(AT));
    String what = what(settings, record);
    List<Location> sources = what.equals("-") ? List.of() : List.of(Location.of(what));
    Configuration hadoop = StoreSettings.hadoop(settings, sources);
    FingerprintKey key = DetectionSettings.keyToShow(settings, hadoop, terminal);
    Limits limits = Limits.defaults();
    ReadFailure failure = new ReadFailure();
    try (Detector detector =
            new Detector(
                ScanRules.of(
                    settings.value(DetectionSettings.INCLUDE_EXAMPLES),
                    DetectionSettings.team(settings, hadoop, terminal)),
                key,
                limits);
        ObjectRows scan = open(what, settings, hadoop, terminal, failure, limits, detector)) {
      if (record != null) {
        record.print(scan, terminal.out());
      } else if (settings.value(FORMAT).equals("json")) {
        InspectedJson.print(scan, settings.value(RECORDS), terminal.out());
      } else {
        new InspectedText(what, settings.value(RECORDS), settings.value(VERBOSE))
            .print(scan, terminal.out());
      }
      failure.throwIfAny();
      return ExitCode.DONE;
    } catch (IOException unreadable) {
      throw new UserMistake(List.of(StoreProblems.of(what + " cannot be read", unreadable)));
    }
  }

  private static String what(Settings settings, InspectedRecord record) {
    String object = settings.value(OBJECT);
    if ((record == null) == (object == null)) {
      throw new UserMistake(
          "inspect takes one object",
          record == null ? "none was named" : "two were named",
          "write telltale inspect PATH, or telltale inspect --at PATH#RECORD");
    }
    return record == null ? object : record.object();
  }

  private static ObjectRows open(
      String what,
      Settings settings,
      Configuration hadoop,
      Terminal terminal,
      ReadFailure failure,
      Limits limits,
      Detector detector)
      throws IOException {
    ObjectRef ref;
    ObjectScan.Source source;
    if (what.equals("-")) {
      byte[] bytes = terminal.in().readNBytes(RunLimits.MAX_INSPECTED_BYTES + 1);
      if (bytes.length > RunLimits.MAX_INSPECTED_BYTES) {
        throw new UserMistake(
            "standard input is too long",
            "inspect reads at most 1 GiB from it",
            "save it to a file and inspect that");
      }
      ref = named(new ObjectRef("-", "stdin", null, "-", bytes.length, Instant.EPOCH), settings);
      source = () -> new ByteArrayInputStream(bytes);
    } else {
      ObjectRef listed = SingleObject.of(hadoop, what);
      ref = named(listed, settings);
      source = failure.watching(() -> ObjectReading.open(hadoop, listed));
    }
    return ObjectRows.standing(
        () ->
            new ObjectScan(
                ref,
                source,
                ObjectReading::fault,
                limits,
                System::nanoTime,
                new FrameDecoder(limits),
                detector),
        detector,
        Limits.MAX_HELD_BYTES);
  }

  private static ObjectRef named(ObjectRef ref, Settings settings) {
    String key = settings.value(KEY);
    return key == null
        ? ref
        : new ObjectRef(
            ref.bucket(), key, ref.versionId(), ref.etag(), ref.size(), ref.lastModified());
  }
}
