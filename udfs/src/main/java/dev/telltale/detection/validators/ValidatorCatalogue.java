package dev.telltale.detection.validators;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The validators that rules name. */
public final class ValidatorCatalogue {
  /** Raised whenever a validator decides differently: it is part of a rule set's id. */
  public static final int VERSION = 2;

  private static final Map<String, Validator> BY_NAME = new TreeMap<>();

  static {
    BY_NAME.put("aadhaar", AsiaPacificNumbers::aadhaar);
    BY_NAME.put("aba-routing", BankNumbers::routing);
    BY_NAME.put("base62-crc32", Tokens::base62Checksum);
    BY_NAME.put("basic-credentials", Tokens::basicCredentials);
    BY_NAME.put("birth-date", Dates::birth);
    BY_NAME.put("card", BankNumbers::card);
    BY_NAME.put("complete-token", IssuerForms::complete);
    BY_NAME.put("cnpj", AmericanNumbers::cnpj);
    BY_NAME.put("codice-fiscale", EuropeanNumbers::codiceFiscale);
    BY_NAME.put("cpf", AmericanNumbers::cpf);
    BY_NAME.put("cuit", AmericanNumbers::cuit);
    BY_NAME.put("credential-context", CredentialContext::speaks);
    BY_NAME.put("curp", AmericanNumbers::curp);
    BY_NAME.put("dea", AmericanNumbers::dea);
    BY_NAME.put("dense", SecretShape::dense);
    BY_NAME.put("dni", EuropeanNumbers::dni);
    BY_NAME.put("email", Addresses::email);
    BY_NAME.put("iban", BankNumbers::iban);
    BY_NAME.put("isolated", Surroundings::isolated);
    BY_NAME.put("issued-token", IssuedTokens::issued);
    BY_NAME.put("itin", AmericanNumbers::itin);
    BY_NAME.put("jwt", Tokens::jsonWebToken);
    BY_NAME.put("key-material", Tokens::keyMaterial);
    BY_NAME.put("letters-and-digits", IssuedTokens::lettersAndDigits);
    BY_NAME.put("login-password", LoginPasswords::used);
    BY_NAME.put("mac", Addresses::mac);
    BY_NAME.put("mixed-secret", SecretShape::mixed);
    BY_NAME.put("nhs", EuropeanNumbers::nhs);
    BY_NAME.put("nino", EuropeanNumbers::nino);
    BY_NAME.put("nir", EuropeanNumbers::nir);
    BY_NAME.put("no-mask", SecretShape::noMask);
    BY_NAME.put("no-resource-name", CredentialContext::outsideResourceName);
    BY_NAME.put("npi", AmericanNumbers::npi);
    BY_NAME.put("passport-mrz", AsiaPacificNumbers::passportLine);
    BY_NAME.put("phone-international", PhoneNumbers::international);
    BY_NAME.put("phone-national", PhoneNumbers::national);
    BY_NAME.put("plausible-secret", SecretShape::plausible);
    BY_NAME.put("public-ipv4", Addresses::publicIpv4);
    BY_NAME.put("public-ipv6", Addresses::publicIpv6);
    BY_NAME.put("random", SecretShape::random);
    BY_NAME.put("rut", AmericanNumbers::rut);
    BY_NAME.put("sin", AmericanNumbers::sin);
    BY_NAME.put("ssn", AmericanNumbers::ssn);
    BY_NAME.put("steuer-id", EuropeanNumbers::steuerId);
    BY_NAME.put("tfn", AsiaPacificNumbers::tfn);
    BY_NAME.put("vin", AmericanNumbers::vin);
    BY_NAME.put("wallet-import-format", BankNumbers::walletImportFormat);
    BY_NAME.put("password-value", SecretShape::password);
    BY_NAME.put("uri-password", SecretShape::uriPassword);
    BY_NAME.put("unserial", IssuedTokens::unserial);
    BY_NAME.put("whole", Surroundings::whole);
  }

  private ValidatorCatalogue() {}

  /** Null when there is none of that name. */
  public static Validator find(String name) {
    return BY_NAME.get(name);
  }

  public static Set<String> names() {
    return Set.copyOf(BY_NAME.keySet());
  }
}
