package dev.telltale.detection.validators.finance;

import dev.telltale.detection.validators.Validator;
import java.util.Map;

/** Validators of cards, accounts and wallets, by the names that rules use. */
public final class FinanceValidators {
  private static final Map<String, Validator> BY_NAME =
      Map.ofEntries(
          Map.entry("aba-routing", BankNumbers::routing),
          Map.entry("account-length", BankNumbers::accountLength),
          Map.entry("base58check", CryptoAddresses::base58),
          Map.entry("bech32", CryptoAddresses::bech32),
          Map.entry("card", BankNumbers::card),
          Map.entry("card-any-brand", BankNumbers::anyBrand),
          Map.entry("card-track", CardData::track),
          Map.entry("eip55", CryptoAddresses::mixedCase),
          Map.entry("es-account", DomesticAccounts::spanish),
          Map.entry("ethereum-address", CryptoAddresses::ethereum),
          Map.entry("fr-rib", DomesticAccounts::rib),
          Map.entry("iban", Iban::iban),
          Map.entry("it-account", DomesticAccounts::italian),
          Map.entry("luhn", CardData::luhn),
          Map.entry("wallet-import-format", BankNumbers::walletImportFormat));

  private FinanceValidators() {}

  public static Map<String, Validator> byName() {
    return BY_NAME;
  }
}
