package dev.telltale.detection.validators.americas;

import dev.telltale.detection.validators.Validator;
import java.util.Map;

/** Validators of national numbers of the Americas, by the names that rules use. */
public final class AmericanValidators {
  private static final Map<String, Validator> BY_NAME =
      Map.ofEntries(
          Map.entry("argentine-dni", AmericanNumbers::argentineDni),
          Map.entry("ca-phn", HealthNumbers::canadian),
          Map.entry("claim-number", HealthNumbers::claimNumber),
          Map.entry("cnpj", AmericanNumbers::cnpj),
          Map.entry("cpf", AmericanNumbers::cpf),
          Map.entry("cuit", AmericanNumbers::cuit),
          Map.entry("curp", AmericanNumbers::curp),
          Map.entry("dea", AmericanNumbers::dea),
          Map.entry("do-cedula", LatinAmericanNumbers::dominicanCedula),
          Map.entry("ec-cedula", LatinAmericanNumbers::ecuadorianCedula),
          Map.entry("ein", LatinAmericanNumbers::ein),
          Map.entry("itin", AmericanNumbers::itin),
          Map.entry("nit", LatinAmericanNumbers::nit),
          Map.entry("npi", AmericanNumbers::npi),
          Map.entry("rfc", LatinAmericanNumbers::rfc),
          Map.entry("rut", AmericanNumbers::rut),
          Map.entry("sin", AmericanNumbers::sin),
          Map.entry("ssn", AmericanNumbers::ssn),
          Map.entry("sube", LatinAmericanNumbers::sube),
          Map.entry("uy-cedula", LatinAmericanNumbers::uruguayanCedula),
          Map.entry("vin", AmericanNumbers::vin));

  private AmericanValidators() {}

  public static Map<String, Validator> byName() {
    return BY_NAME;
  }
}
