package dev.telltale.detection.validators;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The validators that rules name. */
public final class ValidatorCatalogue {
  /** Raised whenever a validator decides differently: it is part of a rule set's id. */
  public static final int VERSION = 4;

  private static final Map<String, Validator> BY_NAME = new TreeMap<>();

  static {
    BY_NAME.put("aadhaar", AsiaPacificNumbers::aadhaar);
    BY_NAME.put("aba-routing", BankNumbers::routing);
    BY_NAME.put("abn", OceanianNumbers::abn);
    BY_NAME.put("account-length", FieldShapes::accountLength);
    BY_NAME.put("acn", OceanianNumbers::acn);
    BY_NAME.put("afm", WesternEuropeanNumbers::afm);
    BY_NAME.put("ahv", GermanNumbers::ahv);
    BY_NAME.put("amka", WesternEuropeanNumbers::amka);
    BY_NAME.put("argentine-dni", FieldShapes::argentineDni);
    BY_NAME.put("at-social-insurance", GermanNumbers::austrianInsurance);
    BY_NAME.put("au-medicare", OceanianNumbers::medicare);
    BY_NAME.put("baltic-code", EasternEuropeanNumbers::baltic);
    BY_NAME.put("base58check", CryptoAddresses::base58);
    BY_NAME.put("base62-crc32", Tokens::base62Checksum);
    BY_NAME.put("basic-credentials", Tokens::basicCredentials);
    BY_NAME.put("be-national-register", WesternEuropeanNumbers::belgianRegister);
    BY_NAME.put("bech32", CryptoAddresses::bech32);
    BY_NAME.put("birth-date", Dates::birth);
    BY_NAME.put("bsn", WesternEuropeanNumbers::bsn);
    BY_NAME.put("bsnr", GermanNumbers::practice);
    BY_NAME.put("ca-phn", HealthNumbers::canadian);
    BY_NAME.put("card", BankNumbers::card);
    BY_NAME.put("complete-token", IssuerForms::complete);
    BY_NAME.put("card-any-brand", BankNumbers::anyBrand);
    BY_NAME.put("card-track", CardData::track);
    BY_NAME.put("cif", SouthernEuropeanNumbers::cif);
    BY_NAME.put("claim-number", HealthNumbers::claimNumber);
    BY_NAME.put("cn-resident-identity", EastAsianNumbers::residentIdentity);
    BY_NAME.put("cnic", SouthAsianNumbers::cnic);
    BY_NAME.put("cnp", EasternEuropeanNumbers::cnp);
    BY_NAME.put("cnpj", AmericanNumbers::cnpj);
    BY_NAME.put("codice-fiscale", EuropeanNumbers::codiceFiscale);
    BY_NAME.put("coordinate", FieldShapes::coordinate);
    BY_NAME.put("coordinates", FieldShapes::coordinates);
    BY_NAME.put("cpf", AmericanNumbers::cpf);
    BY_NAME.put("cpr", NordicNumbers::cpr);
    BY_NAME.put("cuit", AmericanNumbers::cuit);
    BY_NAME.put("credential-context", CredentialContext::speaks);
    BY_NAME.put("curp", AmericanNumbers::curp);
    BY_NAME.put("de-document", GermanNumbers::documentNumber);
    BY_NAME.put("de-health-insurance", GermanNumbers::healthInsurance);
    BY_NAME.put("de-pension-insurance", GermanNumbers::pensionInsurance);
    BY_NAME.put("de-tax-number", GermanNumbers::taxNumber);
    BY_NAME.put("dea", AmericanNumbers::dea);
    BY_NAME.put("dense", SecretShape::dense);
    BY_NAME.put("device-udi", HealthNumbers::deviceIdentifier);
    BY_NAME.put("dni", SouthernEuropeanNumbers::nif);
    BY_NAME.put("do-cedula", LatinAmericanNumbers::dominicanCedula);
    BY_NAME.put("ec-cedula", LatinAmericanNumbers::ecuadorianCedula);
    BY_NAME.put("eg-identity", MiddleEasternNumbers::egyptianIdentity);
    BY_NAME.put("egn", EasternEuropeanNumbers::egn);
    BY_NAME.put("ein", LatinAmericanNumbers::ein);
    BY_NAME.put("eip55", CryptoAddresses::mixedCase);
    BY_NAME.put("email", Addresses::email);
    BY_NAME.put("emirates-id", MiddleEasternNumbers::emiratesIdentity);
    BY_NAME.put("es-account", DomesticAccounts::spanish);
    BY_NAME.put("es-social-security", SouthernEuropeanNumbers::socialSecurity);
    BY_NAME.put("ethereum-address", CryptoAddresses::ethereum);
    BY_NAME.put("fodselsnummer", NordicNumbers::fodselsnummer);
    BY_NAME.put("fr-rib", DomesticAccounts::rib);
    BY_NAME.put("fr-tax", WesternEuropeanNumbers::frenchTax);
    BY_NAME.put("gstin", SouthAsianNumbers::gstin);
    BY_NAME.put("hetu", NordicNumbers::hetu);
    BY_NAME.put("hk-identity", EastAsianNumbers::hongKongIdentity);
    BY_NAME.put("hu-tax", EasternEuropeanNumbers::hungarianTax);
    BY_NAME.put("iban", Iban::iban);
    BY_NAME.put("iccid", DeviceNumbers::iccid);
    BY_NAME.put("identity-document", FieldShapes::identityDocument);
    BY_NAME.put("il-identity", MiddleEasternNumbers::israeliIdentity);
    BY_NAME.put("imei", DeviceNumbers::imei);
    BY_NAME.put("imsi", DeviceNumbers::imsi);
    BY_NAME.put("inn", EasternEuropeanNumbers::inn);
    BY_NAME.put("ird", OceanianNumbers::ird);
    BY_NAME.put("isolated", Surroundings::isolated);
    BY_NAME.put("issued-token", IssuedTokens::issued);
    BY_NAME.put("it-account", DomesticAccounts::italian);
    BY_NAME.put("itin", AmericanNumbers::itin);
    BY_NAME.put("jmbg", EasternEuropeanNumbers::jmbg);
    BY_NAME.put("jwt", Tokens::jsonWebToken);
    BY_NAME.put("kennitala", NordicNumbers::kennitala);
    BY_NAME.put("key-material", Tokens::keyMaterial);
    BY_NAME.put("letters-and-digits", IssuedTokens::lettersAndDigits);
    BY_NAME.put("login-password", LoginPasswords::used);
    BY_NAME.put("kr-brn", EastAsianNumbers::businessRegistration);
    BY_NAME.put("kr-driving-licence", EastAsianNumbers::koreanDrivingLicence);
    BY_NAME.put("kr-frn", EastAsianNumbers::foreignerRegistration);
    BY_NAME.put("kr-rrn", EastAsianNumbers::residentRegistration);
    BY_NAME.put("lanr", GermanNumbers::physician);
    BY_NAME.put("licence-number", FieldShapes::licence);
    BY_NAME.put("local-mac", SpecialAddresses::mac);
    BY_NAME.put("lu-matricule", WesternEuropeanNumbers::luxembourgMatricule);
    BY_NAME.put("luhn", CardData::luhn);
    BY_NAME.put("mac", Addresses::mac);
    BY_NAME.put("mixed-secret", SecretShape::mixed);
    BY_NAME.put("my-number", EastAsianNumbers::myNumber);
    BY_NAME.put("mykad", SouthAsianNumbers::myKad);
    BY_NAME.put("ng-nin", MiddleEasternNumbers::nigerianIdentity);
    BY_NAME.put("nhi", OceanianNumbers::nationalHealthIndex);
    BY_NAME.put("nhs", EuropeanNumbers::nhs);
    BY_NAME.put("nik", SouthAsianNumbers::nik);
    BY_NAME.put("nino", EuropeanNumbers::nino);
    BY_NAME.put("nip", EasternEuropeanNumbers::nip);
    BY_NAME.put("nir", EuropeanNumbers::nir);
    BY_NAME.put("nit", LatinAmericanNumbers::nit);
    BY_NAME.put("no-mask", SecretShape::noMask);
    BY_NAME.put("no-resource-name", CredentialContext::outsideResourceName);
    BY_NAME.put("npi", AmericanNumbers::npi);
    BY_NAME.put("nric", SouthAsianNumbers::nric);
    BY_NAME.put("oib", EasternEuropeanNumbers::oib);
    BY_NAME.put("organisationsnummer", NordicNumbers::organisationsnummer);
    BY_NAME.put("partita-iva", SouthernEuropeanNumbers::partitaIva);
    BY_NAME.put("passport-mrz", AsiaPacificNumbers::passportLine);
    BY_NAME.put("passport-number", FieldShapes::passport);
    BY_NAME.put("password-value", SecretShape::password);
    BY_NAME.put("person-name", FieldShapes::personName);
    BY_NAME.put("personas-kods", EasternEuropeanNumbers::personasKods);
    BY_NAME.put("personnummer", NordicNumbers::personnummer);
    BY_NAME.put("pesel", EasternEuropeanNumbers::pesel);
    BY_NAME.put("ph-tin", SouthAsianNumbers::philippineTaxpayer);
    BY_NAME.put("phone-international", PhoneNumbers::international);
    BY_NAME.put("phone-national", PhoneNumbers::national);
    BY_NAME.put("phone-us", PhoneNumbers::northAmerican);
    BY_NAME.put("pl-identity-card", EasternEuropeanNumbers::polishIdentityCard);
    BY_NAME.put("plausible-secret", SecretShape::plausible);
    BY_NAME.put("postal-address", FieldShapes::postalAddress);
    BY_NAME.put("postal-code", FieldShapes::postalCode);
    BY_NAME.put("pps", WesternEuropeanNumbers::pps);
    BY_NAME.put("pt-nif", SouthernEuropeanNumbers::portugueseNif);
    BY_NAME.put("public-ipv4", Addresses::publicIpv4);
    BY_NAME.put("public-ipv6", Addresses::publicIpv6);
    BY_NAME.put("random", SecretShape::random);
    BY_NAME.put("rfc", LatinAmericanNumbers::rfc);
    BY_NAME.put("rnokpp", EasternEuropeanNumbers::rnokpp);
    BY_NAME.put("rodne-cislo", EasternEuropeanNumbers::rodneCislo);
    BY_NAME.put("rut", AmericanNumbers::rut);
    BY_NAME.put("sa-identity", MiddleEasternNumbers::saudiIdentity);
    BY_NAME.put("sin", AmericanNumbers::sin);
    BY_NAME.put("siren", WesternEuropeanNumbers::siren);
    BY_NAME.put("snils", EasternEuropeanNumbers::snils);
    BY_NAME.put("special-ipv4", Addresses::specialIpv4);
    BY_NAME.put("special-ipv6", SpecialAddresses::ipv6);
    BY_NAME.put("ssn", AmericanNumbers::ssn);
    BY_NAME.put("steuer-id", EuropeanNumbers::steuerId);
    BY_NAME.put("sube", LatinAmericanNumbers::sube);
    BY_NAME.put("taj", EasternEuropeanNumbers::taj);
    BY_NAME.put("tfn", AsiaPacificNumbers::tfn);
    BY_NAME.put("th-identity", SouthAsianNumbers::thaiIdentity);
    BY_NAME.put("tr-identity", SouthernEuropeanNumbers::turkishIdentity);
    BY_NAME.put("tw-identity", EastAsianNumbers::taiwaneseIdentity);
    BY_NAME.put("uen", SouthAsianNumbers::uen);
    BY_NAME.put("uk-driving-licence", WesternEuropeanNumbers::britishDrivingLicence);
    BY_NAME.put("uri-password", SecretShape::uriPassword);
    BY_NAME.put("user-name", FieldShapes::userName);
    BY_NAME.put("utr", WesternEuropeanNumbers::utr);
    BY_NAME.put("uy-cedula", LatinAmericanNumbers::uruguayanCedula);
    BY_NAME.put("vat", VatNumbers::vat);
    BY_NAME.put("vehicle-plate", FieldShapes::plate);
    BY_NAME.put("vin", AmericanNumbers::vin);
    BY_NAME.put("wallet-import-format", BankNumbers::walletImportFormat);
    BY_NAME.put("unserial", IssuedTokens::unserial);
    BY_NAME.put("whole", Surroundings::whole);
    BY_NAME.put("za-identity", MiddleEasternNumbers::southAfricanIdentity);
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
