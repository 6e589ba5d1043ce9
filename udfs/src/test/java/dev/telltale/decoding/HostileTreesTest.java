package dev.telltale.decoding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.telltale.framing.Frame;
import dev.telltale.limit.Limits;
import dev.telltale.record.DecodedRecord;
import dev.telltale.record.Emission;
import dev.telltale.record.Payload;
import dev.telltale.value.ArrayValue;
import dev.telltale.value.JsonParser;
import dev.telltale.value.JsonText;
import dev.telltale.value.LiteralValue;
import dev.telltale.value.MalformedJson;
import dev.telltale.value.Member;
import dev.telltale.value.NumberValue;
import dev.telltale.value.ObjectValue;
import dev.telltale.value.TextValue;
import dev.telltale.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Trees of every format with types swapped, members doubled and lists broken. */
class HostileTreesTest {
  /** Names of the OTLP schema that fall away when a record is re-shaped. */
  private static final Set<String> SCHEMA_NAMES =
      Set.of(
          "key",
          "value",
          "values",
          "stringValue",
          "intValue",
          "boolValue",
          "bytesValue",
          "doubleValue",
          "arrayValue",
          "kvlistValue",
          "resource",
          "scope",
          "dataPoints",
          "spans",
          "logRecords",
          "metrics",
          "scopeMetrics",
          "scopeSpans",
          "scopeLogs",
          "resourceMetrics",
          "resourceSpans",
          "resourceLogs",
          "batch",
          "items",
          "attributes");

  /** Formats whose values hold others in an encoded form. */
  private static final Set<String> CARRIERS =
      Set.of("cloudwatch-logs", "aws-event", "firehose-failed", "gitpod-metrics");

  private static final String OTLP =
      "{'resourceMetrics':[{'resource':{'attributes':[{'key':'k1','value':{'stringValue':'v1'}},"
          + "{'key':'k2','value':{'kvlistValue':{'values':[{'key':'k3','value':{'arrayValue':"
          + "{'values':[{'intValue':'v3'}]}}}]}}}]},'schemaUrl':'v4','scopeMetrics':[{'scope':"
          + "{'name':'v5','version':'v6','attributes':[{'key':'k7','value':{'boolValue':true}}]},"
          + "'metrics':[{'name':'v8','description':'v9','sum':{'isMonotonic':true,'dataPoints':["
          + "{'asDouble':1.5,'timeUnixNano':'1544712660300000000','attributes':[{'key':'k10',"
          + "'value':{'stringValue':'v10'}}],'exemplars':[{'filteredAttributes':[{'key':'k11',"
          + "'value':{'bytesValue':'v11'}}]}]}]}}]}]}],'resourceSpans':[{'scopeSpans':[{'spans':["
          + "{'name':'v12','traceId':'v13','events':[{'name':'v14','attributes':[{'key':'k15',"
          + "'value':{'stringValue':'v15'}}]}],'links':[{'traceId':'v16'}],'status':"
          + "{'message':'v17'}}]}]}],'resourceLogs':[{'scopeLogs':[{'logRecords':[{'body':"
          + "{'stringValue':'v18'},'severityText':'v19','severityNumber':9}]}]}]}";
  private static final String KUBERNETES =
      "{'apiVersion':'v1','kind':'PodList','metadata':{'selfLink':'v1'},'items':[{'metadata':"
          + "{'name':'v2','namespace':'v3','labels':{'k4':'v4'},'creationTimestamp':"
          + "'2024-01-02T03:04:05Z'},'spec':{'containers':[{'image':'a/v5:1@v6'}],'template':"
          + "{'spec':{'containers':[{'image':'v7'}]}}}},{'apiVersion':'v1','kind':'Event','type':"
          + "'Warning','lastTimestamp':'v8','metadata':{'name':'v9'}}]}";
  private static final String SEGMENT =
      "{'batch':[{'type':'identify','userId':'v1','traits':{'email':'v2'},'context':{'app':"
          + "{'name':'v3'}}},{'type':'track','event':'v4','timestamp':'2024-01-02T03:04:05Z'}],"
          + "'context':{'library':{'name':'v5'}},'sentAt':'v6','writeKey':'v7'}";
  private static final String LOG =
      "{'serviceContext':{'service':'v1'},'component':'v2','severity':'INFO','message':'v3','time':"
          + "'2024-01-02T03:04:05Z','context':{'userId':'v4'},'log':'v5','stream':'v6','kubernetes':"
          + "{'pod_name':'v7','labels':{'k8':'v8'}},'action':'v9','actorId':'v10','args':'v11'}";
  private static final String FAILED =
      "{'attemptsMade':1,'errorCode':'v1','rawData':'eyJhIjoiYiJ9','arrivalTimestamp':1}";
  private static final String GENERIC =
      "[{'time':'2024-01-02T03:04:05Z','level':'v1','service':'v2'},{'nested':[['v3',{'k':null}]]}]";
  private static final String METRICS = "{'b':'CiQKCAoGCgFhEgFi'}";

  private final JsonParser parser = new JsonParser(Limits.defaults());
  private final JsonFormats formats = new JsonFormats(Limits.defaults());

