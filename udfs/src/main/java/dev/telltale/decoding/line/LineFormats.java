package dev.telltale.decoding.line;

import dev.telltale.fault.FaultKind;
import dev.telltale.framing.LineGroups;
import dev.telltale.record.DecodedRecord;
import dev.telltale.record.Emission;
import dev.telltale.record.Payload;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The registration of all formats of lines, and the choice among them. */
final class LineFormats {
  /** Of formats that fit equally well the first one is taken: the stricter one. */
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

  private LineFormats() {}

  static LineReading chosen(SampleLines sample) {
    LineFormat best = null;
    LineWeight most = null;
    List<LineWeight> weights = new ArrayList<>();
    for (LineFormat format : FORMATS) {
      LineWeight weight = weight(format, sample);
      if (weight.fitting() > 0) {
        weights.add(weight);
      }
      if (weight.isEnough() && (most == null || weight.share() > most.share())) {
        best = format;
        most = weight;
      }
    }
    weights.sort(Comparator.comparingInt(LineWeight::share).reversed());
    if (best == null) {
      int lines = sample.lines().size();
      weights.add(0, new LineWeight(LineReading.TEXT, lines, lines));
      return new LineReading(LineReading.TEXT, (line, out) -> false, PLAIN, weights);
    }
    LineParser parser = best.open(sample);
    return new LineReading(best.id(), parser, best.groups(), weights);
  }

  private static LineWeight weight(LineFormat format, SampleLines sample) {
    LineParser parser = format.open(sample);
    if (parser == null) {
      return new LineWeight(format.id(), 0, 0);
    }
    int fitting = 0;
    int weighed = 0;
    for (Line line : format.weighed(sample)) {
      if (parser.parse(line, Nowhere.INSTANCE)) {
        fitting++;
        weighed++;
      } else if (!isNeutral(line, format)) {
        weighed++;
      }
    }
    return new LineWeight(format.id(), fitting, weighed);
  }

  /** JSON between lines is decoded as such whatever the lines are. */
  private static boolean isNeutral(Line line, LineFormat format) {
    char first = line.size() == 0 ? ' ' : line.at(0);
    return first == '{' || (format.isContinued() && StackTraces.mayGoOn(line.reveal()));
  }

  /** Lines are weighed without keeping what they hold. */
  private enum Nowhere implements Emission {
    INSTANCE;

    @Override
    public void record(DecodedRecord record) {}

    @Override
    public void undecodable(FaultKind kind, long position) {}

    @Override
    public void payload(Payload payload) {}
  }
}
