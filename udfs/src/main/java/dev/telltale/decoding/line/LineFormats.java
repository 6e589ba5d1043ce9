package dev.telltale.decoding.line;

import dev.telltale.fault.FaultKind;
import dev.telltale.framing.LineGroups;
import dev.telltale.record.DecodedRecord;
import dev.telltale.record.Emission;
import dev.telltale.record.Payload;
import dev.telltale.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The registration of all formats of lines, and the choice among them. */
final class LineFormats {
  /** Of formats that fit about as well the first one is taken: the stricter one. */
  private static final List<LineFormat> FORMATS =
      List.of(
          new OpenMetricsText(),
          new PrometheusText(),
          new VpcFlowLog(),
          AlbLog.FORMAT,
          NlbLog.FORMAT,
          ClbLog.FORMAT,
          S3AccessLog.FORMAT,
          W3cLog.CLOUDFRONT,
          W3cLog.OTHER,
          new CriLog(),
          new SyslogRfc5424(),
          new SyslogRfc3164(),
          new KubernetesLog(),
          CommonLog.COMBINED,
          CommonLog.COMMON,
          new KafkaLog(),
          new ApacheErrorLog(),
          new NginxErrorLog(),
          new JavaLog(),
          new Logfmt(),
          SeparatedValues.COMMAS,
          SeparatedValues.SEMICOLONS,
          SeparatedValues.TABS,
          new TimestampedLog());

  private static final LineGroups PLAIN = new StackTraces(head -> false, false);

  /** Of a format that none of so many lines fit the others are not tried. */
  private static final int MOST_MISFITS = 8;

  private LineFormats() {}

  static LineReading chosen(SampleLines sample) {
    List<LineFormat> fitting = new ArrayList<>();
    List<LineWeight> weights = new ArrayList<>();
    int most = 0;
    for (LineFormat format : FORMATS) {
      LineWeight weight = weight(format, sample);
      if (weight.fitting() > 0) {
        fitting.add(format);
        weights.add(weight);
        most = Math.max(most, weight.share());
      }
    }
    for (int i = 0; i < weights.size(); i++) {
      if (weights.get(i).isEnough(most)) {
        LineFormat format = fitting.get(i);
        return new LineReading(
            format.id(), format.open(sample), format.groups(), ranked(weights, weights.get(i)));
      }
    }
    int lines = sample.lines().size();
    LineWeight text = new LineWeight(LineReading.TEXT, lines, lines);
    return new LineReading(LineReading.TEXT, (line, out) -> false, PLAIN, ranked(weights, text));
  }

  private static List<LineWeight> ranked(List<LineWeight> weights, LineWeight chosen) {
    List<LineWeight> ranked = new ArrayList<>(weights);
    ranked.remove(chosen);
    ranked.sort(Comparator.comparingInt(LineWeight::share).reversed());
    ranked.add(0, chosen);
    return ranked;
  }

  private static LineWeight weight(LineFormat format, SampleLines sample) {
    LineParser parser = format.open(sample);
    if (parser == null) {
      return new LineWeight(format.id(), 0, 0);
    }
    int fitting = 0;
    int strange = 0;
    Continued continued = new Continued(format.isContinued());
    for (Line line : format.weighed(sample)) {
      if (fitting == 0 && strange == MOST_MISFITS) {
        break;
      }
      if (parser.parse(line, Nowhere.INSTANCE)) {
        fitting++;
        continued.restart(line.reveal());
      } else if (!isJson(line)) {
        strange += continued.strange(line.reveal());
      }
    }
    return new LineWeight(format.id(), fitting, fitting + strange);
  }

  /** JSON between lines is decoded as such whatever the lines are. */
  private static boolean isJson(Line line) {
    return line.size() > 0 && line.at(0) == '{';
  }

  /** Lines are weighed without keeping what they hold. */
  private enum Nowhere implements Emission {
    INSTANCE;

    @Override
    public void record(DecodedRecord record) {}

    @Override
    public void undecodable(FaultKind kind, long position) {}

    @Override
    public void payload(Payload payload, Emission to) {}

    @Override
    public void value(Value value, String path, List<String> encodings, Emission to) {}
  }
}
