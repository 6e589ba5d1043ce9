package dev.telltale.decoding;

import dev.telltale.decoding.line.Continued;
import dev.telltale.decoding.line.Line;
import dev.telltale.decoding.line.LineFormat;
import dev.telltale.decoding.line.LineParser;
import dev.telltale.decoding.line.SampleLines;
import dev.telltale.decoding.line.StackTraces;
import dev.telltale.decoding.line.access.AlbLog;
import dev.telltale.decoding.line.access.ClbLog;
import dev.telltale.decoding.line.access.CommonLog;
import dev.telltale.decoding.line.access.NlbLog;
import dev.telltale.decoding.line.access.S3AccessLog;
import dev.telltale.decoding.line.access.VpcFlowLog;
import dev.telltale.decoding.line.access.W3cLog;
import dev.telltale.decoding.line.app.ApacheErrorLog;
import dev.telltale.decoding.line.app.JavaLog;
import dev.telltale.decoding.line.app.KafkaLog;
import dev.telltale.decoding.line.app.Logfmt;
import dev.telltale.decoding.line.app.NginxErrorLog;
import dev.telltale.decoding.line.app.TimestampedLog;
import dev.telltale.decoding.line.metrics.OpenMetricsText;
import dev.telltale.decoding.line.metrics.PrometheusText;
import dev.telltale.decoding.line.system.CriLog;
import dev.telltale.decoding.line.system.JournalExport;
import dev.telltale.decoding.line.system.KubernetesLog;
import dev.telltale.decoding.line.system.SyslogRfc3164;
import dev.telltale.decoding.line.system.SyslogRfc5424;
import dev.telltale.decoding.line.table.SeparatedValues;
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
          new JournalExport(),
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
          KubernetesLog.FORMAT,
          CommonLog.COMBINED,
          CommonLog.COMMON,
          KafkaLog.FORMAT,
          ApacheErrorLog.FORMAT,
          NginxErrorLog.FORMAT,
          JavaLog.FORMAT,
          Logfmt.FORMAT,
          SeparatedValues.COMMAS,
          SeparatedValues.SEMICOLONS,
          SeparatedValues.TABS,
          TimestampedLog.FORMAT);

  private static final LineGroups PLAIN = new StackTraces(head -> false, false);

  /** Of a format that none of so many lines fit the others are not tried. */
  private static final int MAX_MISFITS = 8;

  private LineFormats() {}

  static LineReading chosen(SampleLines sample) {
    List<LineFormat> fitting = new ArrayList<>();
    List<LineWeight> weights = new ArrayList<>();
    int max = 0;
    for (LineFormat format : FORMATS) {
      LineWeight weight = weight(format, sample);
      if (weight.fitting() > 0) {
        fitting.add(format);
        weights.add(weight);
        max = Math.max(max, weight.share());
      }
    }
    for (int i = 0; i < weights.size(); i++) {
      if (weights.get(i).isEnough(max)) {
        LineFormat format = fitting.get(i);
        return new LineReading(
            format.id(),
            format.open(sample),
            format.groups(),
            format.holdsBytes(),
            ranked(weights, weights.get(i)));
      }
    }
    int lines = sample.lines().size();
    LineWeight text = new LineWeight(LineReading.TEXT, lines, lines);
    return new LineReading(
        LineReading.TEXT, (line, out) -> false, PLAIN, false, ranked(weights, text));
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
      if (fitting == 0 && strange == MAX_MISFITS) {
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
