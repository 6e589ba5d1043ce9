package dev.telltale.detection.validators.catalogue;

import dev.telltale.detection.validators.Surroundings;
import dev.telltale.detection.validators.Validator;
import dev.telltale.detection.validators.americas.AmericanValidators;
import dev.telltale.detection.validators.asia.AsianValidators;
import dev.telltale.detection.validators.credential.CredentialValidators;
import dev.telltale.detection.validators.europe.EuropeanValidators;
import dev.telltale.detection.validators.finance.FinanceValidators;
import dev.telltale.detection.validators.network.NetworkValidators;
import dev.telltale.detection.validators.personal.PersonalValidators;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The validators that rules name. */
public final class ValidatorCatalogue {
  /** Raised whenever a validator decides differently: it is part of a rule set's id. */
  public static final int VERSION = 5;

  private static final Map<String, Validator> BY_NAME = new TreeMap<>();

  static {
    add(Map.of("isolated", Surroundings::isolated, "whole", Surroundings::whole));
    add(EuropeanValidators.byName());
    add(AmericanValidators.byName());
    add(AsianValidators.byName());
    add(FinanceValidators.byName());
    add(NetworkValidators.byName());
    add(CredentialValidators.byName());
    add(PersonalValidators.byName());
  }

  private ValidatorCatalogue() {}

  private static void add(Map<String, Validator> some) {
    some.forEach(
        (name, validator) -> {
          if (BY_NAME.put(name, validator) != null) {
            throw new IllegalStateException("two validators are called " + name);
          }
        });
  }

  /** Null when there is none of that name. */
  public static @Nullable Validator find(String name) {
    return BY_NAME.get(name);
  }

  public static Set<String> names() {
    return Set.copyOf(BY_NAME.keySet());
  }
}
