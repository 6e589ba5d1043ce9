package dev.telltale.decoding;

import dev.telltale.decoding.aws.AwsEventFormat;
import dev.telltale.decoding.aws.AwsWafFormat;
import dev.telltale.decoding.aws.CloudTrailFormat;
import dev.telltale.decoding.aws.CloudWatchLogsFormat;
import dev.telltale.decoding.aws.EmbeddedMetricFormat;
import dev.telltale.decoding.aws.FirehoseFailedFormat;
import dev.telltale.decoding.aws.MetricStreamFormat;
import dev.telltale.decoding.gitpod.GitpodAuditFormat;
import dev.telltale.decoding.gitpod.GitpodLogFormat;
import dev.telltale.decoding.gitpod.GitpodMetricsFormat;
import dev.telltale.decoding.json.GenericJsonFormat;
import dev.telltale.decoding.json.JsonFormat;
import dev.telltale.decoding.json.SegmentFormat;
import dev.telltale.decoding.json.SpelledNumbers;
import dev.telltale.decoding.kubernetes.KubernetesAuditFormat;
import dev.telltale.decoding.kubernetes.KubernetesFormat;
import dev.telltale.decoding.logs.DockerJsonFormat;
import dev.telltale.decoding.logs.EcsFormat;
import dev.telltale.decoding.logs.FluentBitFormat;
import dev.telltale.decoding.logs.JournaldFormat;
import dev.telltale.decoding.otlp.OtlpJsonFormat;
import dev.telltale.limit.Limits;
import dev.telltale.record.Emission;
import dev.telltale.value.Value;
import java.util.List;

/** The registration of all formats whose frames are JSON values. Thread-safe. */
final class JsonFormats {
  private final List<JsonFormat> formats;

  JsonFormats(Limits limits) {
    formats =
        List.of( // the most specific first, and the one that claims everything last
            new GitpodMetricsFormat(limits),
            new FirehoseFailedFormat(),
            new OtlpJsonFormat(),
            new KubernetesAuditFormat(),
            new KubernetesFormat(),
            new CloudTrailFormat(),
            new CloudWatchLogsFormat(limits),
            new AwsEventFormat(limits),
            new MetricStreamFormat(),
            new EmbeddedMetricFormat(),
            new AwsWafFormat(),
            new SegmentFormat(),
            new GitpodAuditFormat(),
            new GitpodLogFormat(),
            new DockerJsonFormat(),
            new EcsFormat(), // before Fluent Bit, which passes such events on
            new FluentBitFormat(),
            new JournaldFormat(),
            new GenericJsonFormat());
  }

  JsonFormat claiming(Value value) {
    for (JsonFormat format : formats) {
      if (format.claims(value)) {
        return format;
      }
    }
    throw new IllegalStateException("the last format claims every value");
  }

  /** All formats whose structure the value has, the one that decodes it first. */
  List<String> claims(Value value) {
    return formats.stream().filter(format -> format.claims(value)).map(JsonFormat::id).toList();
  }

  void decode(Value value, Emission emission) {
    Value read = SpelledNumbers.read(value);
    claiming(read).decode(read, emission);
  }
}
