package dev.telltale.detection.validators.network;

import dev.telltale.detection.validators.Validator;
import java.util.Map;

/** Validators of addresses and of numbers of devices, by the names that rules use. */
public final class NetworkValidators {
  private static final Map<String, Validator> BY_NAME =
      Map.ofEntries(
          Map.entry("device-udi", DeviceNumbers::deviceIdentifier),
          Map.entry("email", Addresses::email),
          Map.entry("iccid", DeviceNumbers::iccid),
          Map.entry("imei", DeviceNumbers::imei),
          Map.entry("imsi", DeviceNumbers::imsi),
          Map.entry("local-mac", SpecialAddresses::mac),
          Map.entry("mac", Addresses::mac),
          Map.entry("public-ipv4", Addresses::publicIpv4),
          Map.entry("public-ipv6", Addresses::publicIpv6),
          Map.entry("special-ipv4", Addresses::specialIpv4),
          Map.entry("special-ipv6", SpecialAddresses::ipv6));

  private NetworkValidators() {}

  public static Map<String, Validator> byName() {
    return BY_NAME;
  }
}
