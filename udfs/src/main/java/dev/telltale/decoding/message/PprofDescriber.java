package dev.telltale.decoding.message;

import dev.telltale.record.Describer;
import dev.telltale.record.RecordColumns;
import dev.telltale.record.RedactedBody;
import dev.telltale.value.Value;
import java.util.List;

/** Columns of a profile: named by the last type of its samples, which is its default one. */
final class PprofDescriber implements Describer {
  @Override
  public RecordColumns describe(Value redactedBody) {
    RedactedBody body = RedactedBody.of(redactedBody);
    List<Value> types = body.items("sampleTypes");
    String name =
        types.isEmpty() ? null : RedactedBody.of(types.get(types.size() - 1)).text("type");
    return new RecordColumns(
        body.time("timeNanos"), null, name, null, body.at("labels").attributes());
  }
}
