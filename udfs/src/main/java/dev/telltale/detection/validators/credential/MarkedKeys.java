package dev.telltale.detection.validators.credential;

import dev.telltale.detection.validators.CandidateValue;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * Keys of Azure's services: base64 that ends with the service's mark and 32 bits of check, a Marvin
 * hash of all bytes before it. Its seed is eight characters that name what the key is for:
 * https://github.com/microsoft/security-utilities
 */
final class MarkedKeys {
  private static final int MARK_FROM_END = 10;
  private static final int MARK_LENGTH = 4;
  private static final int CHECK_BYTES = 4;
  private static final List<String> MESSAGING =
      List.of("Send0000", "Manage00", "Listen00", "System00", "Unknown0");
  private static final Map<String, List<String>> SEEDS =
      Map.ofEntries(
          Map.entry("+ABa", List.of("AbAcct00")),
          Map.entry("+ACR", List.of("ACRDflt0")),
          Map.entry("+AEh", MESSAGING),
          Map.entry("+AMC", List.of("Classic0")),
          Map.entry("+ARm", MESSAGING),
          Map.entry("+ASb", MESSAGING),
          Map.entry("+ASt", List.of("Default0")),
          Map.entry(
              "ACDb",
              List.of(
                  "MastRW00",
                  "MastRO00",
                  "SystRW00",
                  "SystRO00",
                  "SysAll00",
                  "Resour00",
                  "Encryp00")),
          Map.entry("AIoT", List.of("IoTHub00", "DpsKey00", "Device00")),
          Map.entry("APIM", List.of("Tenant00", "IoTHub00", "Gatewy00", "GitKey00")),
          Map.entry("AzCa", List.of("Access00")),
          Map.entry("AzFu", List.of("Functi00", "System00", "Master00")),
          Map.entry("AzSe", List.of("Query000", "PAdmin00")));

  private MarkedKeys() {}

  /** The check at the end fits one of the seeds of the mark before it. */
  static boolean checked(CandidateValue candidate) {
    String bare = candidate.reveal().replace('-', '+').replace('_', '/').replace("=", "");
    int mark = bare.length() - MARK_FROM_END;
    List<String> seeds = mark < 0 ? null : SEEDS.get(bare.substring(mark, mark + MARK_LENGTH));
    if (seeds == null) {
      return false;
    }
    byte[] key;
    try {
      key = Base64.getDecoder().decode(bare);
    } catch (IllegalArgumentException broken) {
      return false;
    }
    byte[] body = Arrays.copyOf(key, key.length - CHECK_BYTES);
    int check =
        ByteBuffer.wrap(key).order(ByteOrder.LITTLE_ENDIAN).getInt(key.length - CHECK_BYTES);
    return seeds.stream().anyMatch(seed -> MarvinHash.of(body, seed) == check);
  }
}
