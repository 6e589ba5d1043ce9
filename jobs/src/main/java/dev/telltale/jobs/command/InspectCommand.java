package dev.telltale.jobs.command;

import dev.telltale.decoding.FrameDecoder;
import dev.telltale.detection.Detector;
import dev.telltale.detection.finding.FingerprintKey;
import dev.telltale.jobs.ExitCode;
import dev.telltale.jobs.listing.SingleObject;
import dev.telltale.jobs.scan.ScanRules;
import dev.telltale.jobs.settings.CommandLine;
import dev.telltale.jobs.settings.Setting;
import dev.telltale.jobs.settings.Settings;
import dev.telltale.jobs.settings.UserMistake;
import dev.telltale.jobs.store.ObjectReading;
import dev.telltale.jobs.store.StoreProblems;
import dev.telltale.limit.Limits;
import dev.telltale.scan.ObjectRef;
import dev.telltale.scan.ObjectScan;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;

/** {@code telltale inspect}: one object, no lake, no Spark. */
final class InspectCommand implements Command {
  private static final int LARGEST_INPUT = 1 << 30;

  private static final Setting<Integer> RECORDS =
      Setting.count(
          "records", "How many records are shown; findings are shown of all of them.", 10);
  private static final Setting<String> AT =
      Setting.text(
          "at",
          "OBJECT#RECORD",
          "Show one record by its index in the object, whole, with the layers around it.",
          null);
  private static final Setting<Boolean> VERBOSE =
      Setting.flag(
          "verbose", "Also show which formats were weighed, and where records lie. Short: -v.");
  private static final Setting<String> KEY =
      Setting.text(
          "key",
          "KEY",
          "The key that the object has in its bucket, where the path does not tell.",
          null);
  private static final Setting<String> FORMAT =
      Setting.choice(
          "format", "text for people, json for machines: a line a row.", "text", "text", "json");

  @Override
  public CommandLine commandLine() {
    List<Setting<?>> settings = new ArrayList<>(List.of(RECORDS, AT, VERBOSE, KEY, FORMAT));
    settings.addAll(ScanSettings.all());
    settings.addAll(StoreSettings.all());
    return new CommandLine(
        "inspect",
        "PATH|URI|-",
        0,
        1,
        "decode one object and show its records and findings, masked",
        "A dash reads the object from standard input. Nothing is written anywhere.",
        settings);
  }

  @Override
  public int run(Settings settings, Terminal terminal) {
    InspectedRecord record = InspectedRecord.of(settings.value(AT));
    String what = what(settings, record);
    List<String> sources = what.equals("-") ? List.of() : List.of(what);
    Configuration hadoop = StoreSettings.hadoop(settings, sources);
    FingerprintKey key = ScanSettings.key(settings, hadoop);
    Limits limits = Limits.defaults();
    try (Detector detector =
            new Detector(
                ScanRules.of(
                    settings.value(ScanSettings.INCLUDE_EXAMPLES),
                    ScanSettings.team(settings, hadoop, terminal)),
                key,
                limits);
        ObjectScan scan = open(what, settings, hadoop, terminal, limits, detector)) {
      if (record != null) {
        record.print(scan, terminal.out());
      } else if (settings.value(FORMAT).equals("json")) {
        InspectedJson.print(scan, settings.value(RECORDS), terminal.out());
      } else {
        new InspectedText(what, settings.value(RECORDS), settings.value(VERBOSE))
            .print(scan, terminal.out());
      }
      return ExitCode.DONE;
    } catch (IOException failed) {
      throw new UserMistake(List.of(StoreProblems.of(what + " cannot be read", failed)));
    }
  }

  private static String what(Settings settings, InspectedRecord record) {
    if ((record == null) == settings.operands().isEmpty()) {
      throw new UserMistake(
          "inspect takes one object",
          record == null ? "none was named" : "two were named",
          "write telltale inspect PATH, or telltale inspect --at PATH#RECORD");
    }
    return record == null ? settings.operands().get(0) : record.object();
  }

  private static ObjectScan open(
      String what,
      Settings settings,
      Configuration hadoop,
      Terminal terminal,
      Limits limits,
      Detector detector)
      throws IOException {
    ObjectRef ref;
    ObjectScan.Source source;
    if (what.equals("-")) {
      byte[] bytes = terminal.in().readNBytes(LARGEST_INPUT);
      if (bytes.length == LARGEST_INPUT) {
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
      source = () -> ObjectReading.open(hadoop, listed);
    }
    return new ObjectScan(
        ref,
        source,
        ObjectReading::fault,
        limits,
        System::nanoTime,
        new FrameDecoder(limits),
        detector);
  }

  private static ObjectRef named(ObjectRef ref, Settings settings) {
    String key = settings.value(KEY);
    return key == null
        ? ref
        : new ObjectRef(
            ref.bucket(), key, ref.versionId(), ref.etag(), ref.size(), ref.lastModified());
  }
}
