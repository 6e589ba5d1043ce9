package dev.telltale.detection.validators.credential;

import dev.telltale.detection.validators.Validator;
import java.util.Map;

/** Validators of passwords, keys and tokens, by the names that rules use. */
public final class CredentialValidators {
  private static final Map<String, Validator> BY_NAME =
      Map.ofEntries(
          Map.entry("azure-checksum", MarkedKeys::checked),
          Map.entry("base62-crc32", TokenFormats::base62Checksum),
          Map.entry("basic-credentials", TokenFormats::basicCredentials),
          Map.entry("complete-token", IssuerForms::complete),
          Map.entry("credential-context", CredentialContext::speaks),
          Map.entry("dense", SecretShape::dense),
          Map.entry("issued-token", IssuedTokens::issued),
          Map.entry("jwt", TokenFormats::jsonWebToken),
          Map.entry("key-material", TokenFormats::keyMaterial),
          Map.entry("letters-and-digits", IssuedTokens::lettersAndDigits),
          Map.entry("login-password", LoginPasswords::used),
          Map.entry("mixed-secret", SecretShape::mixed),
          Map.entry("nats-seed", NatsSeeds::checked),
          Map.entry("no-code-name", CodeNames::isNone),
          Map.entry("no-form-token", FormTokens::isNone),
          Map.entry("no-mask", SecretShape::noMask),
          Map.entry("no-resource-name", CredentialContext::outsideResourceName),
          Map.entry("password-value", SecretShape::password),
          Map.entry("plausible-secret", SecretShape::plausible),
          Map.entry("random", SecretShape::random),
          Map.entry("sasl-plain", TokenFormats::saslPlain),
          Map.entry("told-secret", ToldSecrets::told),
          Map.entry("unserial", IssuedTokens::unserial),
          Map.entry("uri-password", LoginPasswords::usedInUri));

  private CredentialValidators() {}

  public static Map<String, Validator> byName() {
    return BY_NAME;
  }
}
