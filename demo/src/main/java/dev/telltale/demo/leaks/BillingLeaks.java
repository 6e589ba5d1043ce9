package dev.telltale.demo.leaks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.telltale.demo.telemetry.BillingExport;
import dev.telltale.demo.telemetry.JsonTree;

/** Leaks in billing records. */
final class BillingLeaks {
  private BillingLeaks() {}

  static void plant(PlantedObjects objects) {
    invoice(objects.firehose("billing", "billing"));
    payroll(objects.firehose("billing", "billing"));
  }

  private static void invoice(Planting object) {
    object.add(JsonTree.bytes(BillingExport.usage(object.words(), object.time())));
    ObjectNode invoice = BillingExport.usage(object.words(), object.time());
    invoice.set(
        "invoice",
        JsonTree.object(
            "contact", object.leak("pii.email", "a: harmless name in billing"),
            "phone", object.leak("pii.phone", "a: harmless name in billing"),
            "iban", object.leak("finance.iban", "e: bank account"),
            "card_number", object.leak("finance.card", "e: card number"),
            "processor",
                JsonTree.object(
                    "stripe", object.leak("stripe.secret-key", "e: key of a processor"))));
    object.add(JsonTree.bytes(invoice));
    object.add(JsonTree.bytes(BillingExport.usage(object.words(), object.time()))).store();
  }

  private static void payroll(Planting object) {
    ObjectNode person = BillingExport.usage(object.words(), object.time());
    person.set(
        "employee",
        JsonTree.object(
            "ssn", object.leak("pii.us-ssn", "e: identity number under its name"),
            "cpf", object.leak("pii.br-cpf", "e: identity number under its name"),
            "dni", object.leak("pii.es-dni", "e: identity number under its name"),
            "nhs_number", object.leak("health.uk-nhs-number", "e: health number under its name"),
            "national_insurance_number",
                object.leak("pii.uk-nino", "e: identity number under its name")));
    object.add(JsonTree.prettyText(person)).add("\n").store();
  }
}
