package dev.telltale.jobs.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.time.Instant;

/** Billing: usage and invoice records as generic JSON, with and without line ends. */
final class BillingExport {
  private BillingExport() {}

  static byte[] object(Words words, Instant time, int bytes) {
    boolean lines = words.chance(0.5);
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    do {
      content.writeBytes(Json.bytes(usage(words, time)));
      if (lines) {
        content.write('\n');
      }
    } while (content.size() < bytes);
    return content.toByteArray();
  }

  static ObjectNode usage(Words words, Instant time) {
    return Json.object(
        "usageId", words.uuid(),
        "attributionId", "team:" + words.uuid(),
        "workspaceInstanceId", words.uuid(),
        "workspaceClass", words.pick("g1-standard", "g1-large"),
        "creditCents", words.between(1, 5_000),
        "effectiveTime", words.after(time, 3_000).toString(),
        "draft", words.chance(0.1),
        "metadata", Json.object("userName", words.pseudonym("username"), "region", "eu-central-1"));
  }

  static void plant(PlantedObjects objects) {
    Planting object = objects.firehose("billing", "billing");
    object.add(Json.bytes(usage(object.words(), object.time())));
    ObjectNode invoice = usage(object.words(), object.time());
    invoice.set(
        "invoice",
        Json.object(
            "contact", object.leak("pii.email", "a: harmless name in billing"),
            "phone", object.leak("pii.phone", "a: harmless name in billing"),
            "iban", object.leak("finance.iban", "e: bank account"),
            "card_number", object.leak("finance.card", "e: card number"),
            "processor",
                Json.object("stripe", object.leak("stripe.secret-key", "e: key of a processor"))));
    object.add(Json.bytes(invoice)).add(Json.bytes(usage(object.words(), object.time()))).store();

    Planting payroll = objects.firehose("billing", "billing");
    ObjectNode person = usage(payroll.words(), payroll.time());
    person.set(
        "employee",
        Json.object(
            "ssn", payroll.leak("pii.us-ssn", "e: identity number under its name"),
            "cpf", payroll.leak("pii.br-cpf", "e: identity number under its name"),
            "dni", payroll.leak("pii.es-dni", "e: identity number under its name"),
            "nhs_number", payroll.leak("health.uk-nhs-number", "e: health number under its name"),
            "national_insurance_number",
                payroll.leak("pii.uk-nino", "e: identity number under its name")));
    payroll.add(Json.prettyText(person)).add("\n").store();
  }
}
