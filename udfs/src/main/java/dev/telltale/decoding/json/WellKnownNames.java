package dev.telltale.decoding.json;

import dev.telltale.record.RecordColumns;
import dev.telltale.record.RedactedBody;
import dev.telltale.value.ObjectValue;
import dev.telltale.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Columns of JSON that belongs to no known format, read by the names that are usual in logs, events
 * and bills. The attributes have names of their own, whatever the source calls them, so that one
 * query reads bills of several senders: {@code user}, {@code account}, {@code amount}, {@code
 * amount_minor} (cents and the like), {@code currency}, {@code quantity}, {@code unit}, {@code
 * plan}, {@code invoice}, {@code period_start}, {@code period_end}.
 */
public final class WellKnownNames {
  private static final String[] TIMES = {
    "timestamp",
    "@timestamp",
    "time",
    "ts",
    "eventTime",
    "event_time",
    "eventTimestamp",
    "event_timestamp",
    "createdAt",
    "created_at",
    "created",
    "creationTime",
    "creation_time",
    "occurredAt",
    "occurred_at",
    "datetime",
    "dateTime",
    "date",
    "issuedAt",
    "issued_at",
    "billedAt",
    "billed_at",
    "effectiveTime",
    "effective_time",
    "usageDate",
    "usage_date",
    "periodEnd",
    "period_end",
    "endTime",
    "end_time",
    "startTime",
    "start_time",
    "updatedAt",
    "updated_at"
  };
  private static final String[] EMITTERS = {
    "service", "component", "serviceName", "service_name", "source", "logger", "app",
    "application", "hostname", "host", "instance", "sender", "producer", "provider"
  };
  private static final String[] NAMES = {
    "name",
    "event",
    "eventName",
    "event_name",
    "metric_name",
    "type",
    "kind",
    "action",
    "description",
    "product",
    "sku"
  };
  private static final String[] SEVERITIES = {
    "severity", "level", "loglevel", "log_level", "logLevel", "lvl"
  };
  private static final Map<String, String[]> ATTRIBUTES = attributeNames();

  private WellKnownNames() {}

  private static Map<String, String[]> attributeNames() {
    Map<String, String[]> names = new LinkedHashMap<>();
    names.put("user", names("userId", "user_id", "user", "userName", "username", "actorId"));
    names.put(
        "account",
        names(
            "accountId",
            "account_id",
            "account",
            "customerId",
            "customer_id",
            "customer",
            "organizationId",
            "organization_id",
            "orgId",
            "teamId",
            "attributionId",
            "attribution_id",
            "costCenterId",
            "tenantId",
            "tenant_id",
            "tenant"));
    names.put("amount", names("amount", "total", "totalAmount", "total_amount", "price", "cost"));
    names.put(
        "amount_minor",
        names("amountCents", "amount_cents", "amountMinor", "amount_minor", "creditCents"));
    names.put("currency", names("currency", "currencyCode", "currency_code", "currency_unit"));
    names.put("quantity", names("quantity", "usage", "credits", "units", "count"));
    names.put("unit", names("unit", "usageUnit", "usage_unit"));
    names.put("plan", names("plan", "planId", "plan_id", "subscriptionId", "subscription_id"));
    names.put("invoice", names("invoiceId", "invoice_id", "invoice", "invoiceNumber"));
    names.put("period_start", names("periodStart", "period_start", "startTime", "start_time"));
    names.put("period_end", names("periodEnd", "period_end", "endTime", "end_time"));
    return names;
  }

  private static String[] names(String... names) {
    return names;
  }

  public static RecordColumns describe(Value redactedBody) {
    RedactedBody body = RedactedBody.of(redactedBody);
    return new RecordColumns(
        body.time(TIMES),
        body.text(EMITTERS),
        body.text(NAMES),
        body.text(SEVERITIES),
        attributes(body));
  }

  private static Map<String, String> attributes(RedactedBody body) {
    Map<String, String> attributes = new LinkedHashMap<>();
    ATTRIBUTES.forEach(
        (attribute, names) -> {
          String text = text(body, names);
          if (text != null) {
            attributes.put(attribute, text);
          }
        });
    if (!attributes.containsKey("currency")) {
      attributes.putAll(money(body).attributes("currency"));
    }
    return attributes;
  }

  /** A plain value, or the id or value of an object, such as of a user or a sum of money. */
  private static String text(RedactedBody body, String[] names) {
    for (String name : names) {
      String text = body.text(name);
      if (text == null && body.value(name) instanceof ObjectValue) {
        text = body.at(name).text("id", "value", "amount", "name");
      }
      if (text != null) {
        return text;
      }
    }
    return null;
  }

  private static RedactedBody money(RedactedBody body) {
    for (String name : ATTRIBUTES.get("amount")) {
      if (body.value(name) instanceof ObjectValue) {
        return body.at(name);
      }
    }
    return body.at("");
  }
}
