package dev.telltale.decoding;

import dev.telltale.decoding.message.WireBytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Makes values of every JSON format out of templates: {@code '} stands for a quote, {@code ~} for a
 * text that no other place has ({@code leaf12z}), {@code ^} for a number that no other place has.
 */
public final class GeneratedEvents {
  private static final String TIME = "2026-11-18T05:02:14.173Z";
  private static final long FIRST_NUMBER = 771_000_000L;

  private final Random random;
  private final Map<Integer, String> planted = new HashMap<>();
  private int issued;

  public GeneratedEvents(Random random) {
    this.random = random;
  }

  /** From now on the text of that ordinal is another one, which needs no escape. */
  public void plant(int ordinal, String text) {
    planted.put(ordinal, text);
  }

  /** How many texts and numbers were given out: the ordinals from 0. */
  public int issued() {
    return issued;
  }

  /** The ordinal of a text or number that was given out, or -1. */
  static int ordinal(String token) {
    boolean leaf = token.startsWith("leaf") && token.endsWith("z");
    String digits = leaf ? token.substring(4, token.length() - 1) : token;
    boolean number = !digits.isEmpty() && digits.length() < 10;
    if (!number || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return -1;
    }
    long ordinal = leaf ? Long.parseLong(digits) : Long.parseLong(digits) - FIRST_NUMBER;
    return ordinal >= 0 && ordinal < Integer.MAX_VALUE ? (int) ordinal : -1;
  }

  public String event(String format) {
    return switch (format) {
      case "otlp-json" -> otlp();
      case "kubernetes" -> kubernetes();
      case "kubernetes-audit" -> audit();
      case "cloudtrail" -> trail();
      case "cloudwatch-logs" -> cloudWatch();
      case "aws-event" -> awsEvent();
      case "metric-stream-json" ->
          fill(
              "{'metric_stream_name':'~','account_id':'~','region':'~','namespace':'~',"
                  + "'metric_name':'~','dimensions':{'~':'~','InstanceId':'~'},'timestamp':"
                  + "1611929698000,'value':{'count':^,'sum':^,'max':^,'min':^,'p99':^},"
                  + "'unit':'~','~':['~']}");
      case "emf" ->
          fill(
              "{'_aws':{'Timestamp':1574109732004,'LogGroupName':'~','CloudWatchMetrics':["
                  + "{'Namespace':'~','Dimensions':[['~','service']],'Metrics':[{'Name':'latency',"
                  + "'Unit':'~'},{'Name':'other'}]}]},'service':'~','latency':[^,^],'other':^,"
                  + "'requestId':'~'}");
      case "aws-waf" ->
          fill(
              "{'timestamp':1592361810888,'formatVersion':1,'webaclId':'~','terminatingRuleId':'~',"
                  + "'action':'BLOCK','ruleGroupList':[{'ruleGroupId':'~'}],'httpRequest':"
                  + "{'clientIp':'~','headers':[{'name':'~','value':'~'}],'uri':'~','args':'~'}}");
      case "segment" -> segment();
      case "gitpod-log" ->
          fill(
              "{'serviceContext':{'service':'~','version':'~'},'severity':'ERROR','message':'~',"
                  + "'time':'"
                  + TIME
                  + "','error':'~','context':{'userId':'~'},'payload':{'~':['~']},"
                  + "'@type':'a.b/c.~','stack_trace':'~\\n\\tat ~'}");
      case "gitpod-audit" ->
          fill(
              "{'id':'~','timestamp':'"
                  + TIME
                  + "','action':'~','organizationId':'~',"
                  + "'actorId':'~','args':'[{\\'~\\':\\'~\\'}]'}");
      case "docker-json" ->
          fill(
              "{'log':'~\\n','stream':'stderr','time':'" + TIME + "','attrs':{'tag':'~','~':'~'}}");
      case "fluent-bit" -> fluentBit();
      case "journald" ->
          fill(
              "{'MESSAGE':'~','__REALTIME_TIMESTAMP':'1609459200000000','_HOSTNAME':'~',"
                  + "'_SYSTEMD_UNIT':'~','PRIORITY':'3','_CMDLINE':'~','~':[1,2]}");
      case "ecs" ->
          fill(
              "{'@timestamp':'"
                  + TIME
                  + "','log.level':'~','message':'~','ecs.version':'1.2.0',"
                  + "'service':{'name':'~'},'error':{'stack_trace':'~'},'labels':{'~':'~'}}");
      case "firehose-failed" ->
          fill(
                  "{'attemptsMade':4,'arrivalTimestamp':1611929698000,'errorCode':'~','errorMessage':"
                      + "'~','rawData':'")
              + base64(event(some("gitpod-log", "docker-json", "segment", "json")))
              + fill("','lambdaArn':'~'}");
      case "gitpod-metrics" -> metrics();
      default -> generic();
    };
  }

  private String otlp() {
    String attributes =
        "[{'key':'~','value':{'stringValue':'~'}},{'key':'~','value':{'kvlistValue':{'values':["
            + "{'key':'~','value':{'arrayValue':{'values':[{'intValue':'^'},{'stringValue':'~'}]}}}"
            + "]}}}]";
    String resource =
        "'resource':{'attributes':" + attributes + ",'droppedAttributesCount':^},'schemaUrl':'~',";
    String scope = "{'scope':{'name':'~','version':'~','attributes':" + attributes + "},";
    String point =
        "{'timeUnixNano':'1544712660300000000','flags':^,'attributes':"
            + attributes
            + ",'exemplars':[{'filteredAttributes':"
            + attributes
            + ",'asInt':'^','traceId':'~'}],";
    String histogram =
        point + "'count':'^','sum':^,'min':^,'bucketCounts':['^','^']," + "'explicitBounds':[^]}";
    String exponential =
        point
            + "'count':'^','sum':^,'scale':^,'zeroCount':'^','positive':"
            + "{'offset':^,'bucketCounts':['^']},'negative':{'offset':^},'zeroThreshold':^}";
    String summary = point + "'count':'^','sum':^,'quantileValues':[{'quantile':^,'value':^}]}";
    String metric = "{'name':'~','unit':'~','description':'~','metadata':" + attributes + ",'";
    String metrics =
        metric
            + some(
                "gauge':{'dataPoints':[" + some(2, point + "'asDouble':^}") + "]}}",
                "sum':{'isMonotonic':true,'aggregationTemporality':^,'dataPoints':["
                    + some(2, point + "'asInt':'^'}")
                    + "]}}",
                "histogram':{'dataPoints':[" + histogram + "]}}",
                "exponentialHistogram':{'dataPoints':[" + exponential + "]}}",
                "summary':{'dataPoints':[" + summary + "]}}");
    String span =
        "{'traceId':'~','spanId':'~','parentSpanId':'~','name':'~','kind':^,'startTimeUnixNano':"
            + "'1544712660000000000','attributes':"
            + attributes
            + ",'droppedEventsCount':^,"
            + "'events':[{'name':'~','attributes':"
            + attributes
            + "}],'links':[{'traceId':'~',"
            + "'traceState':'~','attributes':"
            + attributes
            + ",'flags':^}],'status':"
            + "{'code':2,'message':'~'},'~':'~'}";
    String log =
        "{'timeUnixNano':'1544712660300000000','severityNumber':17,'severityText':'~','eventName':"
            + "'~','body':{'kvlistValue':{'values':[{'key':'~','value':{'stringValue':'~'}}]}},"
            + "'attributes':"
            + attributes
            + ",'traceId':'~','flags':^}";
    String profile =
        "{'profileId':'~','timeUnixNano':'1544712660300000000','attributes':"
            + attributes
            + ",'samples':[{'values':['^']}]}";
    return fill(
        switch (random.nextInt(4)) {
          case 0 ->
              "{'resourceMetrics':[{"
                  + resource
                  + "'scopeMetrics':["
                  + scope
                  + "'metrics':["
                  + metrics
                  + "]}]}]}";
          case 1 ->
              "{'resource_spans':[{"
                  + resource
                  + "'scope_spans':["
                  + scope
                  + "'spans':["
                  + some(3, span)
                  + "]}]}],'~':'~'}";
          case 2 ->
              "{'resourceLogs':[{"
                  + resource
                  + "'scopeLogs':["
                  + scope
                  + "'logRecords':["
                  + some(3, log)
                  + "]},{'scope':{'name':'~'}}]}]}";
          default ->
              "{'resourceProfiles':[{"
                  + resource
                  + "'scopeProfiles':["
                  + scope
                  + "'profiles':["
                  + profile
                  + "]}]}],'dictionary':{'stringTable':['~','~']}}";
        });
  }

  private String kubernetes() {
    String pod =
        "{'apiVersion':'v1','kind':'Pod','metadata':{'name':'~','namespace':'~','labels':{'~':'~'},"
            + "'creationTimestamp':'"
            + TIME
            + "','annotations':{'~':'{\\'~\\':\\'~\\'}'}},'spec':"
            + "{'containers':[{'image':'~','env':[{'name':'~','value':'~'}]}]}}";
    String event =
        "{'apiVersion':'v1','kind':'Event','type':'Warning','reason':'~','message':'~',"
            + "'lastTimestamp':'"
            + TIME
            + "','metadata':{'name':'~','namespace':'~'},"
            + "'involvedObject':{'kind':'Pod','name':'~','namespace':'~'},'count':^}";
    return fill(
        switch (random.nextInt(4)) {
          case 0 -> pod;
          case 1 -> event;
          case 2 -> "{'type':'MODIFIED','object':" + pod + "}";
          default ->
              "{'apiVersion':'v1','kind':'List','metadata':{'resourceVersion':'~'},"
                  + "'items':["
                  + some(3, pod)
                  + "]}";
        });
  }

  private String audit() {
    String event =
        "{'kind':'Event','apiVersion':'audit.k8s.io/v1','level':'RequestResponse','auditID':'~',"
            + "'stage':'ResponseComplete','requestURI':'/a?~','verb':'create','user':{'username':"
            + "'~','groups':['~']},'sourceIPs':['~'],'objectRef':{'resource':'~','name':'~'},"
            + "'responseStatus':{'code':403},'requestObject':{'~':{'~':'~'}},"
            + "'requestReceivedTimestamp':'"
            + TIME
            + "','annotations':{'~':'~'}}";
    return fill(
        random.nextBoolean()
            ? event
            : "{'kind':'EventList','apiVersion':'audit.k8s.io/v1','metadata':{'~':'~'},'items':["
                + some(3, event)
                + "]}");
  }

  private String trailEvent() {
    return "{'eventVersion':'1.08','userIdentity':{'type':'IAMUser','arn':'~','accessKeyId':'~'},"
        + "'eventTime':'"
        + TIME
        + "','eventSource':'~','eventName':'~','awsRegion':'~',"
        + "'sourceIPAddress':'~','errorCode':'~','requestParameters':{'~':'~'},"
        + "'responseElements':null,'eventID':'~','readOnly':false}";
  }

  private String trail() {
    return fill(
        switch (random.nextInt(4)) {
          case 0 -> trailEvent();
          case 1 ->
              "{'eventVersion':'1.07','eventTime':'"
                  + TIME
                  + "','eventType':"
                  + "'AwsCloudTrailInsight','eventID':'~','insightDetails':{'state':'Start',"
                  + "'eventSource':'~','eventName':'~','insightContext':{'~':[{'~':'~'}]}}}";
          case 2 ->
              "{'awsAccountId':'~','digestStartTime':'"
                  + TIME
                  + "','digestEndTime':'"
                  + TIME
                  + "','digestS3Bucket':'~','logFiles':[{'s3Object':'~','hashValue':'~'}]}";
          default -> "{'Records':[" + some(3, trailEvent()) + "],'~':'~'}";
        });
  }

  private String cloudWatch() {
    List<String> events = new ArrayList<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      String message =
          switch (random.nextInt(6)) {
            case 0 -> fill("~ a plain line, ~");
            case 1 -> fill("~\n\tat ~\n");
            case 2 -> fill(trailEvent());
            case 3 -> event(some("json", "gitpod-log", "emf", "kubernetes-audit", "segment"));
            case 4 -> fill("['~',{'~':'~'}]");
            default -> fill("{not json: ~}");
          };
      events.add(fill("{'id':'~','timestamp':1719922604969,'message':") + quoted(message) + "}");
    }
    return fill(
            "{'messageType':'DATA_MESSAGE','owner':'~','logGroup':'~','logStream':'~',"
                + "'subscriptionFilters':['~'],'logEvents':[")
        + String.join(",", events)
        + "]}";
  }

  private String awsEvent() {
    return switch (random.nextInt(7)) {
      case 0 ->
          fill(
                  "{'Records':[{'kinesis':{'partitionKey':'~','approximateArrivalTimestamp':"
                      + "1480641523.477,'data':'")
              + base64(carried())
              + fill(
                  "'},'eventSource':'aws:kinesis','eventVersion':'1.0','eventID':'~',"
                      + "'eventSourceARN':'~'},{'eventSource':'aws:kinesis','kinesis':{'data':'")
              + base64(fill("~ text\n~ more"))
              + fill("'}}]}");
      case 1 ->
          fill(
                  "{'Records':[{'EventSource':'aws:sns','EventSubscriptionArn':'~','Sns':"
                      + "{'TopicArn':'~','Timestamp':'"
                      + TIME
                      + "','Message':")
              + quoted(carried())
              + fill(",'Subject':'~'}},{'EventSource':'aws:sns','Sns':{'Message':'~ text'}}]}");
      case 2 ->
          fill("{'Records':[{'messageId':'~','body':")
              + quoted(carried())
              + fill(
                  ",'attributes':{'SentTimestamp':'1523232000000'},'eventSource':'aws:sqs',"
                      + "'eventSourceARN':'~'}]}");
      case 3 ->
          fill(
              "{'Records':["
                  + some(
                      2,
                      "{'eventVersion':'2.1','eventSource':'aws:s3',"
                          + "'eventTime':'"
                          + TIME
                          + "','eventName':'~','s3':{'bucket':{'arn':'~'},'object':"
                          + "{'key':'~'}}}")
                  + "]}");
      case 4 ->
          fill(
                  "{'invocationId':'~','deliveryStreamArn':'~','records':[{'recordId':'~',"
                      + "'approximateArrivalTimestamp':1507217624302,'data':'")
              + base64(carried())
              + fill("'},{'recordId':'~','data':'" + "!~" + "'}]}");
      case 5 -> fill("{'awslogs':{'data':'") + base64(event("cloudwatch-logs")) + fill("'}}");
      default ->
          fill(
              "{'version':'0','id':'~','detail-type':'~','source':'~','account':'~',"
                  + "'time':'"
                  + TIME
                  + "','resources':['~'],'detail':{'~':'~'}}");
    };
  }

  private String carried() {
    return event(some("gitpod-log", "docker-json", "cloudwatch-logs", "kubernetes", "json"));
  }

  private String segment() {
    String call =
        "{'type':'track','userId':'~','event':'~','messageId':'~','timestamp':'"
            + TIME
            + "','properties':{'~':'~'},'traits':{'email':'~'}}";
    return fill(
        random.nextBoolean()
            ? call
            : "{'batch':["
                + some(3, call)
                + "],'sentAt':'"
                + TIME
                + "','context':{'library':{'name':'~'}},'writeKey':'~'}");
  }

  private String fluentBit() {
    String record =
        "{'log':'~\\n','stream':'stdout','kubernetes':{'pod_name':'~','namespace_name':"
            + "'~','labels':{'~':'~'}}}";
    return fill(
        switch (random.nextInt(3)) {
          case 0 -> record;
          case 1 -> "[1554141513.598656," + record + "]";
          default -> "[[1554141513.598656,{'~':'~'}],{'message':'~','level':'~'}]";
        });
  }

  private String metrics() {
    WireBytes request = WireBytes.of();
    for (int i = random.nextInt(3); i >= 0; i--) {
      WireBytes series = WireBytes.of();
      for (String name : List.of("__name__", "job", "remote")) {
        series.pair(1, name, fill("~"));
      }
      request.message(1, series);
    }
    return WriteRequests.envelope(WriteRequests.snappy(request.array()));
  }

  private String generic() {
    return fill(
        switch (random.nextInt(3)) {
          case 0 ->
              "{'userId':'~','amount':{'value':'^','currency':'~'},'created_at':'"
                  + TIME
                  + "','~':{'~':['~',^,null,true]}}";
          case 1 -> "[{'~':'~'},{'~':^}]";
          default -> "['~',[^]]";
        });
  }

  private String some(String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private String some(int max, String template) {
    int more = random.nextInt(max);
    return template + ("," + template).repeat(more);
  }

  private String fill(String template) {
    StringBuilder filled = new StringBuilder();
    for (int i = 0; i < template.length(); i++) {
      char c = template.charAt(i);
      switch (c) {
        case '\'' -> filled.append('"');
        case '~' -> {
          filled.append(planted.getOrDefault(issued, "leaf" + issued + "z"));
          issued++;
        }
        case '^' -> filled.append(FIRST_NUMBER + issued++);
        default -> filled.append(c);
      }
    }
    return filled.toString();
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> quoted.append('\\').append(c);
        case '\n' -> quoted.append("\\n");
        case '\t' -> quoted.append("\\t");
        default -> quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
