package dev.telltale.decoding.aws;

import dev.telltale.decoding.json.JsonFormat;
import dev.telltale.decoding.json.ObjectItems;
import dev.telltale.listing.TelemetryType;
import dev.telltale.record.DecodedRecord;
import dev.telltale.record.Describer;
import dev.telltale.record.Emission;
import dev.telltale.value.ObjectValue;
import dev.telltale.value.Value;
import java.util.List;

/**
 * AWS CloudTrail: log files {@code {"Records":[...]}}, single events as CloudWatch Logs and
 * EventBridge hand them on, Insights events, and digest files; see "CloudTrail record contents",
 * "CloudTrail Insights" and "CloudTrail digest file structure" in the CloudTrail user guide.
 *
 * <p>One record per event, at {@code $.Records[n]}; what is beside the list is the shared member
 * {@code file_context} of each. Unlike events of other services, which also come as {@code
 * Records[].eventVersion}, these name no {@code eventSource} that starts with {@code aws:}.
 */
public final class CloudTrailFormat implements JsonFormat {
  private static final String RECORDS = "Records";
  private static final Describer DESCRIBER = new CloudTrailDescriber();

  @Override
  public String id() {
    return "cloudtrail";
  }

  @Override
  public boolean claims(Value value) {
    return value instanceof ObjectValue object
        && (isEvent(object)
            || isDigest(object)
            || ObjectItems.of(object, RECORDS).stream().anyMatch(CloudTrailFormat::isEvent));
  }

  private static boolean isEvent(ObjectValue event) {
    if (event.text("eventVersion") == null || event.text("eventTime") == null) {
      return false;
    }
    if (event.object("insightDetails") != null) {
      return true;
    }
    String source = event.text("eventSource");
    return source != null && !source.startsWith("aws:") && event.text("eventName") != null;
  }

  private static boolean isDigest(ObjectValue file) {
    return file.text("digestStartTime") != null
        && file.text("digestEndTime") != null
        && file.has("logFiles");
  }

  @Override
  public void decode(Value value, Emission emission) {
    ObjectValue object = (ObjectValue) value;
    List<ObjectValue> events =
        isEvent(object) || isDigest(object) ? List.of() : ObjectItems.of(object, RECORDS);
    if (events.isEmpty()) {
      emission.record(record(object));
      return;
    }
    ObjectValue beside = ObjectItems.beside(object, RECORDS);
    emission.each(
        events.size(),
        i -> {
          ObjectValue.Builder body = ObjectValue.builder().addAll(events.get(i).members());
          emission.record(
              record(body.add("file_context", beside).build()).at("$." + RECORDS + "[" + i + "]"));
        });
  }

  private DecodedRecord record(ObjectValue body) {
    return DecodedRecord.of(id(), body, DESCRIBER).of(TelemetryType.AUDIT);
  }
}
