package dev.telltale.demo.values;

import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Makes a value for the id of a rule; never the same value twice. */
public final class SensitiveValues {
  private final Map<String, Supplier<String>> makers = new TreeMap<>();
  private final Set<String> made = new HashSet<>();

  public SensitiveValues(Random random) {
    CredentialValues credentials = new CredentialValues(random);
    makers.put("aws.access-key-id", credentials::awsAccessKeyId);
    makers.put("aws.secret-access-key", credentials::awsSecretAccessKey);
    makers.put("aws.session-token", credentials::awsSessionToken);
    makers.put("github.token", credentials::githubToken);
    makers.put("gitlab.token", credentials::gitlabToken);
    makers.put("slack.token", credentials::slackToken);
    makers.put("stripe.secret-key", credentials::stripeSecretKey);
    makers.put("google.api-key", credentials::googleApiKey);
    makers.put("npm.token", credentials::npmToken);
    makers.put("openai.api-key", credentials::openaiApiKey);
    makers.put("jwt.token", credentials::jwt);
    makers.put("pem.private-key", credentials::pemPrivateKey);
    makers.put("http.basic-credentials", credentials::basicCredentials);
    makers.put("http.bearer-token", credentials::bearerToken);
    makers.put("uri.password", credentials::uriPassword);
    makers.put("generic.secret", credentials::secret);
    makers.put("generic.password", credentials::secret);

    PersonalValues personal = new PersonalValues(random);
    makers.put("pii.email", personal::email);
    makers.put("pii.phone", personal::phone);
    makers.put("pii.us-ssn", personal::socialSecurityNumber);
    makers.put("finance.card", personal::card);
    makers.put("finance.iban", personal::iban);
    makers.put("network.ipv4", personal::ipv4);
    makers.put("network.ipv6", personal::ipv6);
    makers.put("network.mac", personal::mac);
    makers.put("health.uk-nhs-number", personal::nhsNumber);
    makers.put("pii.uk-nino", personal::nationalInsuranceNumber);
    makers.put("pii.fr-nir", personal::nir);
    makers.put("pii.br-cpf", personal::cpf);
    makers.put("pii.es-dni", personal::dni);
  }

  public String of(String rule) {
    Supplier<String> maker = makers.get(rule);
    if (maker == null) {
      throw new IllegalArgumentException("no values are made for the rule " + rule);
    }
    String value = maker.get();
    while (!made.add(value)) {
      value = maker.get();
    }
    return value;
  }
}