  @ParameterizedTest
  @ValueSource(strings = {OTLP, KUBERNETES, SEGMENT, GENERIC, LOG})
  void noStringOfAnyTreeIsLost(String tree) throws MalformedJson {
    Value value = tree(tree);
    Random random = new Random(tree.length());
    for (int round = 0; round < 2_500; round++) {
      Value mutant = round == 0 ? value : new TreeMutator(random).mutated(value);
      Set<String> source = new HashSet<>();
      DecodedFrame.collectStrings(mutant, source);
      Set<String> kept = new HashSet<>();
      records(mutant).forEach(record -> DecodedFrame.collectStrings(record.body(), kept));
      source.removeAll(kept);
      source.removeAll(SCHEMA_NAMES);
      assertEquals(Set.of(), source, () -> JsonText.of(mutant));
    }
  }

  @Test
  void anyTreeIsDecodedDescribedAndDescribedAgainWhenRedacted() throws MalformedJson {
    Random random = new Random(17);
    FrameDecoder decoder = new FrameDecoder(Limits.defaults());
    for (String tree : List.of(OTLP, KUBERNETES, SEGMENT, LOG, FAILED, GENERIC, METRICS)) {
      Value value = tree(tree);
      for (int round = 0; round < 1_200; round++) {
        Value mutant = new TreeMutator(random).mutated(value);
        byte[] json = JsonText.of(mutant).getBytes(StandardCharsets.UTF_8);
        DecodedFrame frame = DecodedFrame.of(decoder, Frame.Kind.JSON, json);
        assertFalse(frame.records.isEmpty());
        for (DecodedRecord record : frame.records) {
          record.describer().describe(new TreeMutator(random).mutated(record.body()));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("dev.telltale.decoding.LeafConservationTest#formats")
  void damagedTreesOfEveryFormatAreDecodedAndDescribedWhenRedacted(String format)
      throws MalformedJson {
    FrameDecoder decoder = new FrameDecoder(Limits.defaults());
    boolean whole = !CARRIERS.contains(format);
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      Value mutant =
          new TreeMutator(random).mutated(parser.parse(new GeneratedEvents(random).event(format)));
      byte[] json = JsonText.of(mutant).getBytes(StandardCharsets.UTF_8);
      DecodedFrame frame = DecodedFrame.of(decoder, Frame.Kind.JSON, json);
      Set<String> lost = new HashSet<>();
      DecodedFrame.collectStrings(mutant, lost);
      for (DecodedRecord record : frame.records) {
        record.describer().describe(new TreeMutator(random).mutated(record.body()));
        Set<String> kept = new HashSet<>();
        DecodedFrame.collectStrings(record.body(), kept);
        lost.removeAll(kept);
      }
      lost.removeIf(text -> !text.startsWith("leaf") && !text.startsWith("t"));
      lost.removeAll(SCHEMA_NAMES);
      assertFalse(frame.records.isEmpty());
      assertEquals(Set.of(), whole ? lost : Set.of(), () -> JsonText.of(mutant));
    }
  }

  @Test
  void everyFormatDecodesWhateverItClaims() throws MalformedJson {
    for (String tree : List.of(OTLP, KUBERNETES, SEGMENT, LOG, FAILED, METRICS)) {
      assertFalse(formats.claiming(tree(tree)).id().equals("json"), tree);
    }
    assertEquals("json", formats.claiming(tree(GENERIC)).id());
  }

  private List<DecodedRecord> records(Value value) {
    List<DecodedRecord> records = new ArrayList<>();
    formats.decode(value, new RecordsOnly(records));
    return records;
  }

  private Value tree(String singleQuoted) throws MalformedJson {
    return parser.parse(singleQuoted.replace('\'', '"'));
  }

  private record RecordsOnly(List<DecodedRecord> records) implements Emission {
    @Override
    public void record(DecodedRecord record) {
      records.add(record);
    }

    @Override
    public void undecodable(dev.telltale.fault.FaultKind kind, long position) {}

    @Override
    public void payload(Payload payload, Emission to) {}

    @Override
    public void value(Value value, String path, List<String> encodings, Emission to) {}
  }

  /** Copies a tree and spoils some of its nodes. */
  private static final class TreeMutator {
    private final Random random;

    TreeMutator(Random random) {
      this.random = random;
    }

    Value mutated(Value value) {
      return random.nextInt(25) == 0 ? other(value) : children(value);
    }

    private Value children(Value value) {
      if (value instanceof ArrayValue array) {
        List<Value> items = new ArrayList<>();
        array.items().forEach(item -> items.add(mutated(item)));
        if (random.nextInt(20) == 0) {
          items.add(scalar());
        }
        return new ArrayValue(items);
      }
      if (value instanceof ObjectValue object) {
        ObjectValue.Builder members = ObjectValue.builder();
        for (Member member : object.members()) {
          members.add(member.name(), mutated(member.value()));
          if (random.nextInt(20) == 0) {
            members.add(member.name(), random.nextBoolean() ? scalar() : mutated(member.value()));
          }
        }
        return members.build();
      }
      return value;
    }

    private Value other(Value value) {
      return switch (random.nextInt(5)) {
        case 0 -> scalar();
        case 1 -> new ArrayValue(List.of(value));
        case 2 -> ObjectValue.builder().add("w" + random.nextInt(99), value).build();
        case 3 -> new ArrayValue(List.of());
        default -> new ObjectValue(List.of());
      };
    }

    private Value scalar() {
      return switch (random.nextInt(4)) {
        case 0 -> new TextValue("t" + random.nextInt(1_000));
        case 1 -> new NumberValue("-1.5e300", -1, 0);
        case 2 -> LiteralValue.NULL;
        default -> LiteralValue.TRUE;
      };
    }
  }
}
