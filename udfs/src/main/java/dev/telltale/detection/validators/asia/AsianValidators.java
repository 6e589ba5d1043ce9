package dev.telltale.detection.validators.asia;

import dev.telltale.detection.validators.Validator;
import java.util.Map;

/**
 * Validators of national numbers of Asia, the Pacific, the Middle East and Africa, by the names
 * that rules use.
 */
public final class AsianValidators {
  private static final Map<String, Validator> BY_NAME =
      Map.ofEntries(
          Map.entry("aadhaar", AsiaPacificNumbers::aadhaar),
          Map.entry("abn", OceanianNumbers::abn),
          Map.entry("acn", OceanianNumbers::acn),
          Map.entry("au-medicare", OceanianNumbers::medicare),
          Map.entry("cn-resident-identity", EastAsianNumbers::residentIdentity),
          Map.entry("cnic", SouthAsianNumbers::cnic),
          Map.entry("eg-identity", MiddleEasternNumbers::egyptianIdentity),
          Map.entry("emirates-id", MiddleEasternNumbers::emiratesIdentity),
          Map.entry("gstin", SouthAsianNumbers::gstin),
          Map.entry("hk-identity", EastAsianNumbers::hongKongIdentity),
          Map.entry("il-identity", MiddleEasternNumbers::israeliIdentity),
          Map.entry("ird", OceanianNumbers::ird),
          Map.entry("kr-brn", EastAsianNumbers::businessRegistration),
          Map.entry("kr-driving-licence", EastAsianNumbers::koreanDrivingLicence),
          Map.entry("kr-frn", EastAsianNumbers::foreignerRegistration),
          Map.entry("kr-rrn", EastAsianNumbers::residentRegistration),
          Map.entry("my-number", EastAsianNumbers::myNumber),
          Map.entry("mykad", SouthAsianNumbers::myKad),
          Map.entry("ng-nin", MiddleEasternNumbers::nigerianIdentity),
          Map.entry("nhi", OceanianNumbers::nationalHealthIndex),
          Map.entry("nik", SouthAsianNumbers::nik),
          Map.entry("nric", SouthAsianNumbers::nric),
          Map.entry("ph-tin", SouthAsianNumbers::philippineTaxpayer),
          Map.entry("sa-identity", MiddleEasternNumbers::saudiIdentity),
          Map.entry("tfn", AsiaPacificNumbers::tfn),
          Map.entry("th-identity", SouthAsianNumbers::thaiIdentity),
          Map.entry("tw-identity", EastAsianNumbers::taiwaneseIdentity),
          Map.entry("uen", SouthAsianNumbers::uen),
          Map.entry("za-identity", MiddleEasternNumbers::southAfricanIdentity));

  private AsianValidators() {}

  public static Map<String, Validator> byName() {
    return BY_NAME;
  }
}
