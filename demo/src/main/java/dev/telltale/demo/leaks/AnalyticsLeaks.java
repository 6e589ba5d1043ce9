package dev.telltale.demo.leaks;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.telltale.demo.telemetry.AnalyticsExport;
import dev.telltale.demo.telemetry.JsonTree;
import dev.telltale.demo.telemetry.Vocabulary;
import java.time.Instant;

/** Leaks in product analytics. */
final class AnalyticsLeaks {
  private AnalyticsLeaks() {}

  static void plant(PlantedObjects objects) {
    traits(objects.firehose("analytics", "analytics"));
    properties(objects.firehose("analytics", "analytics"));
  }

  private static void traits(Planting object) {
    Vocabulary words = object.words();
    Instant time = object.time();
    String address = object.leak("pii.email", 2, "a: trait, and the user id of the event");
    ObjectNode identify =
        AnalyticsExport.event(
            words,
            time,
            "identify",
            "traits",
            JsonTree.object(
                "contact",
                address,
                "phone",
                object.leak("pii.phone", "a: trait"),
                "company",
                "Norvik Freight"));
    identify.put("userId", address);
    ObjectNode located = AnalyticsExport.any(words, time);
    ((ObjectNode) located.get("context"))
        .put("ip", object.leak("network.ipv4", "e: address in the context"));
    ObjectNode sixth = AnalyticsExport.any(words, time);
    ((ObjectNode) sixth.get("context"))
        .put("ip", object.leak("network.ipv6", "e: address in the context"));
    store(object, identify, located, sixth);
  }

  private static void properties(Planting object) {
    Vocabulary words = object.words();
    Instant time = object.time();
    ObjectNode invited =
        AnalyticsExport.track(
            words,
            time,
            JsonTree.object(
                "invited",
                JsonTree.object(
                    object.leak("pii.email", "h: address as the name of a member"), true)));
    ObjectNode cloned =
        AnalyticsExport.track(
            words,
            time,
            JsonTree.object(
                "remote",
                "https://jenkins:"
                    + object.leak("uri.password", "e: clone URL in a property")
                    + "@git.norvikfreight.com/web/harbour-ui"));
    ObjectNode page =
        AnalyticsExport.event(
            words,
            time,
            "page",
            "properties",
            JsonTree.object(
                "search",
                "?ref=mail&email="
                    + object.leak("pii.email", "e: URL-encoded query").replace("@", "%40")));
    ObjectNode numbers =
        AnalyticsExport.track(
            words,
            time,
            JsonTree.object(
                "tokens",
                JsonTree.array(object.leak("gitlab.token", "b: array under a sensitive name")),
                "payment_card",
                object.leak("finance.card", "e: property")));
    store(object, invited, cloned, page, numbers);
  }

  private static void store(Planting object, ObjectNode... leaking) {
    for (ObjectNode event : leaking) {
      ArrayNode events = JsonTree.array();
      events.add(AnalyticsExport.any(object.words(), object.time()));
      events.add(event);
      events.add(AnalyticsExport.any(object.words(), object.time()));
      object
          .add(JsonTree.bytes(AnalyticsExport.batch(object.words(), object.time(), events)))
          .add("\n");
    }
    object.store();
  }
}
