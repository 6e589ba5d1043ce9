package dev.telltale.detection.validators.personal;

import dev.telltale.detection.validators.Validator;
import java.util.Map;

/** Validators of what is about a person in every country, by the names that rules use. */
public final class PersonalValidators {
  private static final Map<String, Validator> BY_NAME =
      Map.ofEntries(
          Map.entry("birth-date", Dates::birth),
          Map.entry("coordinate", FieldShapes::coordinate),
          Map.entry("coordinates", FieldShapes::coordinates),
          Map.entry("identity-document", FieldShapes::identityDocument),
          Map.entry("licence-number", FieldShapes::licence),
          Map.entry("passport-mrz", Passports::passportLine),
          Map.entry("passport-number", FieldShapes::passport),
          Map.entry("person-name", FieldShapes::personName),
          Map.entry("phone-international", PhoneNumbers::international),
          Map.entry("phone-national", PhoneNumbers::national),
          Map.entry("phone-us", PhoneNumbers::northAmerican),
          Map.entry("postal-address", FieldShapes::postalAddress),
          Map.entry("postal-code", FieldShapes::postalCode),
          Map.entry("user-name", FieldShapes::userName),
          Map.entry("vehicle-plate", FieldShapes::plate));

  private PersonalValidators() {}

  public static Map<String, Validator> byName() {
    return BY_NAME;
  }
}
