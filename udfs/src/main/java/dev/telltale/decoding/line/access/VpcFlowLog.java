package dev.telltale.decoding.line.access;

import dev.telltale.decoding.line.ColumnRoles;
import dev.telltale.decoding.line.ColumnType;
import dev.telltale.decoding.line.Columns;
import dev.telltale.decoding.line.Line;
import dev.telltale.decoding.line.LineField;
import dev.telltale.decoding.line.LineFormat;
import dev.telltale.decoding.line.LineParser;
import dev.telltale.decoding.line.SampleLines;
import dev.telltale.decoding.line.TokenScan;
import dev.telltale.listing.TelemetryType;
import dev.telltale.record.DecodedRecord;
import dev.telltale.record.Emission;
import dev.telltale.value.ArrayValue;
import dev.telltale.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * VPC and transit gateway flow logs: columns with blanks between them, named by a header, or the 14
 * of the default format where there is none. See <a
 * href="https://docs.aws.amazon.com/vpc/latest/userguide/flow-log-records.html">Flow log
 * records</a>. A header is a record of its own; a later one counts from there on.
 */
public final class VpcFlowLog implements LineFormat {
  private static final String ID = "vpc-flow";
  private static final int MIN_KNOWN = 3;
  private static final List<String> DEFAULT =
      List.of(
          "version",
          "account-id",
          "interface-id",
          "srcaddr",
          "dstaddr",
          "srcport",
          "dstport",
          "protocol",
          "packets",
          "bytes",
          "start",
          "end",
          "action",
          "log-status");
  private static final Set<String> ADDRESSES =
      Set.of("srcaddr", "dstaddr", "pkt-srcaddr", "pkt-dstaddr");
  private static final Set<String> NUMBERS =
      Set.of(
          "version",
          "srcport",
          "dstport",
          "protocol",
          "packets",
          "bytes",
          "start",
          "end",
          "tcp-flags",
          "traffic-path");
  private static final Set<String> OTHERS =
      Set.of(
          "account-id",
          "interface-id",
          "action",
          "log-status",
          "vpc-id",
          "subnet-id",
          "instance-id",
          "type",
          "region",
          "az-id",
          "sublocation-type",
          "sublocation-id",
          "pkt-src-aws-service",
          "pkt-dst-aws-service",
          "flow-direction",
          "resource-type",
          "resource-id",
          "tgw-id",
          "tgw-attachment-id",
          "reject-reason",
          "ecs-cluster-name",
          "ecs-task-id");
  private static final Set<String> STATES = Set.of("OK", "NODATA", "SKIPDATA");
  private static final Set<String> ACTIONS = Set.of("ACCEPT", "REJECT");
  private static final ColumnRoles ROLES =
      ColumnRoles.NONE
          .time("start")
          .emitter("account-id", "interface-id")
          .name("action")
          .attributes("log-status", "vpc-id", "flow-direction");

  @Override
  public String id() {
    return ID;
  }

  @Override
  public LineParser open(SampleLines sample) {
    return new Parser();
  }

  private static final class Parser implements LineParser {
    private List<String> names = DEFAULT;

    @Override
    public boolean parse(Line line, Emission emission) {
      String text = line.reveal();
      List<LineField> fields = line.spaced();
      if (fields == null) {
        return false;
      }
      if (isHeader(text, fields)) {
        names = fields.stream().map(field -> text.substring(field.from(), field.to())).toList();
        emission.record(header(line, fields));
        return true;
      }
      return row(line, fields, emission);
    }

    private static boolean isHeader(String text, List<LineField> fields) {
      int known = 0;
      for (LineField field : fields) {
        String name = text.substring(field.from(), field.to());
        boolean listed =
            ADDRESSES.contains(name) || NUMBERS.contains(name) || OTHERS.contains(name);
        known += listed ? 1 : 0;
        if (!listed && !isName(name)) {
          return false;
        }
      }
      return known >= MIN_KNOWN && 2 * known > fields.size();
    }

    private static boolean isName(String name) {
      for (int i = 0; i < name.length(); i++) {
        char c = name.charAt(i);
        if (!TokenScan.isLetter(c) && !(i > 0 && (c == '-' || c == '_' || TokenScan.isDigit(c)))) {
          return false;
        }
      }
      return !name.isEmpty();
    }

    private static DecodedRecord header(Line line, List<LineField> fields) {
      List<Value> columns = new ArrayList<>();
      fields.forEach(field -> columns.add(line.value(field.from(), field.to())));
      return DecodedRecord.of(
              ID, new Columns(line).add("columns", new ArrayValue(columns)).build(), ROLES)
          .of(TelemetryType.LOGS);
    }

    private boolean row(Line line, List<LineField> fields, Emission emission) {
      if (fields.size() != names.size()) {
        return false;
      }
      Columns values = new Columns(line);
      for (int i = 0; i < fields.size(); i++) {
        String name = names.get(i);
        LineField field = fields.get(i);
        if (!admits(name, line.reveal(), field)) {
          return false;
        }
        if (NUMBERS.contains(name)) {
          values.number(name, field.from(), field.to());
        } else {
          values.text(name, field);
        }
      }
      emission.record(DecodedRecord.of(ID, values.build(), ROLES).of(TelemetryType.LOGS));
      return true;
    }

    private static boolean admits(String name, String text, LineField field) {
      if (field.isDash(text)) {
        return true;
      }
      if (NUMBERS.contains(name)) {
        return ColumnType.INTEGER.admits(text, field);
      }
      if (ADDRESSES.contains(name)) {
        return ColumnType.ADDRESS.admits(text, field);
      }
      String value = text.substring(field.from(), field.to());
      return switch (name) {
        case "action" -> ACTIONS.contains(value);
        case "log-status" -> STATES.contains(value);
        default -> true;
      };
    }
  }
}
