package dev.telltale.detection.validators.europe;

import dev.telltale.detection.validators.Validator;
import java.util.Map;

/** Validators of national numbers of Europe, by the names that rules use. */
public final class EuropeanValidators {
  private static final Map<String, Validator> BY_NAME =
      Map.ofEntries(
          Map.entry("afm", WesternEuropeanNumbers::afm),
          Map.entry("ahv", GermanNumbers::ahv),
          Map.entry("amka", WesternEuropeanNumbers::amka),
          Map.entry("at-social-insurance", GermanNumbers::austrianInsurance),
          Map.entry("baltic-code", EasternEuropeanNumbers::baltic),
          Map.entry("be-national-register", WesternEuropeanNumbers::belgianRegister),
          Map.entry("bsn", WesternEuropeanNumbers::bsn),
          Map.entry("bsnr", GermanNumbers::practice),
          Map.entry("cif", SouthernEuropeanNumbers::cif),
          Map.entry("cnp", EasternEuropeanNumbers::cnp),
          Map.entry("codice-fiscale", EuropeanNumbers::codiceFiscale),
          Map.entry("cpr", NordicNumbers::cpr),
          Map.entry("de-document", GermanNumbers::documentNumber),
          Map.entry("de-health-insurance", GermanNumbers::healthInsurance),
          Map.entry("de-pension-insurance", GermanNumbers::pensionInsurance),
          Map.entry("de-tax-number", GermanNumbers::taxNumber),
          Map.entry("dni", SouthernEuropeanNumbers::nif),
          Map.entry("egn", EasternEuropeanNumbers::egn),
          Map.entry("es-social-security", SouthernEuropeanNumbers::socialSecurity),
          Map.entry("fodselsnummer", NordicNumbers::fodselsnummer),
          Map.entry("fr-tax", WesternEuropeanNumbers::frenchTax),
          Map.entry("hetu", NordicNumbers::hetu),
          Map.entry("hu-tax", EasternEuropeanNumbers::hungarianTax),
          Map.entry("inn", EasternEuropeanNumbers::inn),
          Map.entry("jmbg", EasternEuropeanNumbers::jmbg),
          Map.entry("kennitala", NordicNumbers::kennitala),
          Map.entry("lanr", GermanNumbers::physician),
          Map.entry("lu-matricule", WesternEuropeanNumbers::luxembourgMatricule),
          Map.entry("nhs", EuropeanNumbers::nhs),
          Map.entry("nino", EuropeanNumbers::nino),
          Map.entry("nip", EasternEuropeanNumbers::nip),
          Map.entry("nir", EuropeanNumbers::nir),
          Map.entry("oib", EasternEuropeanNumbers::oib),
          Map.entry("organisationsnummer", NordicNumbers::organisationsnummer),
          Map.entry("partita-iva", SouthernEuropeanNumbers::partitaIva),
          Map.entry("personas-kods", EasternEuropeanNumbers::personasKods),
          Map.entry("personnummer", NordicNumbers::personnummer),
          Map.entry("pesel", EasternEuropeanNumbers::pesel),
          Map.entry("pl-identity-card", EasternEuropeanNumbers::polishIdentityCard),
          Map.entry("pps", WesternEuropeanNumbers::pps),
          Map.entry("pt-nif", SouthernEuropeanNumbers::portugueseNif),
          Map.entry("rnokpp", EasternEuropeanNumbers::rnokpp),
          Map.entry("rodne-cislo", EasternEuropeanNumbers::rodneCislo),
          Map.entry("siren", WesternEuropeanNumbers::siren),
          Map.entry("snils", EasternEuropeanNumbers::snils),
          Map.entry("steuer-id", EuropeanNumbers::steuerId),
          Map.entry("taj", EasternEuropeanNumbers::taj),
          Map.entry("tr-identity", SouthernEuropeanNumbers::turkishIdentity),
          Map.entry("uk-driving-licence", WesternEuropeanNumbers::britishDrivingLicence),
          Map.entry("utr", WesternEuropeanNumbers::utr),
          Map.entry("vat", VatNumbers::vat));

  private EuropeanValidators() {}

  public static Map<String, Validator> byName() {
    return BY_NAME;
  }
}
